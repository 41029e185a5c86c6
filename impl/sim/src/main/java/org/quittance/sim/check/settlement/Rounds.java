package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Variable;

/** The oracle's rounds by their definition. */
final class Rounds {

    private static final BigInteger WHOLE = BigInteger.valueOf(Parameters.WHOLE);

    private final Parameters parameters;

    Rounds(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The reports of this round that count. */
    SortedMap<Integer, BigInteger> counted(Picture state) {
        SortedMap<Integer, BigInteger> counted = new TreeMap<>();
        state.amounts(Variable.REPORTS).forEach((validator, price) -> {
            if (!state.has(Variable.JAILED, validator)
                    && state.number(Variable.OUTLIERS, validator) < parameters.outlierRounds()) {
                counted.put(validator, price);
            }
        });
        return counted;
    }

    /** The price that the round agrees on, if more than two thirds of the weight reported. */
    Optional<BigInteger> agreed(Picture state) {
        SortedMap<Integer, BigInteger> counted = counted(state);
        BigInteger total = weight(state);
        BigInteger reported = weight(state, List.copyOf(counted.keySet()));
        if (times(reported, 3).compareTo(times(total, 2)) <= 0) {
            return Optional.empty();
        }
        return counted.values().stream().sorted()
                .filter(price -> times(weightUpTo(state, counted, price), 2)
                        .compareTo(reported) >= 0)
                .findFirst();
    }

    private static BigInteger weightUpTo(
            Picture state, SortedMap<Integer, BigInteger> counted, BigInteger price) {
        BigInteger sum = ZERO;
        for (Map.Entry<Integer, BigInteger> report : counted.entrySet()) {
            if (report.getValue().compareTo(price) <= 0) {
                sum = sum.add(state.amount(Variable.WEIGHT, report.getKey()));
            }
        }
        return sum;
    }

    /** The weight of all validators. */
    static BigInteger weight(Picture state) {
        return state.amounts(Variable.WEIGHT).values().stream().reduce(ZERO, BigInteger::add);
    }

    /** The weight of these validators. */
    static BigInteger weight(Picture state, Collection<Integer> validators) {
        return validators.stream().map(validator -> state.amount(Variable.WEIGHT, validator))
                .reduce(ZERO, BigInteger::add);
    }

    /** Is one further from the other than so many parts of it? */
    static boolean isFar(BigInteger one, BigInteger other, long parts) {
        return one.subtract(other).abs().multiply(WHOLE)
                .compareTo(other.multiply(BigInteger.valueOf(parts))) > 0;
    }

    /** May this price be believed after that one and that candidate (0 if there is none)? */
    boolean isConfirmed(BigInteger agreed, BigInteger price, BigInteger candidate) {
        return price.signum() == 0
                || !isFar(agreed, price, parameters.maxMove())
                || (candidate.signum() > 0 && !isFar(agreed, candidate, parameters.maxMove()));
    }

    private static BigInteger times(BigInteger number, long factor) {
        return number.multiply(BigInteger.valueOf(factor));
    }
}
