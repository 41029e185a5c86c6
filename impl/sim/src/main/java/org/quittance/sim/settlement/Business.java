package org.quittance.sim.settlement;

/** What most people are about. */
public enum Business {
    /** A bit of everything. */
    USUAL,
    /** Orders and takeovers. */
    TRADING,
    /** Deposits and withdrawals. */
    SAVING,
    /** Stakes and the set of validators. */
    STAKING,
    /** Listings and pauses. */
    GOVERNING
}
