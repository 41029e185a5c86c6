package org.quittance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelResults;

/** What the properties mean, and where each of them was checked. */
final class PropertyTable {

    /** One for each folder of specs; a line has a name and, after a colon, its meaning. */
    private static final List<String> FILES =
            List.of("consensus.txt", "settlement.txt", "system.txt");

    /** In the order in which they are shown; the names are those of the specs. */
    static final Map<String, String> MEANINGS = meanings();

    /** What only the simulator checks, since the specs have no word for it. */
    private static final Map<String, String> SIMULATOR_ONLY = Map.of(
            "Liveness", "Once faults stop, all commit blocks of correct leaders in bounded time.",
            "NoFailure", "No input makes a correct replica fail.");

    /** The beginning of the names of refinements. */
    private static final String REFINES = "Refines";

    /** What is said of a property that has no words here. */
    static final String UNKNOWN = "As the spec defines it.";

    private PropertyTable() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String file : FILES) {
            Resources.text("properties/" + file).lines().forEach(line -> {
                String[] parts = line.split(": ", 2);
                if (parts.length < 2 || meanings.put(parts[0], parts[1]) != null) {
                    throw new IllegalStateException(file + " has a line that is not the name of a"
                            + " property and one sentence, or a name for the second time: " + line);
                }
            });
        }
        return meanings;
    }

    /** One row per property that any model or the simulator checked. */
    static List<Report.PropertyRow> rows(
            List<ModelResults> results, @Nullable Simulation simulation) {
        Map<String, List<String>> models = new LinkedHashMap<>();
        results.stream().filter(one -> one.kind() == ModelResults.Kind.MODELS)
                .flatMap(one -> one.checks().stream())
                .forEach(check -> check.properties().forEach(property ->
                        models.computeIfAbsent(property, key -> new ArrayList<>())
                                .add(check.name())));
        List<String> simulated = simulation == null ? List.of() : simulation.properties();
        TreeSet<String> others = new TreeSet<>(models.keySet());
        others.addAll(simulated);
        others.removeAll(MEANINGS.keySet());
        return Stream.concat(MEANINGS.keySet().stream(), others.stream())
                .filter(name -> models.containsKey(name) || simulated.contains(name))
                .map(name -> new Report.PropertyRow(name, meaning(name),
                        models.getOrDefault(name, List.of()), simulated.contains(name)))
                .toList();
    }

    /** One sentence. */
    static String meaning(String name) {
        if (name.startsWith(REFINES)) {
            String abstraction = name.substring(REFINES.length()).replaceFirst("Steps$", "");
            return "Each step is a step of the more abstract spec " + abstraction
                    + ", or changes nothing there.";
        }
        return MEANINGS.getOrDefault(name, SIMULATOR_ONLY.getOrDefault(name, UNKNOWN));
    }
}
