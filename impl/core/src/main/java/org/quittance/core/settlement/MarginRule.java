package org.quittance.core.settlement;

import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;

/**
 * What an account must be able to lose: the spec's module {@code Margin}, at the present price.
 * Results are in minor units.
 *
 * <p>What a position pays is linear in the price between strikes, so its worst price is an end of
 * the band or a strike in it. Positions are ordered by strike, so one walk up the band meets all
 * of these. An account's margin is kept until its positions or the price change, so that to look
 * ahead takes time in proportion to its positions of one group. No sum can overflow, see {@link
 * Parameters}; sums are exact all the same.
 */
final class MarginRule {

    private MarginRule() {}

    /** What it takes to trade with these positions. */
    @Spec("Margin!InitialMargin")
    static long initial(State s, Portfolio portfolio) {
        if (portfolio instanceof Held held) {
            return Math.addExact(initial(s, held.account()), gained(s, held));
        }
        return marginOf(portfolio, band(s, s.parameters().initialRate()), initialFloor(s));
    }

    /** The same for what the account holds: computed only if that, or the price, has changed. */
    private static long initial(State s, int account) {
        long price = s.oracle().price();
        if (!s.positions().hasMargin(account, price)) {
            Band band = band(s, s.parameters().initialRate());
            long margin = marginOf(held(s, account), band, initialFloor(s));
            s.positions().keepMargin(account, price, margin);
            return margin;
        }
        return s.positions().margin(account);
    }

    /** What a change of one position adds to the initial margin. Other groups don't matter. */
    private static long gained(State s, Held after) {
        Series changed = after.changed();
        if (changed == null) {
            return 0;
        }
        int from = after.place();
        int to = from + 1;
        while (from > 0 && after.series(from - 1).group() == changed.group()) {
            from--;
        }
        while (to < after.count() && after.series(to).group() == changed.group()) {
            to++;
        }
        Band band = band(s, s.parameters().initialRate());
        Held before = held(s, after.account());
        int toBefore = after.isNew() ? to - 1 : to;
        return Math.subtractExact(
                groupMargin(after, from, to, band, initialFloor(s)),
                groupMargin(before, from, toBefore, band, initialFloor(s)));
    }

    private static long initialFloor(State s) {
        return s.parameters().initialFloor();
    }

    /** What it takes to keep these positions. */
    @Spec("Margin!MaintenanceMargin")
    static long maintenance(State s, Portfolio portfolio) {
        Parameters p = s.parameters();
        return marginOf(portfolio, band(s, p.maintenanceRate()), p.maintenanceFloor());
    }

    /** What the account has above its initial margin; negative if it has less. */
    static long freeCollateral(State s, int account) {
        return freeCollateral(s, s.accounts().cash(account), held(s, account));
    }

    /** What is above the initial margin; negative if there is less. */
    @Spec("Margin!FreeCollateral")
    static long freeCollateral(State s, long cash, Portfolio portfolio) {
        return Math.subtractExact(cash, initial(s, portfolio));
    }

    /**
     * May the account go on with this cash and these positions? It may if they are covered, or if
     * it misses no more than it misses now.
     */
    @Spec("Margin!AfterwardsOk")
    static boolean afterwardsOk(State s, int account, long cash, Portfolio portfolio) {
        if (cash < 0) {
            return false;
        }
        long free = freeCollateral(s, cash, portfolio);
        return free >= 0 || -free <= Math.max(0, -freeCollateral(s, account));
    }

    /** Does the account miss what it needs to keep its positions? */
    @Spec("Margin!IsUnderwater")
    static boolean isUnderwater(State s, int account) {
        return s.accounts().cash(account) < maintenance(s, held(s, account));
    }

    static Held held(State s, int account) {
        return Held.by(s.positions(), account);
    }

    private static Band band(State s, long rate) {
        long price = s.oracle().price();
        return new Band(
                price * (Parameters.WHOLE - rate) / Parameters.WHOLE,
                Math.min(
                        s.parameters().maxPrice(),
                        Math.ceilDiv(price * (Parameters.WHOLE + rate), Parameters.WHOLE)));
    }

    /** The sum over groups: contracts of one group offset each other, those of two don't. */
    @Spec("Margin!MarginOf")
    static long marginOf(Portfolio portfolio, Band band, long floor) {
        long sum = 0;
        int from = 0;
        while (from < portfolio.count()) {
            int to = from + 1;
            int group = portfolio.series(from).group();
            while (to < portfolio.count() && portfolio.series(to).group() == group) {
                to++;
            }
            sum = Math.addExact(sum, groupMargin(portfolio, from, to, band, floor));
            from = to;
        }
        return sum;
    }

    @Spec("Margin!GroupMargin")
    private static long groupMargin(Portfolio portfolio, int from, int to, Band band, long floor) {
        return Math.max(
                Math.max(0, -least(portfolio, from, to, band)),
                Math.multiplyExact(floor, shorts(portfolio, from, to)));
    }

    /** The least value in the band: the negative of what the spec's {@code Scan} looks for. */
    @Spec("Margin!Scan")
    private static long least(Portfolio portfolio, int from, int to, Band band) {
        Line bottom = bottom(portfolio, from, to, band.low());
        long at = band.low();
        long value = bottom.value();
        long slope = bottom.slope();
        long least = value;
        for (int k = from; k < to; k++) {
            long strike = portfolio.series(k).strike();
            if (strike > band.low() && strike < band.high()) {
                value = Math.addExact(value, Math.multiplyExact(slope, strike - at));
                least = Math.min(least, value);
                at = strike;
                // A call begins to pay here, a put ceases to.
                slope = Math.addExact(slope, portfolio.quantity(k));
            }
        }
        long end = Math.addExact(value, Math.multiplyExact(slope, band.high() - at));
        return Math.min(least, end);
    }

    /** What the positions pay at this price, and how that grows when the price rises by a tick. */
    @Spec("Margin!Value")
    private static Line bottom(Portfolio portfolio, int from, int to, long price) {
        long value = 0;
        long slope = 0;
        for (int k = from; k < to; k++) {
            Series series = portfolio.series(k);
            long quantity = portfolio.quantity(k);
            value = Math.addExact(value, Math.multiplyExact(quantity, series.payoff(price)));
            if (series.right() == Right.CALL && series.strike() <= price) {
                slope = Math.addExact(slope, quantity);
            } else if (series.right() == Right.PUT && series.strike() > price) {
                slope = Math.subtractExact(slope, quantity);
            }
        }
        return new Line(value, slope);
    }

    @Spec("Margin!Shorts")
    private static long shorts(Portfolio portfolio, int from, int to) {
        long shorts = 0;
        for (int k = from; k < to; k++) {
            shorts = Math.addExact(shorts, Math.max(0, -portfolio.quantity(k)));
        }
        return shorts;
    }

    /** A value at some price, and by how much it grows with each tick from there. */
    private record Line(long value, long slope) {}

    /**
     * The prices that a margin looks at, in ticks.
     *
     * @param high at least low
     */
    record Band(long low, long high) {}
}
