package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;

/**
 * The margin as its definition says it, without any cleverness: the worst of all prices in the
 * band. Where the band is too wide for that, all prices next to a strike, the ends, and a sample.
 */
public final class Margins {

    private static final BigInteger WHOLE = BigInteger.valueOf(Parameters.WHOLE);
    private static final int ALL_PRICES_UP_TO = 200;
    private static final int SAMPLE = 24;

    private final Parameters parameters;

    public Margins(Parameters parameters) {
        this.parameters = parameters;
    }

    /** What one contract pays at this price. */
    public static BigInteger payoff(Series series, BigInteger price) {
        BigInteger strike = BigInteger.valueOf(series.strike());
        BigInteger gain = series.right() == Right.CALL
                ? price.subtract(strike) : strike.subtract(price);
        return gain.max(ZERO);
    }

    /** What it takes to trade with these positions. */
    public BigInteger initial(Picture state, SortedMap<Integer, BigInteger> held) {
        return margin(state, held, parameters.initialRate(), parameters.initialFloor());
    }

    /** What it takes to keep these positions. */
    public BigInteger maintenance(Picture state, SortedMap<Integer, BigInteger> held) {
        return margin(state, held, parameters.maintenanceRate(), parameters.maintenanceFloor());
    }

    /** What is above the initial margin; negative if there is less. */
    public BigInteger free(
            Picture state, BigInteger cash, SortedMap<Integer, BigInteger> held) {
        return cash.subtract(initial(state, held));
    }

    /** The same of an account as it is. */
    public BigInteger free(Picture state, int account) {
        return free(state, state.cash(account), state.positions(account));
    }

    /** Has the account less than it takes to keep its positions? */
    public boolean isUnderwater(Picture state, int account) {
        return state.cash(account).compareTo(maintenance(state, state.positions(account))) < 0;
    }

    /** The spec's AfterwardsOk: covered, or missing no more than now; and never without cash. */
    public boolean isOkAfterwards(
            Picture now, int account, BigInteger cash, SortedMap<Integer, BigInteger> held) {
        BigInteger shortfall = free(now, cash, held).negate().max(ZERO);
        BigInteger before = free(now, account).negate().max(ZERO);
        return cash.signum() >= 0 && (shortfall.signum() == 0 || shortfall.compareTo(before) <= 0);
    }

    /** Positions with so many contracts of a series more. */
    public static SortedMap<Integer, BigInteger> plus(
            SortedMap<Integer, BigInteger> held, int series, BigInteger contracts) {
        SortedMap<Integer, BigInteger> sum = new TreeMap<>(held);
        sum.merge(series, contracts, BigInteger::add);
        return sum;
    }

    private BigInteger margin(
            Picture state, SortedMap<Integer, BigInteger> held, long rate, long floor) {
        BigInteger sum = ZERO;
        for (Group group : state.groups().values()) {
            if (group.status() != GroupStatus.SETTLED) {
                SortedMap<Series, BigInteger> ofGroup =
                        new TreeMap<>((a, b) -> Integer.compare(a.id(), b.id()));
                held.forEach((id, quantity) -> state.series(id)
                        .filter(series -> series.group() == group.id())
                        .ifPresent(series -> ofGroup.put(series, quantity)));
                sum = sum.add(ofGroup(state, ofGroup, rate, floor));
            }
        }
        return sum;
    }

    private BigInteger ofGroup(
            Picture state, SortedMap<Series, BigInteger> held, long rate, long floor) {
        BigInteger worst = ZERO;
        if (held.isEmpty()) {
            return worst;
        }
        for (BigInteger point : points(state, held, rate)) {
            BigInteger value = ZERO;
            for (var entry : held.entrySet()) {
                value = value.add(entry.getValue().multiply(payoff(entry.getKey(), point)));
            }
            worst = worst.max(value.negate());
        }
        BigInteger shorts = held.values().stream()
                .map(quantity -> quantity.negate().max(ZERO)).reduce(ZERO, BigInteger::add);
        return worst.max(shorts.multiply(BigInteger.valueOf(floor)));
    }

    private SortedSet<BigInteger> points(
            Picture state, SortedMap<Series, BigInteger> held, long rate) {
        BigInteger price = state.amount(Variable.PRICE);
        BigInteger low = price.multiply(BigInteger.valueOf(Parameters.WHOLE - rate)).divide(WHOLE);
        BigInteger high = price.multiply(BigInteger.valueOf(Parameters.WHOLE + rate))
                .add(WHOLE).subtract(ONE).divide(WHOLE)
                .min(BigInteger.valueOf(parameters.maxPrice()));
        BigInteger width = high.subtract(low);
        boolean all = width.compareTo(BigInteger.valueOf(ALL_PRICES_UP_TO)) <= 0;
        int steps = all ? width.intValueExact() : SAMPLE;
        SortedSet<BigInteger> points = new TreeSet<>();
        points.add(low);
        for (int step = 1; step <= steps; step++) {
            points.add(low.add(width.multiply(BigInteger.valueOf(step))
                    .divide(BigInteger.valueOf(steps))));
        }
        for (Series series : held.keySet()) {
            for (int near = -1; near <= 1; near++) {
                BigInteger point = BigInteger.valueOf(series.strike() + near);
                if (point.compareTo(low) >= 0 && point.compareTo(high) <= 0) {
                    points.add(point);
                }
            }
        }
        return points;
    }
}
