package org.quittance.sim.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.quittance.core.consensus.Timing;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.kernel.Link;
import org.quittance.sim.run.Cluster;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.SettlementRun;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Corpus;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.Scenarios;
import org.quittance.sim.scenario.SettlementScenario;
import org.quittance.sim.scenario.SettlingCorpus;

/**
 * A run that is made twice: with a fault, and without.
 *
 * @param trace which trace of it is looked at
 * @param scenario a name that the simulator knows, or one of those here
 * @param seed of all chance in it; 0 if the scenario has one of its own
 */
public record Run(Trace trace, String scenario, long seed) {

    /** Replicas crash all the time, one after another; one is Byzantine. */
    static final String CRASHES = "control";

    /** A replica goes wrong, stops, loses its power, and comes back. */
    static final String DIVERGED_CRASH = "diverged-crash";

    /** A short run of settlement. */
    static final String SMALL = "small";

    /** What a trace is held against. */
    public enum Trace {
        ORDERING,
        SETTLEMENT,
        SYSTEM
    }

    private static final Set<Property> ALL = Set.of(Property.values());

    static Run ordering(String scenario, long seed) {
        return new Run(Trace.ORDERING, scenario, seed);
    }

    static Run settlement(String scenario, long seed) {
        return new Run(Trace.SETTLEMENT, scenario, seed);
    }

    static Run system(String scenario, long seed) {
        return new Run(Trace.SYSTEM, scenario, seed);
    }

    /** Of a file with its trace. */
    public String name() {
        return trace.name().toLowerCase(Locale.ROOT) + "-" + scenario
                + (seed > 0 ? "-" + seed : "");
    }

    /**
     * The lines of its trace; no checker looks.
     *
     * @param most with so many lines the run is broken off, and the trace has no end
     */
    public List<String> record(int most) {
        List<String> lines = new ArrayList<>();
        Consumer<String> sink = line -> {
            if (lines.size() < most) {
                lines.add(line);
                if (lines.size() == most) {
                    throw new IllegalStateException("that is enough");
                }
            }
        };
        Options options = Options.PLAIN.ignoring(ALL);
        switch (trace) {
            case ORDERING -> run(options.tracedTo(sink));
            case SETTLEMENT -> run(options.settlementTracedTo(sink, line -> { }));
            case SYSTEM -> run(options.settlementTracedTo(line -> { }, sink));
        }
        return lines;
    }

    /** The label of the property that the checkers find broken first; empty if there is none. */
    public String check() {
        Violation violation = run(Options.PLAIN);
        return violation == null ? "" : violation.property().label();
    }

    private Violation run(Options options) {
        SettlementScenario alone = scenario.equals(SMALL)
                ? SettlementScenario.small(SMALL, seed)
                : SettlementScenario.named(scenario, seed).orElse(null);
        return alone == null
                ? Cluster.run(cluster(), options).violation()
                : SettlementRun.run(alone, options).violation();
    }

    private Scenario cluster() {
        if (scenario.equals(CRASHES)) {
            return crashes(seed);
        }
        if (scenario.equals(DIVERGED_CRASH)) {
            return divergedCrash();
        }
        if (seed > 0) {
            return Scenarios.named(scenario, seed).orElseThrow();
        }
        return fixed(scenario);
    }

    private static Scenario fixed(String name) {
        List<Scenario> fixed = new ArrayList<>(Corpus.scenarios());
        fixed.addAll(SettlingCorpus.scenarios());
        return fixed.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static Scenario divergedCrash() {
        Scenario s = fixed("diverged");
        return new Scenario(DIVERGED_CRASH, s.seed(), s.weights(), s.byzantine(), s.link(),
                s.diskMillis(), s.timing(), s.invalidPerMille(),
                List.of(new org.quittance.sim.scenario.Fault.Crash(400, 60, List.of(1))), 500,
                s.blocksAfter(), s.settling());
    }

    private static Scenario crashes(long seed) {
        List<org.quittance.sim.scenario.Fault> faults = new ArrayList<>();
        for (int at = 40; at < 1900; at += 40) {
            faults.add(new org.quittance.sim.scenario.Fault.Crash(
                    at, 20, List.of((int) ((at / 40 + seed) % 3))));
        }
        return new Scenario(CRASHES, seed, Collections.nCopies(4, 1L),
                new TreeMap<>(Map.of(3, List.of(Behaviour.EQUIVOCATOR, Behaviour.DOUBLE_VOTER))),
                new Link(2, 30, 50, 50, 50, 100), 10, new Timing(60, 120, 960, 80), 0, faults,
                2000, 3);
    }
}
