package org.quittance.core.settlement.state;

/** What became of a withdrawal. */
public enum WithdrawalStatus {

    /** The money has left the account, but not the clearinghouse. */
    PENDING,
    /** The money has left the clearinghouse. */
    EXECUTED,
    /** The money is back in the account. */
    VOID
}
