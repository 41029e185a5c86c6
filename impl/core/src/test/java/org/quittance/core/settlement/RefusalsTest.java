package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.Rejection.ALREADY_APPROVED;
import static org.quittance.core.settlement.Rejection.ALREADY_REPORTED;
import static org.quittance.core.settlement.Rejection.ALREADY_USED;
import static org.quittance.core.settlement.Rejection.CAP_REACHED;
import static org.quittance.core.settlement.Rejection.FLAGGED;
import static org.quittance.core.settlement.Rejection.HALTED;
import static org.quittance.core.settlement.Rejection.INSUFFICIENT_CASH;
import static org.quittance.core.settlement.Rejection.INSUFFICIENT_COLLATERAL;
import static org.quittance.core.settlement.Rejection.INSUFFICIENT_STAKE;
import static org.quittance.core.settlement.Rejection.JAILED;
import static org.quittance.core.settlement.Rejection.NOT_APPROVED;
import static org.quittance.core.settlement.Rejection.NOT_FLAGGED;
import static org.quittance.core.settlement.Rejection.NOT_OWNER;
import static org.quittance.core.settlement.Rejection.NOT_PENDING;
import static org.quittance.core.settlement.Rejection.NOT_QUITTED;
import static org.quittance.core.settlement.Rejection.NOT_IN_RANGE;
import static org.quittance.core.settlement.Rejection.POSITION_LIMIT;
import static org.quittance.core.settlement.Rejection.STALE_PRICE;
import static org.quittance.core.settlement.Rejection.TAKEOVER_OVER;
import static org.quittance.core.settlement.Rejection.TOO_EARLY;
import static org.quittance.core.settlement.Rejection.UNBONDING;
import static org.quittance.core.settlement.Rejection.UNKNOWN_ACCOUNT;
import static org.quittance.core.settlement.Rejection.UNKNOWN_VALIDATOR;
import static org.quittance.core.settlement.Rejection.UNKNOWN_WITHDRAWAL;
import static org.quittance.core.settlement.Rejection.WRONG_NONCE;
import static org.quittance.core.settlement.Rejection.WRONG_ROUND;
import static org.quittance.core.settlement.Rejection.WRONG_SIGNER;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.base.Bytes;
import org.quittance.core.settlement.RefusalRows.Attempt;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** Every reason to refuse a command: which one is given, and that nothing else happens. */
class RefusalsTest {

    private static final Bytes NOTHING = Bytes.copyOf(new byte[0]);

    private static final List<RefusalRows> ALL = List.of(
            new RefusalRows("Report", a -> a.signers = House.validator(2),
                    a -> new Command.Report(a.validator, a.round, a.amount))
                    .row(UNKNOWN_VALIDATOR, a -> a.validator = 4)
                    .row(WRONG_SIGNER, a -> a.signers = House.validator(3))
                    .row(NOT_IN_RANGE, a -> a.amount = 0)
                    .row(NOT_IN_RANGE, a -> a.amount = 1001)
                    .row(ALREADY_REPORTED, a -> a.house.s.oracle().setReport(a.validator, 99))
                    .row(JAILED, a -> a.house.s.validators().jail(a.validator))
                    .row(WRONG_ROUND, a -> a.round = 2)
                    .row(WRONG_ROUND, a -> a.round = 0),
            new RefusalRows("RequestWithdrawal", a -> {},
                    a -> new Command.RequestWithdrawal(a.account, a.nonce, a.amount))
                    .row(UNKNOWN_ACCOUNT, a -> a.account = 6)
                    .row(WRONG_SIGNER, a -> a.signers = House.account(2))
                    .row(WRONG_NONCE, a -> a.nonce = 1)
                    .row(NOT_IN_RANGE, a -> a.amount = 0)
                    .row(NOT_IN_RANGE, a -> a.amount = Long.MIN_VALUE)
                    .row(HALTED, a -> a.house.s.oracle().setCandidate(150))
                    .row(HALTED, a -> a.house.s.oracle().setPausedUntil(House.HEIGHT + 1))
                    .row(STALE_PRICE, RefusalsTest::makeStale)
                    .row(FLAGGED, a -> a.house.accounts().setFlagged(a.account, 9))
                    .row(CAP_REACHED, a -> a.house.s.treasury().setWithdrawn(461))
                    .row(CAP_REACHED, a -> a.amount = Long.MAX_VALUE)
                    .row(INSUFFICIENT_CASH, a -> a.house.accounts().setCash(a.account, 39))
                    .row(INSUFFICIENT_COLLATERAL, a -> hold(a, -49)),
            new RefusalRows("ApproveWithdrawal", RefusalsTest::withdrawSealed,
                    a -> new Command.ApproveWithdrawal(a.custodian, a.withdrawal))
                    .row(WRONG_SIGNER, a -> a.custodian = -1)
                    .row(WRONG_SIGNER, a -> a.custodian = 3)
                    .row(WRONG_SIGNER, a -> a.signers = House.custodian(0))
                    .row(UNKNOWN_WITHDRAWAL, a -> a.withdrawal = 2)
                    .row(ALREADY_APPROVED, a -> change(a, w -> w.with(List.of(1), 0)))
                    .row(NOT_PENDING, a -> change(a, w -> w.with(WithdrawalStatus.EXECUTED)))
                    .row(NOT_PENDING, a -> change(a, w -> w.with(WithdrawalStatus.VOID))),
            new RefusalRows("ExecuteWithdrawal", RefusalsTest::withdrawApproved,
                    a -> new Command.ExecuteWithdrawal(a.withdrawal))
                    .row(UNKNOWN_WITHDRAWAL, a -> a.withdrawal = 2)
                    .row(FLAGGED, a -> a.house.accounts().setFlagged(1, 9))
                    .row(NOT_PENDING, a -> change(a, w -> w.with(WithdrawalStatus.EXECUTED)))
                    .row(NOT_PENDING, a -> change(a, w -> w.with(WithdrawalStatus.VOID)))
                    .row(NOT_APPROVED, a -> change(a, w -> w.with(List.of(0), 0)))
                    .row(TOO_EARLY, a -> a.house.atHeight(9))
                    .row(NOT_QUITTED, a -> a.house.s.treasury().setQuitted(8)),
            new RefusalRows("VoidWithdrawal", RefusalsTest::withdraw,
                    a -> new Command.VoidWithdrawal(a.account, a.nonce, a.withdrawal))
                    .row(UNKNOWN_ACCOUNT, a -> a.account = -1)
                    .row(WRONG_SIGNER, a -> a.signers = Signers.NONE)
                    .row(WRONG_NONCE, a -> a.nonce = -1)
                    .row(UNKNOWN_WITHDRAWAL, a -> a.withdrawal = 0)
                    .row(NOT_OWNER, a -> ownedBy(a, 2))
                    .row(NOT_PENDING, a -> change(a, w -> w.with(WithdrawalStatus.EXECUTED)))
                    .row(NOT_PENDING, a -> change(a, w -> w.with(WithdrawalStatus.VOID))),
            new RefusalRows("Takeover", a -> a.house.hold(a.house.call, 10, 0, -10)
                    .cash(1000, 1000, 99).accounts().setFlagged(2, 8),
                    a -> new Command.Takeover(a.account, a.nonce, a.target))
                    .row(UNKNOWN_ACCOUNT, a -> a.account = 6)
                    .row(WRONG_SIGNER, a -> a.signers = House.account(2))
                    .row(UNKNOWN_ACCOUNT, a -> a.target = 6)
                    .row(WRONG_NONCE, a -> a.nonce = 7)
                    .row(NOT_IN_RANGE, a -> a.target = a.account)
                    .row(STALE_PRICE, a -> a.house.s.oracle().setCandidate(150))
                    .row(STALE_PRICE, RefusalsTest::makeStale)
                    .row(FLAGGED, a -> a.house.accounts().setFlagged(a.account, 9))
                    .row(NOT_FLAGGED, a -> a.house.accounts().setFlagged(a.target, 0))
                    .row(NOT_FLAGGED, a -> a.house.accounts().setCash(a.target, 100))
                    .row(TAKEOVER_OVER, a -> a.house.accounts().setFlagged(a.target, 5))
                    .row(POSITION_LIMIT, a -> hold(a, -91))
                    .row(INSUFFICIENT_COLLATERAL, a -> a.house.cash(1000, 0, 0)),
            new RefusalRows("SubmitEvidence", a -> {},
                    a -> new Command.SubmitEvidence(
                            a.validator, EvidenceKind.VOTE, a.at, NOTHING, NOTHING))
                    .row(UNKNOWN_VALIDATOR, a -> a.validator = -1)
                    .row(ALREADY_USED, a -> a.house.s.validators()
                            .use(a.validator, EvidenceKind.VOTE, a.at)),
            ofOwner("Stake", a -> new Command.Stake(a.account, a.nonce, a.validator, a.amount))
                    .row(NOT_IN_RANGE, a -> a.amount = 0)
                    .row(HALTED, a -> a.house.s.oracle().setPausedUntil(House.HEIGHT + 1))
                    .row(STALE_PRICE, RefusalsTest::makeStale)
                    .row(FLAGGED, a -> a.house.accounts().setFlagged(a.account, 9))
                    .row(INSUFFICIENT_CASH, a -> a.house.accounts().setCash(a.account, 39))
                    .row(INSUFFICIENT_COLLATERAL, a -> hold(a, -49)),
            ofOwner("Unstake", a -> new Command.Unstake(a.account, a.nonce, a.validator, a.amount))
                    .row(NOT_IN_RANGE, a -> a.amount = 0)
                    .row(UNBONDING, a -> a.house.s.validators()
                            .setUnbonding(a.validator, new Unbonding(1, 99)))
                    .row(INSUFFICIENT_STAKE, a -> a.house.s.validators().setStake(2, 39)),
            ofOwner("Join", a -> new Command.Join(a.account, a.nonce, a.validator))
                    .row(JAILED, a -> a.house.s.validators().jail(a.validator))
                    .row(INSUFFICIENT_STAKE, a -> a.house.s.validators().setStake(2, 49)),
            ofOwner("Leave", a -> new Command.Leave(a.account, a.nonce, a.validator)));

    private static RefusalRows ofOwner(
            String name, Function<Attempt, Command> command) {
        Consumer<Attempt> prepare = a -> {
            a.account = 5;
            a.signers = House.account(5);
        };
        return new RefusalRows(name, prepare, command)
                .row(UNKNOWN_ACCOUNT, a -> a.account = 6)
                .row(WRONG_SIGNER, a -> a.signers = Signers.of(House.key(5), House.key(4)))
                .row(WRONG_NONCE, a -> a.nonce = 1)
                .row(UNKNOWN_VALIDATOR, a -> a.validator = 4)
                .row(NOT_OWNER, a -> a.validator = 1);
    }

    private static void makeStale(Attempt a) {
        a.house.s.oracle().setPrice(House.PRICE, House.HEIGHT - 4);
    }

    /** Calls at the money: each short one needs 20 for 20 % of 100. */
    private static void hold(Attempt a, long quantity) {
        a.house.s.positions().set(a.account, a.house.call, quantity);
    }

    private static void withdraw(Attempt a) {
        a.house.s.treasury().put(new Withdrawal(
                1, 1, 40, WithdrawalStatus.PENDING, 8, List.of(), 0));
        a.house.s.treasury().setNextWithdrawal(2);
    }

    private static void withdrawSealed(Attempt a) {
        withdraw(a);
        a.signers = House.custodian(1);
    }

    private static void withdrawApproved(Attempt a) {
        withdraw(a);
        change(a, w -> w.with(List.of(0, 2), 9));
        a.house.s.treasury().setQuitted(9);
        a.signers = Signers.NONE;
    }

    private static void ownedBy(Attempt a, int account) {
        change(a, w -> new Withdrawal(w.id(), account, w.amount(), w.status(), w.requested(),
                w.approvals(), w.approved()));
    }

    private static void change(
            Attempt a, UnaryOperator<Withdrawal> change) {
        Withdrawal withdrawal = a.house.s.treasury().withdrawal(1);
        assertThat(withdrawal).isNotNull();
        a.house.s.treasury().put(change.apply(withdrawal));
    }

    @TestFactory
    Stream<DynamicTest> refusals() {
        return ALL.stream().flatMap(rows -> rows.tests().stream());
    }

    /** Apart from the account or validator whose key is asked for, which must be known before. */
    @Test
    void tablesAreInOrderOfPrecedence() {
        List<Rejection> earlier = List.of(UNKNOWN_ACCOUNT, UNKNOWN_VALIDATOR);
        for (RefusalRows rows : ALL) {
            List<Rejection> reasons = rows.reasons().stream()
                    .filter(r -> !earlier.contains(r)).toList();
            assertThat(reasons).isSorted();
        }
    }
}
