package org.quittance.sim.check;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who is in the cluster, as the scenario says and not as any replica believes.
 *
 * @param weights voting weight per node
 * @param byzantine the nodes that may break the rules
 */
public record Members(List<Long> weights, SortedSet<Integer> byzantine) {

    public Members {
        weights = List.copyOf(weights);
        byzantine = new TreeSet<>(byzantine);
    }

    /** The nodes that keep the rules, in order. */
    public List<Integer> correct() {
        return IntStream.range(0, weights.size()).filter(this::isCorrect).boxed().toList();
    }

    /** Does this node keep the rules? */
    public boolean isCorrect(int node) {
        return !byzantine.contains(node);
    }

    /** Is the weight of these nodes, each counted once, above two thirds of the total? */
    public boolean isQuorum(Collection<Integer> nodes) {
        long total = weights.stream().mapToLong(Long::longValue).sum();
        long weight = nodes.stream().distinct().mapToLong(weights::get).sum();
        return 3 * weight > 2 * total;
    }
}
