package org.quittance.report;

import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the simulator says about its run.
 *
 * @param scenario its name
 * @param seed repeats the run
 * @param weights the voting weight of each replica
 * @param byzantine who breaks the rules, and how
 * @param faults what went wrong on purpose
 * @param blocks how many blocks are final at each correct replica
 * @param counts other figures by name, in the order in which they are shown
 * @param evidence what convicts replicas, in words
 * @param properties what every step was held against, by the names of the specs
 * @param violation the property that was violated, and how; absent if none was
 * @param seconds wall-clock time of the run
 */
public record Simulation(
        String scenario,
        long seed,
        List<Long> weights,
        Map<Integer, List<String>> byzantine,
        List<Fault> faults,
        Map<Integer, Long> blocks,
        Map<String, Long> counts,
        List<String> evidence,
        List<String> properties,
        @Nullable String violation,
        double seconds) {

    public Simulation {
        weights = List.copyOf(weights);
        faults = List.copyOf(faults);
        evidence = List.copyOf(evidence);
        properties = List.copyOf(properties);
    }

    /**
     * A fault with a beginning and an end.
     *
     * @param from simulated milliseconds
     * @param to simulated milliseconds
     * @param text what begins, such as "partition 0, 1 | 2, 3"
     * @param end what is over, such as "partition heals"
     * @param drawn whether the diagram shows it as a stretch of time; what a trace shows by itself
     *     is not drawn again
     */
    public record Fault(long from, long to, String text, String end, boolean drawn) {}
}
