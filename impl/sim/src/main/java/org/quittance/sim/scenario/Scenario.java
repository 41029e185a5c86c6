package org.quittance.sim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quittance.core.consensus.Timing;
import org.quittance.sim.kernel.Link;

/**
 * Everything that is decided before a run. Together with its seed it determines the run.
 *
 * @param name for files and reports
 * @param seed the seed of all chance in the run
 * @param weights voting weight per validator, each at least 1
 * @param byzantine who breaks the rules, and how
 * @param link the network until the faults stop; afterwards it is the same without loss
 * @param diskMillis a write to disk takes between 1 and so many milliseconds
 * @param invalidPerMille so many payloads in a thousand that Byzantine leaders propose are invalid
 * @param faults crashes and partitions
 * @param faultsStopMillis from here on nothing goes wrong but what Byzantine replicas do
 * @param blocksAfter how many blocks of correct leaders each correct node must then commit
 * @param settling what is executed; empty if payloads mean nothing and nothing is
 */
public record Scenario(
        String name,
        long seed,
        List<Long> weights,
        SortedMap<Integer, List<Behaviour>> byzantine,
        Link link,
        int diskMillis,
        Timing timing,
        int invalidPerMille,
        List<Fault> faults,
        long faultsStopMillis,
        int blocksAfter,
        Optional<Settling> settling) {

    public Scenario {
        weights = List.copyOf(weights);
        byzantine = Collections.unmodifiableSortedMap(new TreeMap<>(byzantine));
        faults = List.copyOf(faults);
        for (Fault fault : faults) {
            if (fault.endMillis() > faultsStopMillis) {
                throw new IllegalArgumentException(fault + " ends after " + faultsStopMillis);
            }
        }
        for (int node : byzantine.keySet()) {
            if (node < 0 || node >= weights.size()) {
                throw new IllegalArgumentException("no validator " + node);
            }
        }
        int validators = settling.map(it -> it.market().stakes().size()).orElse(weights.size());
        if (validators != weights.size()) {
            throw new IllegalArgumentException("there are " + weights.size()
                    + " replicas, but " + validators + " validators in the market");
        }
    }

    /** A scenario in which only the order of payloads matters. */
    public Scenario(
            String name,
            long seed,
            List<Long> weights,
            SortedMap<Integer, List<Behaviour>> byzantine,
            Link link,
            int diskMillis,
            Timing timing,
            int invalidPerMille,
            List<Fault> faults,
            long faultsStopMillis,
            int blocksAfter) {
        this(name, seed, weights, byzantine, link, diskMillis, timing, invalidPerMille, faults,
                faultsStopMillis, blocksAfter, Optional.empty());
    }

    /** The same, with payloads that are executed. */
    public Scenario settling(String otherName, Settling what) {
        return new Scenario(otherName, seed, weights, byzantine, link, diskMillis, timing,
                invalidPerMille, faults, faultsStopMillis, blocksAfter, Optional.of(what));
    }

    /** The same under another seed. */
    public Scenario withSeed(long other) {
        return new Scenario(name, other, weights, byzantine, link, diskMillis, timing,
                invalidPerMille, faults, faultsStopMillis, blocksAfter, settling);
    }

    /** The same, but longer or shorter: with that many blocks after the faults. */
    public Scenario until(int blocks) {
        return new Scenario(name, seed, weights, byzantine, link, diskMillis, timing,
                invalidPerMille, faults, faultsStopMillis, blocks, settling);
    }

    /** The replicas that keep the rules but compute something else, and from which height on. */
    public SortedMap<Integer, Long> wrong() {
        return settling.map(Settling::wrong).orElse(new TreeMap<>());
    }

    /** How many validators there are. */
    public int size() {
        return weights.size();
    }

    /** Does this validator break the rules? */
    public boolean isByzantine(int node) {
        return byzantine.containsKey(node);
    }

    /** The sum of all weights. */
    public long totalWeight() {
        return weights.stream().mapToLong(Long::longValue).sum();
    }

    /** The least weight of a quorum: the least that is above two thirds of the total. */
    public long quorumWeight() {
        return 2 * totalWeight() / 3 + 1;
    }

    /** The weight of those who break the rules. */
    public long byzantineWeight() {
        return byzantine.keySet().stream().mapToLong(weights::get).sum();
    }

    /** The scenario for people, on a few lines. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        text.append("scenario ").append(name).append(", seed ").append(seed).append('\n');
        text.append("  weights ").append(weights).append(", quorum ").append(quorumWeight())
                .append(", Byzantine weight ").append(byzantineWeight()).append('\n');
        for (Map.Entry<Integer, List<Behaviour>> entry : byzantine.entrySet()) {
            text.append("  node ").append(entry.getKey()).append(" is Byzantine: ")
                    .append(entry.getValue().stream().map(Behaviour::label)
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        text.append("  delay ").append(link.minDelayMillis()).append("..")
                .append(link.maxDelayMillis()).append(" ms; of 1000 messages ")
                .append(link.lossPerMille()).append(" lost, ")
                .append(link.duplicatePerMille()).append(" doubled, ")
                .append(link.latePerMille()).append(" late by up to ")
                .append(link.lateMillis()).append(" ms; disk up to ")
                .append(diskMillis).append(" ms\n");
        text.append("  timeouts: leader ").append(timing.leader()).append(", view ")
                .append(timing.view()).append(", at most ").append(timing.most())
                .append(", rebroadcast ").append(timing.rebroadcast()).append(" ms\n");
        for (Fault fault : faults) {
            text.append("  ").append(fault).append('\n');
        }
        settling.ifPresent(it -> text.append("  settlement of ").append(it.market().cash().size())
                .append(" traders, price ").append(it.market().firstPrice())
                .append("; at most ").append(it.maxLag())
                .append(" blocks without a quittance; wrong execution from height on: ")
                .append(it.wrong())
                .append(it.takingOver().isEmpty()
                        ? "" : "; take over the state of others: " + it.takingOver())
                .append('\n'));
        text.append("  faults stop at ").append(faultsStopMillis).append(" ms; then ")
                .append(blocksAfter).append(" more blocks of correct leaders");
        return text.toString();
    }
}
