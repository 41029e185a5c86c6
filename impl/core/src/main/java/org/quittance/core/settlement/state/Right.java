package org.quittance.core.settlement.state;

import org.checkerframework.dataflow.qual.Pure;

/** What a contract gives the right to. */
public enum Right {

    /** Pays what the price is above the strike. */
    CALL,
    /** Pays what the price is below the strike. */
    PUT;

    /** What one contract pays, in minor units, if the price is this. */
    @Pure
    public long payoff(long strike, long price) {
        return Math.max(0, this == CALL ? price - strike : strike - price);
    }
}
