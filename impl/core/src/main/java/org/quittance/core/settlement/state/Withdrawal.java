package org.quittance.core.settlement.state;

import java.util.List;

/**
 * Money on its way out.
 *
 * @param amount minor units
 * @param requested height of the request
 * @param approvals indexes of custodians, ascending
 * @param approved height at which enough had approved, 0 before
 */
public record Withdrawal(
        long id,
        int account,
        long amount,
        WithdrawalStatus status,
        long requested,
        List<Integer> approvals,
        long approved) implements Value {

    public Withdrawal {
        approvals = List.copyOf(approvals);
    }

    public Withdrawal with(WithdrawalStatus next) {
        return new Withdrawal(id, account, amount, next, requested, approvals, approved);
    }

    /** The same withdrawal with other approvals. */
    public Withdrawal with(List<Integer> nextApprovals, long nextApproved) {
        return new Withdrawal(id, account, amount, status, requested, nextApprovals, nextApproved);
    }
}
