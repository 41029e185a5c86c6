package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quittance.core.consensus.Timing;
import org.quittance.sim.kernel.Link;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Fault;
import org.quittance.sim.scenario.Scenario;

/**
 * How long a block takes when the network is good and its leader correct: two hops until all hold
 * its notarization, three until all have committed it. Here a message takes exactly 100 ms, and a
 * write 1 ms, which comes before each message; so a hop takes 101 ms.
 */
class LatencyTest {

    private static final int DELAY = 100;
    private static final int WRITE = 1;
    private static final long HOP = DELAY + WRITE;
    private static final int BLOCKS = 30;
    private static final long SETTLED = 50;
    private static final Timing TIMING = new Timing(1_000, 2_000, 16_000, 500);

    private static final Pattern EVENT = Pattern.compile(
            ".*\"time\":(\\d+),\"action\":\"(\\w+)\",\"args\":(.*),\"post\":.*");
    private static final Pattern NOTARIZATION =
            Pattern.compile("\"certificate\":\\{\"kind\":\"notarize\",\"view\":(\\d+)");
    private static final Pattern VIEW = Pattern.compile("\"view\":(\\d+)");

    /** When what happened to the block of a view, in milliseconds. */
    private record Times(long proposed, List<Long> notarized, List<Long> committed) {

        static Times of(long proposed) {
            return new Times(proposed, new ArrayList<>(), new ArrayList<>());
        }

        boolean isPrompt(int nodes) {
            return notarized.equals(Collections.nCopies(nodes, proposed + 2 * HOP))
                    && committed.equals(Collections.nCopies(nodes, proposed + 3 * HOP));
        }
    }

    private static Scenario scenario(
            Map<Integer, List<Behaviour>> byzantine, Link link, List<Fault> faults, long stop) {
        return new Scenario("latency", 1, Collections.nCopies(4, 1L), new TreeMap<>(byzantine),
                link, WRITE, TIMING, 0, faults, stop, BLOCKS);
    }

    /** What correct nodes did, by view, in a run that ended well. */
    private static SortedMap<Long, Times> run(Scenario scenario) {
        SortedMap<Long, Times> byView = new TreeMap<>();
        Outcome outcome = Cluster.run(scenario, Options.PLAIN.tracedTo(
                line -> note(line, byView)));
        assertThat(outcome.violation()).isNull();
        return byView;
    }

    private static void note(String line, SortedMap<Long, Times> byView) {
        Matcher event = EVENT.matcher(line);
        if (!event.matches()) {
            return;
        }
        long time = Long.parseLong(event.group(1));
        String args = event.group(3);
        switch (event.group(2)) {
            case "Propose" -> byView.put(first(VIEW, args), Times.of(time));
            case "HoldCertificate" -> {
                Times times = byView.get(first(NOTARIZATION, args));
                if (times != null) {
                    times.notarized().add(time);
                }
            }
            case "Commit" -> {
                Matcher view = VIEW.matcher(args);
                while (view.find()) {
                    Times times = byView.get(Long.parseLong(view.group(1)));
                    if (times != null) {
                        times.committed().add(time);
                    }
                }
            }
            default -> { }
        }
    }

    private static long first(Pattern pattern, String args) {
        Matcher found = pattern.matcher(args);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    /** The blocks that were proposed in time for everybody to have committed them. */
    private static List<Times> from(SortedMap<Long, Times> byView, long start) {
        long end = byView.get(byView.lastKey()).proposed() - 4 * HOP;
        return byView.values().stream()
                .filter(t -> t.proposed() >= start && t.proposed() <= end).toList();
    }

    @Test
    void twoHopsToABlockAndThreeUntilItIsFinal() {
        SortedMap<Long, Times> all = run(
                scenario(Map.of(), Link.good(DELAY, DELAY), List.of(), SETTLED));
        assertThat(from(all, SETTLED)).hasSizeGreaterThan(BLOCKS / 2).allMatch(t -> t.isPrompt(4));
        // Nobody waits for a block to be final before the next is proposed.
        List<Long> proposed = all.values().stream().map(Times::proposed).toList();
        assertThat(proposed.getLast() - proposed.getFirst())
                .isLessThan((proposed.size() - 1) * (2 * HOP + 2 * WRITE + 1));
    }

    @Test
    void theSameAmongThreeCorrectOnesAfterAnotherLeaderWasSilent() {
        SortedMap<Long, Times> all = run(scenario(Map.of(2, List.of(Behaviour.SILENT)),
                Link.good(DELAY, DELAY), List.of(), SETTLED));
        assertThat(from(all, SETTLED)).hasSizeGreaterThan(BLOCKS / 2).allMatch(t -> t.isPrompt(3));
    }

    @Test
    void theSameAfterAPartitionAndLosses() {
        long stop = 6_000;
        SortedMap<Long, Times> all = run(scenario(Map.of(), new Link(DELAY, DELAY, 200, 0, 0, 0),
                List.of(new Fault.Partition(500, 5_000, List.of(0, 1, 0, 1))), stop));
        // By then everybody is in one view, and rebroadcasts have told who missed something.
        assertThat(from(all, stop + 2 * TIMING.view()))
                .hasSizeGreaterThan(5).allMatch(t -> t.isPrompt(4));
    }

    @Test
    void aNetworkThatTakesLongerIsNoticed() {
        SortedMap<Long, Times> all = run(
                scenario(Map.of(), Link.good(DELAY, DELAY + 20), List.of(), SETTLED));
        assertThat(from(all, SETTLED)).hasSizeGreaterThan(BLOCKS / 2).noneMatch(t -> t.isPrompt(4));
    }
}
