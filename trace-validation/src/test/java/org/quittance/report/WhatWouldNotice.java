package org.quittance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quittance.models.Manifest;
import org.quittance.models.ManifestReader;
import org.quittance.models.Outcome;

/**
 * Which checks know each property, and which broken specs and faulty programs show that they would
 * notice: read from what is registered and from the text of the simulator.
 */
final class WhatWouldNotice {

    private static final Path SPECS = Path.of("..", "specs");
    private static final Path CHECKED =
            Path.of("..", "impl", "sim", "src", "main", "java", "org", "quittance", "sim", "check",
                    "Property.java");
    private static final Path CONTROLS =
            Path.of("..", "impl", "sim", "src", "test", "java", "org", "quittance", "sim", "run");

    private static final Pattern CHECKER = Pattern.compile("(?m)^    (\\w+)\\(\"(\\w+)\"\\)[,;]");
    private static final Path FAULTS = CONTROLS.resolveSibling("fault");
    private static final Pattern PLANTED = Pattern.compile("(?s)Fault\\.of\\(\"([\\w-]+)\""
            + "(?:(?!Fault\\.of\\().)*?\\.breaking\\(Property\\.(\\w+)");
    private static final Pattern TEST =
            Pattern.compile("(?s)@Test\\s+void (\\w+)\\(.*?(?=@Test|\\z)");
    private static final Pattern FOUND =
            Pattern.compile("(?:violates\\(\\s*|isEqualTo\\()Property\\.(\\w+)");

    private final Map<String, Integer> models = new TreeMap<>();
    private final Map<String, Set<String>> mutants = new TreeMap<>();
    private final Map<String, String> checkers = new LinkedHashMap<>();
    private final Map<String, Set<String>> faults = new TreeMap<>();

    private WhatWouldNotice() {}

    static WhatWouldNotice read() throws IOException {
        WhatWouldNotice all = new WhatWouldNotice();
        Manifest manifest = ManifestReader.read(SPECS);
        for (Manifest.Model model : manifest.models()) {
            if (model.expect() instanceof Outcome.Holds) {
                String config = Files.readString(SPECS.resolve(model.config()));
                Checked.properties(config).forEach(name -> all.models.merge(name, 1, Integer::sum));
            }
        }
        for (Manifest.Mutant mutant : manifest.mutants()) {
            if (mutant.expect() instanceof Outcome.Violates(String property)) {
                add(all.mutants, property, mutant.name());
            }
        }
        all.readSimulator();
        return all;
    }

    private void readSimulator() throws IOException {
        Matcher checker = CHECKER.matcher(Files.readString(CHECKED));
        while (checker.find()) {
            checkers.put(checker.group(1), checker.group(2));
        }
        try (Stream<Path> files = Files.list(FAULTS)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Faults.java"))
                    .sorted().toList()) {
                Matcher planted = PLANTED.matcher(Files.readString(file));
                while (planted.find()) {
                    addFault(planted.group(2), planted.group(1).replace('-', ' '));
                }
            }
        }
        for (String file : List.of("FaultyReplicasTest.java", "FaultyDriversOfSettlingTest.java")) {
            Matcher test = TEST.matcher(Files.readString(CONTROLS.resolve(file)));
            while (test.find()) {
                Matcher found = FOUND.matcher(test.group());
                if (found.find()) {
                    addFault(found.group(1), inWords(test.group(1)));
                }
            }
        }
    }

    private void addFault(String constant, String fault) {
        String property = checkers.get(constant);
        if (property == null) {
            throw new IllegalStateException(constant + " is no constant in " + CHECKED);
        }
        add(faults, property, fault);
    }

    private static void add(Map<String, Set<String>> all, String property, String one) {
        all.computeIfAbsent(property, key -> new LinkedHashSet<>()).add(one);
    }

    private static String inWords(String test) {
        return test.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** The names of all properties that are checked, in the order of their explanations. */
    List<String> properties() {
        Set<String> all = new LinkedHashSet<>(PropertyTable.MEANINGS.keySet());
        all.addAll(models.keySet());
        all.addAll(checkers.values());
        return List.copyOf(all);
    }

    /** The names of those that the simulator checks. */
    Set<String> simulated() {
        return Set.copyOf(checkers.values());
    }

    /** The broken specs that violate the property, or a part of it that has the same number. */
    List<String> mutantsOf(String property) {
        return parts(mutants, property);
    }

    /** The faulty programs that the simulator's checker found. */
    List<String> faultsOf(String property) {
        return List.copyOf(faults.getOrDefault(property, Set.of()));
    }

    private static List<String> parts(Map<String, Set<String>> all, String property) {
        Matcher numbered = Pattern.compile("(S\\d+_)\\w+").matcher(property);
        List<String> found = new ArrayList<>();
        all.forEach((name, ones) -> {
            if (numbered.matches() ? name.startsWith(numbered.group(1)) : name.equals(property)) {
                found.addAll(ones);
            }
        });
        return found;
    }

    /** The page, in Markdown. */
    String page() {
        StringBuilder text = new StringBuilder("""
                # What would notice

                For each property: in how many models TLC checks it, which broken specs violate it
                (`make mutants` says so in each run), whether the simulator checks it after every
                step, and which faulty programs its checker has caught (`make test`). A test writes
                this page anew and compares; nothing here was typed in by hand.

                | property | models | broken specs | simulator | faulty programs |
                |---|---:|---|---|---|
                """);
        for (String property : properties()) {
            text.append("| ").append(property)
                    .append(" | ").append(models.getOrDefault(property, 0))
                    .append(" | ").append(String.join(", ", mutants.getOrDefault(property, Set.of())))
                    .append(" | ").append(checkers.containsValue(property) ? "yes" : "")
                    .append(" | ").append(String.join("; ", faultsOf(property)))
                    .append(" |\n");
        }
        return text.toString();
    }
}
