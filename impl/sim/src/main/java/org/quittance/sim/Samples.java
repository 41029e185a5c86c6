package org.quittance.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quittance.sim.check.Violation;
import org.quittance.sim.run.Cluster;
import org.quittance.sim.run.Cut;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.SettlementRun;
import org.quittance.sim.scenario.Corpus;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.SettlementScenario;
import org.quittance.sim.scenario.SettlingCorpus;

/**
 * The sample traces that trace validation must accept, by name. They are a function of the code, so
 * that whoever changes a rule can record them anew, and nobody needs to trust a file.
 */
final class Samples {

    /**
     * Of these runs the beginning is a sample, with so many events: what comes after them shows
     * nothing that was not there before, and takes time with each check.
     */
    private static final Map<String, Integer> ORDERING = Map.ofEntries(
            Map.entry("calm", 140),
            Map.entry("crash", 300),
            Map.entry("crash-at-genesis", 150),
            Map.entry("crash-of-all", 320),
            Map.entry("equivocation", 200),
            Map.entry("forger", 180),
            Map.entry("halves", 300),
            Map.entry("left-behind", 330),
            Map.entry("lossy", 180),
            Map.entry("nullify-and-finalize", 180),
            Map.entry("twin", 320));

    /** Of these runs only what they executed and attested is a sample. */
    private static final Map<String, String> SYSTEM = Map.of(
            "system-calm", "settled",
            "system-crash", "settled-crash",
            "system-diverged", "diverged",
            "system-takeover", "takeover",
            "system-two-roots", "two-roots");

    /** A run of which nothing is scripted. */
    private static final String ANY = "settlement-any";
    private static final String RUN_OF_ANY = "settlement-3";

    private Samples() {}

    /** Each sample's lines, under its name; they are made when they are asked for. */
    static SortedMap<String, Supplier<List<String>>> all() {
        SortedMap<String, Supplier<List<String>>> all = new TreeMap<>();
        ORDERING.forEach((name, events) ->
                all.put(name, () -> Cut.beginning(ordering(cluster(name)), events)));
        SYSTEM.forEach((name, run) -> all.put(name, () -> system(cluster(run))));
        all.put(ANY, () -> settlement(SettlementScenario.named(RUN_OF_ANY, 0).orElseThrow()));
        SettlementScenario.scripted().forEach(scenario ->
                all.put(scenario.name(), () -> settlement(scenario)));
        return all;
    }

    private static Scenario cluster(String name) {
        return Stream.concat(Corpus.scenarios().stream(), SettlingCorpus.scenarios().stream())
                .filter(scenario -> scenario.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> ordering(Scenario scenario) {
        List<String> lines = new ArrayList<>();
        check(Cluster.run(scenario, Options.PLAIN.tracedTo(lines::add)).violation() == null,
                scenario.name());
        return lines;
    }

    private static List<String> system(Scenario scenario) {
        List<String> lines = new ArrayList<>();
        check(Cluster.run(scenario, Options.PLAIN.settlementTracedTo(line -> { }, lines::add))
                .violation() == null, scenario.name());
        return lines;
    }

    private static List<String> settlement(SettlementScenario scenario) {
        List<String> lines = new ArrayList<>();
        Violation violation = SettlementRun.run(scenario,
                Options.PLAIN.settlementTracedTo(lines::add, line -> { })).violation();
        check(violation == null, scenario.name() + ": " + violation);
        return lines;
    }

    private static void check(boolean sound, String name) {
        if (!sound) {
            throw new IllegalStateException("a sample breaks a property: " + name);
        }
    }
}
