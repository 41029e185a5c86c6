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
        meanings.put("Agreement", "The final blocks form one chain.");
        meanings.put("Validity", "What is final is valid, and was proposed by its view's leader.");
        meanings.put("NoConflictingNotarization", "No two blocks of one view are notarized.");
        meanings.put("FinalizedNotNullified",
                "No view is nullified in which a block is final.");
        meanings.put("NoHonestEvidence",
                "Nothing that a correct replica signs convicts it, across crashes too.");
        meanings.put("AccountabilityOfFinalizations", "If conflicting blocks are finalized, signers"
                + " of at least a third of the weight are convicted.");
        meanings.put("Accountability", "If conflicting blocks have proofs of finality, signers of"
                + " at least a third of the weight are convicted.");
        meanings.put("ProposesOnHighest",
                "A correct leader proposes on the highest notarized block that it may extend.");
        meanings.put("CommitsOnlyFinal",
                "A commit takes blocks only that are final, each on the one before.");
        meanings.put("DurableVotes",
                "No message of a correct replica is out that its disk does not have.");
        meanings.put("CertificatesAreBacked",
                "Every certificate that a replica holds is made of messages that were signed.");
        meanings.put("CommittedIsFinal", "Only what is final is committed.");
        meanings.put("EveryViewEnds", "Every view ends for every correct replica.");
        meanings.put("HonestBlockCommitted",
                "All correct replicas commit a block of a correct leader.");
        meanings.put("CatchesUp",
                "Whoever comes back has, sooner or later, committed what anyone committed.");
        meanings.put("ProofsAgree", "No two proofs of finality conflict; violated on purpose, or"
                + " Accountability would say nothing.");
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
