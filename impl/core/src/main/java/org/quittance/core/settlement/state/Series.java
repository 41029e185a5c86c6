package org.quittance.core.settlement.state;

import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.checkerframework.dataflow.qual.Pure;

/**
 * An option that can be traded.
 *
 * @param slot in which place it was listed, from 0; no part of the state
 * @param strike ticks
 * @param group the group whose price and expiry it has
 */
public record Series(int id, int slot, long strike, Right right, int group) implements Value {

    /** What one contract pays, in minor units, if the price is this: the spec's {@code Payoff}. */
    @Pure
    public long payoff(long price) {
        return right.payoff(strike, price);
    }

    /** Are the terms the same? In which place they were listed doesn't matter. */
    @Pure
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Series that
                && id == that.id
                && strike == that.strike
                && right == that.right
                && group == that.group;
    }

    @Pure
    @Override
    public int hashCode() {
        return Objects.hash(id, strike, right, group);
    }
}
