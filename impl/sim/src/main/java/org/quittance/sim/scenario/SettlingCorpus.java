package org.quittance.sim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.consensus.Timing;
import org.quittance.sim.kernel.Link;
import org.quittance.sim.settlement.Market;

/**
 * A small fixed set of short runs of clusters that settle, which together take every action of the
 * spec {@code System}; and the demonstration of settlement.
 */
public final class SettlingCorpus {

    /** The name of the demonstration. */
    public static final String DEMO = "settlement-demo";

    /** The seed with which the demonstration shows everything that it is there for. */
    public static final long DEMO_SEED = 1140;

    private static final Link QUICK = Link.good(5, 15);
    private static final Timing TIMING = new Timing(80, 160, 1280, 100);

    private SettlingCorpus() {}

    /** All of them, each under a name of its own. */
    public static List<Scenario> scenarios() {
        return List.of(
                scenario("settled", 1, 4, Map.of(), List.of(), Map.of(), 50, 3),
                scenario("two-roots", 2, 4, Map.of(3, List.of(Behaviour.DOUBLE_ATTESTER)),
                        List.of(), Map.of(), 50, 4),
                scenario("wrong-root", 3, 4, Map.of(2, List.of(Behaviour.WRONG_ATTESTER)),
                        List.of(), Map.of(), 50, 3),
                scenario("diverged", 4, 4, Map.of(), List.of(), Map.of(1, 2L), 50, 3),
                scenario("unquitted", 5, 4, Map.of(),
                        List.of(new Fault.NoAttestations(60, 600)), Map.of(), 700, 2),
                scenario("settled-crash", 6, 4, Map.of(),
                        List.of(new Fault.Crash(150, 80, List.of(1)),
                                new Fault.Crash(300, 60, List.of(0, 1, 2, 3))), Map.of(), 400, 2),
                takeover());
    }

    /** A replica that is away for a while takes over the state of the others. */
    private static Scenario takeover() {
        Scenario away = scenario("takeover", 7, 4, Map.of(),
                List.of(new Fault.Crash(120, 400, List.of(2))), Map.of(), 540, 2);
        return away.settling(away.name(), new Settling(
                Market.tiny(7, 4), 3, new TreeMap<>(), new TreeSet<>(List.of(2))));
    }

    /**
     * Trading, a price shock, accounts that are taken over or closed out, an expiry, an
     * equivocator that is slashed, and withdrawals.
     */
    public static Scenario demo(long seed) {
        Scenario demo = scenario(DEMO, seed, 4,
                Map.of(3, List.of(Behaviour.DOUBLE_VOTER, Behaviour.DOUBLE_ATTESTER)), List.of(),
                Map.of(), 50, 13);
        return demo.settling(DEMO, new Settling(Market.demo(), 4, new TreeMap<>()));
    }

    private static Scenario scenario(
            String name,
            long seed,
            int size,
            Map<Integer, List<Behaviour>> byzantine,
            List<Fault> faults,
            Map<Integer, Long> wrong,
            long stopMillis,
            int blocks) {
        Settling settling =
                new Settling(Market.tiny(seed, size), 3, new TreeMap<>(wrong));
        return new Scenario(name, seed, Collections.nCopies(size, 1L),
                new TreeMap<>(byzantine), QUICK, 12, TIMING, 0, faults, stopMillis, blocks,
                Optional.of(settling));
    }
}
