package org.quittance.sim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.consensus.Timing;
import org.quittance.sim.kernel.Link;

/**
 * A small fixed set of short scenarios which together take every action of the spec that a correct
 * replica can take, in the ways that matter: nullified views, crashes of one and of all, catch-up
 * by finalization, commits of several blocks at once.
 */
public final class Corpus {

    private static final Link QUICK = Link.good(5, 15);
    private static final int DISK_MILLIS = 12;
    private static final Timing TIMING = new Timing(80, 160, 1280, 100);

    private Corpus() {}

    /** All of them, each under a name of its own. */
    public static List<Scenario> scenarios() {
        return List.of(
                scenario("calm", 1, Map.of(), QUICK, List.of(), 50, 3),
                scenario("silent-leader", 2, Map.of(2, List.of(Behaviour.SILENT)), QUICK,
                        List.of(), 100, 3),
                scenario("equivocation", 3,
                        Map.of(3, List.of(Behaviour.EQUIVOCATOR, Behaviour.DOUBLE_VOTER)), QUICK,
                        List.of(), 200, 3),
                scenario("nullify-and-finalize", 4,
                        Map.of(1, List.of(Behaviour.VOTE_AFTER_NULLIFY)), QUICK, List.of(), 50, 3),
                scenario("twin", 5, Map.of(0, List.of(Behaviour.TWIN)), QUICK, List.of(), 100, 3),
                scenario("forger", 6,
                        Map.of(2, List.of(Behaviour.REPLAYER, Behaviour.FORGER)), QUICK,
                        List.of(), 100, 3),
                scenario("lossy", 7, Map.of(), new Link(5, 30, 150, 50, 50, 150),
                        List.of(), 300, 2),
                scenario("crash", 16, Map.of(), QUICK,
                        List.of(new Fault.Crash(60, 80, List.of(1))), 150, 3),
                scenario("crash-at-genesis", 9, Map.of(), QUICK,
                        List.of(new Fault.Crash(22, 20, List.of(0, 1, 2, 3))), 50, 3),
                scenario("crash-of-all", 6, Map.of(), QUICK,
                        List.of(new Fault.Crash(120, 50, List.of(0, 1, 2, 3))), 180, 3),
                scenario("left-behind", 1, Map.of(), QUICK,
                        List.of(new Fault.Partition(30, 130, List.of(0, 0, 0, 1))), 170, 3),
                scenario("halves", 12, Map.of(), QUICK,
                        List.of(new Fault.Partition(60, 250, List.of(0, 1, 0, 1))), 320, 3));
    }

    private static Scenario scenario(
            String name,
            long seed,
            Map<Integer, List<Behaviour>> byzantine,
            Link link,
            List<Fault> faults,
            long stopMillis,
            int blocks) {
        return new Scenario(name, seed, Collections.nCopies(4, 1L), new TreeMap<>(byzantine), link,
                DISK_MILLIS, TIMING, 0, faults, stopMillis, blocks);
    }
}
