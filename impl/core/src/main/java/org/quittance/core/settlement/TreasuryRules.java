package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Treasury;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** Money leaves in steps: requested, approved, proved by a quittance, executed; or void. */
final class TreasuryRules {

    private TreasuryRules() {}

    /** Why a request is refused, if it is. */
    @Spec("Treasury!RequestWithdrawalRefusal")
    static Optional<Rejection> requestWithdrawalRefusal(
            State s, Command.RequestWithdrawal c, Signers signers) {
        Optional<Rejection> unauthorized = Checks.ofAccount(s, c, signers);
        if (unauthorized.isPresent()) {
            return unauthorized;
        }
        if (c.amount() < 1) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        Optional<Rejection> closed = CashOut.marketRefusal(s, c.account());
        if (closed.isPresent()) {
            return closed;
        }
        if (c.amount() > s.parameters().withdrawalCap() - s.treasury().withdrawn()) {
            return Checks.refuse(Rejection.CAP_REACHED);
        }
        return CashOut.coverRefusal(s, c.account(), c.amount());
    }

    /** The money leaves the account, but not the clearinghouse. */
    @Spec("Treasury!RequestWithdrawal")
    static void requestWithdrawal(State s, Command.RequestWithdrawal c, EventSink sink) {
        Treasury treasury = s.treasury();
        long id = treasury.nextWithdrawal();
        s.accounts().addCash(c.account(), -c.amount());
        treasury.put(new Withdrawal(id, c.account(), c.amount(), WithdrawalStatus.PENDING,
                s.height(), List.of(), 0));
        treasury.setNextWithdrawal(id + 1);
        treasury.setWithdrawn(treasury.withdrawn() + c.amount());
        if (sink.isInterested()) {
            sink.on(new Event.RequestWithdrawal(c, s.post()));
        }
    }

    /** Why an approval is refused, if it is. */
    @Spec("Treasury!ApproveWithdrawalRefusal")
    static Optional<Rejection> approveWithdrawalRefusal(
            State s, Command.ApproveWithdrawal c, Signers signers) {
        int custodian = c.custodian();
        boolean isCustodian = custodian >= 0 && custodian < s.genesis().custodians().size();
        if (!isCustodian || !signers.isOnly(s.genesis().custodians().get(custodian))) {
            return Checks.refuse(Rejection.WRONG_SIGNER);
        }
        Withdrawal withdrawal = s.treasury().withdrawal(c.withdrawal());
        if (withdrawal == null) {
            return Checks.refuse(Rejection.UNKNOWN_WITHDRAWAL);
        }
        if (withdrawal.approvals().contains(custodian)) {
            return Checks.refuse(Rejection.ALREADY_APPROVED);
        }
        return unlessPending(withdrawal);
    }

    /** One more custodian approves. When enough have, the height is written down. */
    @Spec("Treasury!ApproveWithdrawal")
    static void approveWithdrawal(State s, Command.ApproveWithdrawal c, EventSink sink) {
        Withdrawal withdrawal = known(s, c.withdrawal());
        List<Integer> approvals = new ArrayList<>(withdrawal.approvals());
        approvals.add(c.custodian());
        approvals.sort(Comparator.naturalOrder());
        boolean nowEnough = approvals.size() == s.parameters().custodianQuorum();
        s.treasury().put(withdrawal.with(
                approvals, nowEnough ? s.height() : withdrawal.approved()));
        if (sink.isInterested()) {
            sink.on(new Event.ApproveWithdrawal(c, s.post()));
        }
    }

    /** Why an execution is refused, if it is. */
    @Spec("Treasury!ExecuteWithdrawalRefusal")
    static Optional<Rejection> executeWithdrawalRefusal(
            State s, Command.ExecuteWithdrawal c, Signers anyone) {
        Withdrawal withdrawal = s.treasury().withdrawal(c.withdrawal());
        if (withdrawal == null) {
            return Checks.refuse(Rejection.UNKNOWN_WITHDRAWAL);
        }
        if (s.accounts().isFlagged(withdrawal.account())) {
            return Checks.refuse(Rejection.FLAGGED);
        }
        if (withdrawal.status() != WithdrawalStatus.PENDING) {
            return Checks.refuse(Rejection.NOT_PENDING);
        }
        if (withdrawal.approvals().size() < s.parameters().custodianQuorum()) {
            return Checks.refuse(Rejection.NOT_APPROVED);
        }
        if (s.height() - withdrawal.requested() < s.parameters().withdrawalDelay()) {
            return Checks.refuse(Rejection.TOO_EARLY);
        }
        return s.treasury().quitted() < withdrawal.approved()
                ? Checks.refuse(Rejection.NOT_QUITTED)
                : Checks.ok();
    }

    /** The money leaves the clearinghouse. */
    @Spec("Treasury!ExecuteWithdrawal")
    static void executeWithdrawal(State s, Command.ExecuteWithdrawal c, EventSink sink) {
        Withdrawal withdrawal = known(s, c.withdrawal());
        Treasury treasury = s.treasury();
        treasury.put(withdrawal.with(WithdrawalStatus.EXECUTED));
        treasury.setExternalOut(Math.addExact(treasury.externalOut(), withdrawal.amount()));
        if (sink.isInterested()) {
            sink.on(new Event.ExecuteWithdrawal(c, s.post()));
        }
    }

    /** Why a withdrawal can't be made void, if it can't. */
    @Spec("Treasury!VoidWithdrawalRefusal")
    static Optional<Rejection> voidWithdrawalRefusal(
            State s, Command.VoidWithdrawal c, Signers signers) {
        Optional<Rejection> unauthorized = Checks.ofAccount(s, c, signers);
        if (unauthorized.isPresent()) {
            return unauthorized;
        }
        Withdrawal withdrawal = s.treasury().withdrawal(c.withdrawal());
        if (withdrawal == null) {
            return Checks.refuse(Rejection.UNKNOWN_WITHDRAWAL);
        }
        if (withdrawal.account() != c.account()) {
            return Checks.refuse(Rejection.NOT_OWNER);
        }
        return unlessPending(withdrawal);
    }

    /** The money goes back to the account; in the epoch of the request it no longer counts. */
    @Spec("Treasury!VoidWithdrawal")
    static void voidWithdrawal(State s, Command.VoidWithdrawal c, EventSink sink) {
        Withdrawal withdrawal = known(s, c.withdrawal());
        Treasury treasury = s.treasury();
        treasury.put(withdrawal.with(WithdrawalStatus.VOID));
        if (epoch(s, withdrawal.requested()) == epoch(s, s.height())) {
            treasury.setWithdrawn(treasury.withdrawn() - withdrawal.amount());
        }
        s.accounts().addCash(withdrawal.account(), withdrawal.amount());
        if (sink.isInterested()) {
            sink.on(new Event.VoidWithdrawal(c, s.post()));
        }
    }

    /** The epoch of a height: the first is 0, and begins at height 1. */
    @Spec("Treasury!EpochOf")
    private static long epoch(State s, long height) {
        return (height - 1) / s.parameters().epochLength();
    }

    private static Optional<Rejection> unlessPending(Withdrawal withdrawal) {
        return withdrawal.status() == WithdrawalStatus.PENDING
                ? Checks.ok()
                : Checks.refuse(Rejection.NOT_PENDING);
    }

    /** A withdrawal of which a guard said that there is one. */
    private static Withdrawal known(State s, long id) {
        @Nullable Withdrawal withdrawal = s.treasury().withdrawal(id);
        if (withdrawal == null) {
            throw new IllegalStateException("there is no withdrawal " + id);
        }
        return withdrawal;
    }
}
