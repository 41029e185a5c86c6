package org.quittance.core.settlement.state;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * An order: the incoming one, or one that rests in the {@link Book}, which keeps it in a list
 * of its price, by id, and among the orders of its account.
 */
public final class Order {

    private final long id;
    private final int account;
    private final Series series;
    private final Side side;
    private final long price;
    private final OrderKind kind;
    private long quantity;

    @Nullable Order nextOfPrice;
    @Nullable Order previousOfPrice;
    int placeInAccount;

    /**
     * An order that doesn't rest yet.
     *
     * @param id grows from order to order, which makes time priority
     * @param price ticks
     * @param quantity contracts
     */
    public Order(
            long id,
            int account,
            Series series,
            Side side,
            long price,
            long quantity,
            OrderKind kind) {
        this.id = id;
        this.account = account;
        this.series = series;
        this.side = side;
        this.price = price;
        this.quantity = quantity;
        this.kind = kind;
    }

    public long id() {
        return id;
    }

    public int account() {
        return account;
    }

    public Series series() {
        return series;
    }

    public Side side() {
        return side;
    }

    /** Its limit, in ticks. */
    public long price() {
        return price;
    }

    /** What is left of it, in contracts. */
    public long quantity() {
        return quantity;
    }

    public OrderKind kind() {
        return kind;
    }

    /** Would they trade with each other? Their series and sides are not looked at. */
    public boolean crosses(Order other) {
        return side.crosses(price, other.price);
    }

    /** What an order of this side makes of the position, for so many contracts. */
    public long signed(long contracts) {
        return side == Side.BUY ? contracts : -contracts;
    }

    void reduce(long contracts) {
        quantity -= contracts;
    }

    /** The order as it is now. */
    public Value.OpenOrder value() {
        return new Value.OpenOrder(id, account, series.id(), side, price, quantity, kind);
    }
}
