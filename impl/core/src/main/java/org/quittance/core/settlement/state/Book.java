package org.quittance.core.settlement.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The orders that rest, of all series, and the incoming one: the spec's {@code orders}, {@code
 * taker} and {@code nextOrder}. Whatever is done takes no longer for more accounts or series.
 */
public final class Book {

    private final Marks marks;
    private final OrderTable byId = new OrderTable();
    private final List<BookSide> bids = new ArrayList<>();
    private final List<BookSide> asks = new ArrayList<>();
    private final List<AccountOrders> byAccount = new ArrayList<>();
    private @Nullable Order taker;
    private long nextOrder = 1;

    public Book(Marks marks) {
        this.marks = marks;
    }

    public @Nullable Order order(long id) {
        return byId.get(id);
    }

    /** How many orders rest. */
    public int size() {
        return byId.size();
    }

    /** How many orders of the account rest. */
    public int count(int account) {
        return account < byAccount.size() ? byAccount.get(account).count() : 0;
    }

    /** The order that an incoming one of the other side would trade with first. */
    public @Nullable Order best(Series series, Side side) {
        List<BookSide> sides = side == Side.BUY ? bids : asks;
        return series.slot() < sides.size() ? sides.get(series.slot()).best() : null;
    }

    /** Would the order trade with a resting one of its own account? */
    public boolean crossesOwn(Order order) {
        return order.account() < byAccount.size()
                && byAccount.get(order.account()).isCrossedBy(order);
    }

    /** The order being matched. */
    public @Nullable Order taker() {
        return taker;
    }

    public void setTaker(@Nullable Order order) {
        taker = order;
        marks.scalar(Variable.TAKER);
    }

    public long nextOrder() {
        return nextOrder;
    }

    public void setNextOrder(long id) {
        nextOrder = id;
        marks.scalar(Variable.NEXT_ORDER);
    }

    /** Lets an order rest whose id is greater than those of all that rest. */
    public void add(Order order) {
        makeRoom(order);
        byId.put(order);
        side(order).add(order);
        byAccount.get(order.account()).add(order);
        marks.order(order.id());
    }

    /** Removes an order that rests. */
    public void remove(Order order) {
        byId.remove(order.id());
        side(order).remove(order);
        byAccount.get(order.account()).remove(order);
        marks.order(order.id());
    }

    /** Takes contracts off an order that rests, and removes it when none are left. */
    public void reduce(Order order, long contracts) {
        order.reduce(contracts);
        marks.order(order.id());
        if (order.quantity() == 0) {
            remove(order);
        }
    }

    /** Takes contracts off the incoming order, which is done with when none are left. */
    public void reduceTaker(Order order, long contracts) {
        order.reduce(contracts);
        setTaker(order.quantity() == 0 ? null : order);
    }

    /** Removes all orders of the account. */
    public void removeAllOf(int account) {
        Order order = anyOf(account);
        while (order != null) {
            remove(order);
            order = anyOf(account);
        }
    }

    private @Nullable Order anyOf(int account) {
        return account < byAccount.size() ? byAccount.get(account).any() : null;
    }

    /** Removes all orders of the series. */
    public void removeAllOf(Series series) {
        for (Side side : Side.values()) {
            Order order = best(series, side);
            while (order != null) {
                remove(order);
                order = best(series, side);
            }
        }
    }

    private BookSide side(Order order) {
        return (order.side() == Side.BUY ? bids : asks).get(order.series().slot());
    }

    private void makeRoom(Order order) {
        while (bids.size() <= order.series().slot()) {
            bids.add(new BookSide(Side.BUY));
            asks.add(new BookSide(Side.SELL));
        }
        while (byAccount.size() <= order.account()) {
            byAccount.add(new AccountOrders());
        }
    }

    /** The keys of all entries, in no particular order. */
    void forEachKey(Consumer<Key> to) {
        for (long id : byId.ids()) {
            to.accept(Key.of(Variable.ORDERS, id));
        }
    }
}
