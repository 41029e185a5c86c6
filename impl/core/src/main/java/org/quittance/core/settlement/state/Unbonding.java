package org.quittance.core.settlement.state;

/**
 * Stake that was taken back but can still be slashed.
 *
 * @param amount minor units; 0 if there is none
 * @param due height at which it becomes cash
 */
public record Unbonding(long amount, long due) implements Value {

    /** There is no such stake. */
    public static final Unbonding NONE = new Unbonding(0, 0);
}
