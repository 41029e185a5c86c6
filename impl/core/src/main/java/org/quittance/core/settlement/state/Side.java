package org.quittance.core.settlement.state;

import org.checkerframework.dataflow.qual.Pure;

/** Which side of the book an order is on. */
public enum Side {

    /** Whoever buys pays the premium and gains contracts. */
    BUY("buy"),
    /** Whoever sells gets the premium and loses contracts. */
    SELL("sell");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** Its name in the spec and in traces. */
    @Pure
    public String word() {
        return word;
    }

    @Pure
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** Would an order of this side at this price trade with one of the other side at that? */
    @Pure
    public boolean crosses(long price, long other) {
        return this == BUY ? price >= other : price <= other;
    }
}
