package org.quittance.sim.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.replica.SystemEvent;
import org.quittance.sim.check.Violation;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Dial;
import org.quittance.sim.scenario.Dials;

/** Runs random scenarios until everything that can occur has occurred in enough of them. */
public final class Campaign {

    private final List<Dial> dials;
    private final SortedSet<String> goals;
    private final Kind kind;

    /** A kind of run that can be steered. */
    private interface Kind {
        Ran run(long seed, Map<String, String> chosen);
    }

    /** What came of a run. */
    private record Ran(SortedMap<String, Long> counts, @Nullable Violation violation) {}

    /**
     * How a campaign ended.
     *
     * @param runs how many there were
     * @param counts how often each thing occurred
     * @param first the seed of the run in which it occurred first
     * @param rare what did not occur in enough runs
     * @param weights of the settings in the end, by dial
     * @param violation what went wrong in the last run; null if nothing did
     * @param violated its seed; 0 if nothing went wrong
     */
    public record Result(
            int runs,
            SortedMap<String, Long> counts,
            SortedMap<String, Long> first,
            SortedSet<String> rare,
            Map<String, Map<String, Double>> weights,
            @Nullable Violation violation,
            long violated) {

        /** What never occurred. */
        public List<String> missing() {
            return rare.stream().filter(goal -> !counts.containsKey(goal)).toList();
        }
    }

    private Campaign(List<Dial> dials, Collection<String> goals, Kind kind) {
        this.dials = dials;
        this.goals = new TreeSet<>(goals);
        this.kind = kind;
    }

    /** Of settlement alone: actions, what becomes of commands, and from where debts are paid. */
    public static Campaign ofSettlement() {
        List<String> goals = new ArrayList<>(Reachable.actions());
        goals.addAll(Reachable.decisions());
        goals.addAll(Reachable.stages());
        return new Campaign(Dials.OF_SETTLEMENT, goals, (seed, chosen) -> {
            SettlementRun.Result result =
                    SettlementRun.run(Dials.settlement(seed, chosen), Options.PLAIN);
            SortedMap<String, Long> counts = new TreeMap<>(result.coverage().actions());
            counts.putAll(result.coverage().decisions());
            counts.putAll(result.coverage().stages());
            return new Ran(counts, result.violation());
        });
    }

    /** Of clusters: actions of ordering and the ways to take them, execution and attestation. */
    public static Campaign ofClusters() {
        List<String> goals = new ArrayList<>(Variants.ALL);
        Stream.of(org.quittance.core.consensus.Event.class.getPermittedSubclasses())
                .forEach(type -> goals.add(type.getSimpleName()));
        goals.add(system("Order"));
        Stream.of(SystemEvent.class.getPermittedSubclasses())
                .forEach(type -> goals.add(system(type.getSimpleName())));
        return new Campaign(Dials.OF_CLUSTERS, goals, (seed, chosen) -> {
            Outcome outcome = Cluster.run(Dials.cluster(seed, chosen), Options.PLAIN);
            SortedMap<String, Long> counts = new TreeMap<>(outcome.statistics().actions());
            counts.putAll(outcome.statistics().variants());
            outcome.statistics().systemActions().forEach(
                    (name, count) -> counts.put(system(name), count));
            return new Ran(counts, outcome.violation());
        });
    }

    /** Both specs have a Crash. */
    private static String system(String action) {
        return "System " + action;
    }

    /** What shall occur. */
    public SortedSet<String> goals() {
        return Collections.unmodifiableSortedSet(goals);
    }

    /**
     * Runs one seed after the other.
     *
     * @param times in how many runs each thing shall occur
     * @param budget at most so many runs
     * @param isSteered whether rare things get more weight; else all settings are equally likely
     */
    public Result run(long firstSeed, int times, int budget, boolean isSteered) {
        Steering steering = new Steering(
                dials, goals, times, isSteered, new Rng(firstSeed).split("steering"));
        SortedMap<String, Long> counts = new TreeMap<>();
        SortedMap<String, Long> first = new TreeMap<>();
        int runs = 0;
        Violation violation = null;
        while (runs < budget && violation == null && !steering.rare().isEmpty()) {
            long seed = firstSeed + runs;
            SortedMap<String, String> chosen = steering.choose();
            Ran ran = kind.run(seed, chosen);
            ran.counts().forEach((name, count) -> {
                counts.merge(name, count, Long::sum);
                first.putIfAbsent(name, seed);
            });
            steering.learn(chosen, new TreeSet<>(ran.counts().keySet()));
            violation = ran.violation();
            runs++;
        }
        return new Result(runs, counts, first, steering.rare(), steering.weights(), violation,
                violation == null ? 0 : firstSeed + runs - 1);
    }
}
