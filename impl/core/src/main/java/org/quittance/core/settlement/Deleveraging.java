package org.quittance.core.settlement;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Positions;
import org.quittance.core.settlement.state.Series;

/**
 * Closes positions against those who hold the other side, the largest first, among equal ones the
 * lowest account.
 *
 * <p>One of these serves a whole sweep: the holders of a series are put in order once, however
 * many accounts are closed. That works because positions only shrink in a sweep.
 */
final class Deleveraging {

    private final State s;
    private final Obligations obligations;
    private final SortedMap<Integer, PriorityQueue<Holder>> longs = new TreeMap<>();
    private final SortedMap<Integer, PriorityQueue<Holder>> shorts = new TreeMap<>();

    Deleveraging(State s) {
        this.s = s;
        this.obligations = new Obligations(s);
    }

    /**
     * A holder of one side of a series.
     *
     * @param size contracts, when this was written down
     */
    private record Holder(int account, long size) {

        static final Comparator<Holder> LARGEST_FIRST =
                Comparator.comparing(Holder::size).reversed().thenComparing(Holder::account);
    }

    /**
     * Closes all that the account holds, at what it is worth at the present price.
     *
     * @return the creditors that got less than their claims, by account
     */
    @Spec("Liquidation!CloseOut")
    List<Event.Haircut> closeOut(int account) {
        for (Series series : s.positions().seriesOf(account)) {
            close(account, series);
        }
        return obligations.settle();
    }

    private void close(int account, Series series) {
        Positions positions = s.positions();
        long payoff = series.payoff(s.oracle().price());
        long held = positions.quantity(account, series);
        int sign = Long.signum(held);
        PriorityQueue<Holder> opposite = opposite(series, sign);
        long left = Math.abs(held);
        while (left > 0) {
            Holder holder = next(opposite, series);
            long closed = Math.min(left, holder.size());
            positions.add(holder.account(), series, sign * closed);
            obligations.add(holder.account(), Math.multiplyExact(-sign * closed, payoff));
            left -= closed;
            if (closed < holder.size()) {
                opposite.add(new Holder(holder.account(), holder.size() - closed));
            }
        }
        positions.set(account, series, 0);
        obligations.add(account, Math.multiplyExact(held, payoff));
    }

    /**
     * The largest holder. What is noted of it is still so: a position shrinks only here, where the
     * rest is noted anew, or is gone because the account was closed out itself.
     */
    private Holder next(PriorityQueue<Holder> opposite, Series series) {
        while (true) {
            @Nullable Holder noted = opposite.poll();
            if (noted == null) {
                throw new IllegalStateException("open interest of " + series.id() + " is not zero");
            }
            if (s.positions().quantity(noted.account(), series) != 0) {
                return noted;
            }
        }
    }

    private PriorityQueue<Holder> opposite(Series series, int sign) {
        return (sign > 0 ? shorts : longs).computeIfAbsent(series.slot(), slot -> {
            PriorityQueue<Holder> holders = new PriorityQueue<>(Holder.LARGEST_FIRST);
            for (int account : s.positions().holders(series)) {
                long quantity = s.positions().quantity(account, series);
                if (Long.signum(quantity) == -sign) {
                    holders.add(new Holder(account, Math.abs(quantity)));
                }
            }
            return holders;
        });
    }
}
