package org.quittance.core.settlement;

import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Series;

/** When orders are refused, and what an order that came in does next. Nothing changes here. */
final class BookGuards {

    private BookGuards() {}

    @Spec("Book!PlaceRefusal")
    static Optional<Rejection> placeRefusal(State s, Command.Place c, Signers signers) {
        Optional<Rejection> refusal = Checks.ofAccount(s, c, signers);
        if (refusal.isPresent()) {
            return refusal;
        }
        Series series = s.contracts().series(c.series());
        if (series == null) {
            return Checks.refuse(Rejection.UNKNOWN_SERIES);
        }
        Parameters p = s.parameters();
        if (!Checks.isWithin(c.price(), 1, p.maxPrice())
                || !Checks.isWithin(c.quantity(), 1, p.maxQuantity())) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        if (s.book().count(c.account()) >= p.maxOrders()) {
            return Checks.refuse(Rejection.TOO_MANY);
        }
        if (s.isHalted()) {
            return Checks.refuse(Rejection.HALTED);
        }
        if (!s.isFresh()) {
            return Checks.refuse(Rejection.STALE_PRICE);
        }
        if (!ContractRules.isLive(s, s.contracts().groupOf(series))) {
            return Checks.refuse(Rejection.GROUP_NOT_LIVE);
        }
        return s.accounts().isFlagged(c.account())
                ? Checks.refuse(Rejection.FLAGGED)
                : newOrderRefusal(s, newOrder(s, c, series));
    }

    @Spec("Book!NewOrderRefusal")
    private static Optional<Rejection> newOrderRefusal(State s, Order order) {
        boolean crosses = firstCrossed(s, order) != null;
        if (crosses && s.book().crossesOwn(order)) {
            return Checks.refuse(Rejection.SELF_TRADE);
        }
        if (crosses && order.kind() == OrderKind.POST_ONLY) {
            return Checks.refuse(Rejection.WOULD_CROSS);
        }
        if (!isWithinLimit(s, order, order.quantity())) {
            return Checks.refuse(Rejection.POSITION_LIMIT);
        }
        if (cashAfter(s, order, order.quantity(), order.price()) < 0) {
            return Checks.refuse(Rejection.INSUFFICIENT_CASH);
        }
        return isCovered(s, order, order.quantity(), order.price())
                ? Checks.ok()
                : Checks.refuse(Rejection.INSUFFICIENT_COLLATERAL);
    }

    @Spec("Book!CancelRefusal")
    static Optional<Rejection> cancelRefusal(State s, Command.Cancel c, Signers signers) {
        Optional<Rejection> refusal = Checks.ofAccount(s, c, signers);
        if (refusal.isPresent()) {
            return refusal;
        }
        Order order = s.book().order(c.order());
        if (order == null) {
            return Checks.refuse(Rejection.UNKNOWN_ORDER);
        }
        return order.account() == c.account() ? Checks.ok() : Checks.refuse(Rejection.NOT_OWNER);
    }

    @Spec("Book!NewOrder")
    static Order newOrder(State s, Command.Place c, Series series) {
        return new Order(
                s.book().nextOrder(),
                c.account(),
                series,
                c.side(),
                c.price(),
                c.quantity(),
                c.kind());
    }

    /** The order that this one would trade with first, if any: the spec's {@code IsNext}. */
    @Spec("Book!IsNext")
    static @Nullable Order firstCrossed(State s, Order order) {
        Order best = s.book().best(order.series(), order.side().opposite());
        return best != null && order.crosses(best) ? best : null;
    }

    @Spec("Book!CanFill")
    static boolean canFill(State s, Order taker, Order maker) {
        long traded = traded(taker, maker);
        return isWithinLimit(s, maker, traded) && isCovered(s, maker, traded, maker.price());
    }

    @Spec("Book!CanRest")
    static boolean canRest(State s, Order taker) {
        return firstCrossed(s, taker) == null && taker.kind() != OrderKind.IOC;
    }

    @Spec("Book!Traded")
    static long traded(Order taker, Order maker) {
        return Math.min(taker.quantity(), maker.quantity());
    }

    @Spec("Book!IsWithinLimit")
    private static boolean isWithinLimit(State s, Order order, long traded) {
        long position = s.positions().quantity(order.account(), order.series());
        long after = Math.addExact(position, order.signed(traded));
        return Math.absExact(after) <= s.parameters().maxPosition();
    }

    /** The cash of the order's account after it traded so many contracts at this price. */
    @Spec("Book!CashAfter")
    private static long cashAfter(State s, Order order, long traded, long price) {
        long paid = Math.multiplyExact(price, order.signed(traded));
        return Math.subtractExact(s.accounts().cash(order.account()), paid);
    }

    @Spec("Book!IsCovered")
    private static boolean isCovered(State s, Order order, long traded, long price) {
        Held after = Held.after(
                s.positions(), order.account(), order.series(), order.signed(traded));
        return MarginRule.afterwardsOk(
                s, order.account(), cashAfter(s, order, traded, price), after);
    }
}
