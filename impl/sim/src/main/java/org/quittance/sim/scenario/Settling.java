package org.quittance.sim.scenario;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.sim.settlement.Market;

/**
 * What the replicas of a cluster execute.
 *
 * @param market what they settle; it has as many validators as the cluster has replicas
 * @param maxLag so many final blocks may be without a quittance
 * @param wrong replicas that keep the rules but compute something else, from these heights on
 * @param takingOver replicas that take over the state of others when they come back
 */
public record Settling(Market market, long maxLag, SortedMap<Integer, Long> wrong,
        SortedSet<Integer> takingOver) {

    public Settling {
        wrong = Collections.unmodifiableSortedMap(new TreeMap<>(wrong));
        takingOver = Collections.unmodifiableSortedSet(new TreeSet<>(takingOver));
    }

    /** Nobody takes a state over. */
    public Settling(Market market, long maxLag, SortedMap<Integer, Long> wrong) {
        this(market, maxLag, wrong, new TreeSet<>());
    }
}
