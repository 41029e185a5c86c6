package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Variable;

/**
 * Who counts in the oracle's rounds, and for how much, by the definition. Weights follow stakes at
 * the end of an epoch and at no other time, unless nobody would have any; and then outliers are
 * forgiven. In between, a round that closes says who was an outlier in it.
 */
final class Standing {

    private final Parameters parameters;

    Standing(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is wrong with the weights and outliers after a step; empty if nothing is.
     *
     * @param agreed the price that the round agrees on, if it does
     */
    Optional<String> fault(Step step, Optional<BigInteger> agreed) {
        Picture before = step.before();
        Picture after = step.after();
        boolean isEpochsEnd = step.event() instanceof Event.EndBlock
                && before.height() % parameters.epochLength() == 0;
        SortedMap<Integer, BigInteger> weights = isEpochsEnd
                ? nextWeights(before) : positive(before, Variable.WEIGHT);
        SortedMap<Integer, BigInteger> outliers = isEpochsEnd
                ? new TreeMap<>()
                : step.event() instanceof Event.CloseRound && agreed.isPresent()
                        ? nextOutliers(before, agreed.get())
                        : positive(before, Variable.OUTLIERS);
        return differing("weights", weights, positive(after, Variable.WEIGHT))
                .or(() -> differing("outliers", outliers, positive(after, Variable.OUTLIERS)));
    }

    private static SortedMap<Integer, BigInteger> nextWeights(Picture state) {
        SortedMap<Integer, BigInteger> stakes = positive(state, Variable.STAKE);
        for (int validator : List.copyOf(stakes.keySet())) {
            if (!state.has(Variable.JOINED, validator) || state.has(Variable.JAILED, validator)) {
                stakes.remove(validator);
            }
        }
        return stakes.isEmpty() ? positive(state, Variable.WEIGHT) : stakes;
    }

    private SortedMap<Integer, BigInteger> nextOutliers(Picture state, BigInteger price) {
        SortedMap<Integer, BigInteger> next = positive(state, Variable.OUTLIERS);
        for (Map.Entry<Integer, BigInteger> report : state.amounts(Variable.REPORTS).entrySet()) {
            if (Rounds.isFar(report.getValue(), price, parameters.outlierMove())) {
                next.merge(report.getKey(), ONE, BigInteger::add);
            } else {
                next.remove(report.getKey());
            }
        }
        return next;
    }

    private static SortedMap<Integer, BigInteger> positive(Picture state, Variable variable) {
        SortedMap<Integer, BigInteger> all = state.amounts(variable);
        all.values().removeIf(amount -> amount.compareTo(ZERO) <= 0);
        return all;
    }

    private static Optional<String> differing(
            String what,
            SortedMap<Integer, BigInteger> expected,
            SortedMap<Integer, BigInteger> found) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("the " + what + " are " + found + " instead of " + expected);
    }
}
