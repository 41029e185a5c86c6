package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.Holdings.Measure;
import org.quittance.core.settlement.Holdings.Terms;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value.OpenOrder;

/**
 * The rules of trading, written down once more, in the plainest way: lists that are searched from
 * end to end, and margins that look at every price.
 */
final class NaiveBook {

    final List<OpenOrder> orders = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    final SortedMap<Integer, Long> cash = new TreeMap<>();
    final SortedMap<Integer, List<Long>> positions = new TreeMap<>();
    private final List<Terms> terms;
    private final Measure by;
    private final long maxPosition;
    private long next = 1;

    NaiveBook(List<Terms> terms, Measure by, long maxPosition, long... cash) {
        this.terms = terms;
        this.by = by;
        this.maxPosition = maxPosition;
        for (int account = 0; account < cash.length; account++) {
            this.cash.put(account, cash[account]);
            positions.put(account, new ArrayList<>(terms.stream().map(one -> 0L).toList()));
        }
    }

    Optional<Rejection> place(
            int account, int series, Side side, long price, long quantity, OrderKind kind) {
        OpenOrder taker = new OpenOrder(next, account, series, side, price, quantity, kind);
        Optional<Rejection> refusal = refusal(taker);
        if (refusal.isPresent()) {
            return refusal;
        }
        next++;
        long left = quantity;
        while (left > 0 && !crossed(taker).isEmpty()) {
            OpenOrder maker = crossed(taker).get(0);
            long traded = Math.min(left, maker.quantity());
            orders.remove(maker);
            if (isAllowed(maker, traded)) {
                trade(maker, traded, maker.price());
                trade(taker, traded, maker.price());
                left -= traded;
                rest(maker, maker.quantity() - traded);
                steps.add("Fill " + maker.id());
            } else {
                steps.add("Evict " + maker.id());
            }
        }
        if (left > 0) {
            steps.add(kind == OrderKind.IOC ? "Expire" : "Rest");
            rest(taker, kind == OrderKind.IOC ? 0 : left);
        }
        return Optional.empty();
    }

    private Optional<Rejection> refusal(OpenOrder o) {
        List<OpenOrder> crossed = crossed(o);
        if (crossed.stream().anyMatch(maker -> maker.account() == o.account())) {
            return Optional.of(Rejection.SELF_TRADE);
        }
        if (o.kind() == OrderKind.POST_ONLY && !crossed.isEmpty()) {
            return Optional.of(Rejection.WOULD_CROSS);
        }
        if (!isWithinLimit(o, o.quantity())) {
            return Optional.of(Rejection.POSITION_LIMIT);
        }
        if (o.side() == Side.BUY && cash.get(o.account()) < o.price() * o.quantity()) {
            return Optional.of(Rejection.INSUFFICIENT_CASH);
        }
        return isAllowed(o, o.quantity())
                ? Optional.empty()
                : Optional.of(Rejection.INSUFFICIENT_COLLATERAL);
    }

    Optional<Rejection> cancel(int account, long id) {
        Optional<OpenOrder> order = orders.stream().filter(o -> o.id() == id).findAny();
        if (order.isEmpty()) {
            return Optional.of(Rejection.UNKNOWN_ORDER);
        }
        if (order.get().account() != account) {
            return Optional.of(Rejection.NOT_OWNER);
        }
        orders.remove(order.get());
        return Optional.empty();
    }

    /** The resting orders that would trade with this one, first come first. */
    private List<OpenOrder> crossed(OpenOrder taker) {
        Comparator<OpenOrder> byPrice = Comparator.comparingLong(OpenOrder::price);
        return orders.stream()
                .filter(o -> o.series() == taker.series() && o.side() != taker.side())
                .filter(o -> taker.side() == Side.BUY
                        ? o.price() <= taker.price()
                        : o.price() >= taker.price())
                .sorted((taker.side() == Side.BUY ? byPrice : byPrice.reversed())
                        .thenComparingLong(OpenOrder::id))
                .toList();
    }

    private boolean isWithinLimit(OpenOrder o, long traded) {
        return Math.abs(after(o, traded).get(o.series() - 1)) <= maxPosition;
    }

    private boolean isAllowed(OpenOrder o, long traded) {
        List<Long> now = positions.get(o.account());
        long money = cash.get(o.account());
        long later = money - signed(o, traded) * o.price();
        long missing = Holdings.margin(terms, after(o, traded), by) - later;
        return isWithinLimit(o, traded)
                && later >= 0
                && (missing <= 0
                        || missing <= Math.max(0, Holdings.margin(terms, now, by) - money));
    }

    private void trade(OpenOrder o, long traded, long price) {
        positions.put(o.account(), after(o, traded));
        cash.merge(o.account(), -signed(o, traded) * price, Long::sum);
    }

    private List<Long> after(OpenOrder o, long traded) {
        List<Long> after = new ArrayList<>(positions.get(o.account()));
        after.set(o.series() - 1, after.get(o.series() - 1) + signed(o, traded));
        return after;
    }

    private static long signed(OpenOrder o, long traded) {
        return o.side() == Side.BUY ? traded : -traded;
    }

    private void rest(OpenOrder o, long quantity) {
        if (quantity > 0) {
            orders.add(new OpenOrder(
                    o.id(), o.account(), o.series(), o.side(), o.price(), quantity, o.kind()));
        }
    }
}
