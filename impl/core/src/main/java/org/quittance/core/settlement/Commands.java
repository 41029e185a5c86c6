package org.quittance.core.settlement;

import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Spec;

/** Every command, what refuses it, and what it does. A refusal changes nothing but a nonce. */
final class Commands {

    private Commands() {}

    static Outcome execute(State s, Command command, Signers signers, EventSink sink) {
        Optional<Rejection> refusal = refusal(s, command, signers);
        if (refusal.isPresent()) {
            reject(s, command, signers, refusal.get(), sink);
            return new Outcome(refusal);
        }
        useNonce(s, command);
        apply(s, command, signers, sink);
        return Outcome.ACCEPTED;
    }

    /** The first reason, in order of precedence, not to execute the command. */
    static Optional<Rejection> refusal(State s, Command command, Signers by) {
        return switch (command) {
            case Command.Deposit c -> DepositRules.depositRefusal(s, c, by);
            case Command.ListGroup c -> ContractRules.listGroupRefusal(s, c, by);
            case Command.ListSeries c -> ContractRules.listSeriesRefusal(s, c, by);
            case Command.Pause c -> PauseRules.pauseRefusal(s, c, by);
            case Command.Resume c -> PauseRules.resumeRefusal(s, c, by);
            case Command.Place c -> BookGuards.placeRefusal(s, c, by);
            case Command.Cancel c -> BookGuards.cancelRefusal(s, c, by);
            case Command.Report c -> OracleRules.reportRefusal(s, c, by);
            case Command.RequestWithdrawal c -> TreasuryRules.requestWithdrawalRefusal(s, c, by);
            case Command.ApproveWithdrawal c -> TreasuryRules.approveWithdrawalRefusal(s, c, by);
            case Command.ExecuteWithdrawal c -> TreasuryRules.executeWithdrawalRefusal(s, c, by);
            case Command.VoidWithdrawal c -> TreasuryRules.voidWithdrawalRefusal(s, c, by);
            case Command.Takeover c -> LiquidationRules.takeoverRefusal(s, c, by);
            case Command.SubmitEvidence c -> StakingRules.slashRefusal(s, c, by);
            case Command.Stake c -> StakingRules.stakeRefusal(s, c, by);
            case Command.Unstake c -> StakingRules.unstakeRefusal(s, c, by);
            case Command.Join c -> StakingRules.joinRefusal(s, c, by);
            case Command.Leave c -> StakingRules.leaveRefusal(s, c, by);
        };
    }

    private static void apply(State s, Command command, Signers by, EventSink sink) {
        switch (command) {
            case Command.Deposit c -> DepositRules.deposit(s, c, by, sink);
            case Command.ListGroup c -> ContractRules.listGroup(s, c, by, sink);
            case Command.ListSeries c -> ContractRules.listSeries(s, c, by, sink);
            case Command.Pause c -> PauseRules.pause(s, c, by, sink);
            case Command.Resume c -> PauseRules.resume(s, c, by, sink);
            case Command.Place c -> BookRules.placeAndMatch(s, c, sink);
            case Command.Cancel c -> BookRules.cancel(s, c, sink);
            case Command.Report c -> OracleRules.report(s, c, sink);
            case Command.RequestWithdrawal c -> TreasuryRules.requestWithdrawal(s, c, sink);
            case Command.ApproveWithdrawal c -> TreasuryRules.approveWithdrawal(s, c, sink);
            case Command.ExecuteWithdrawal c -> TreasuryRules.executeWithdrawal(s, c, sink);
            case Command.VoidWithdrawal c -> TreasuryRules.voidWithdrawal(s, c, sink);
            case Command.Takeover c -> LiquidationRules.takeover(s, c, sink);
            case Command.SubmitEvidence c -> StakingRules.slash(s, c, sink);
            case Command.Stake c -> StakingRules.stake(s, c, sink);
            case Command.Unstake c -> StakingRules.unstake(s, c, sink);
            case Command.Join c -> StakingRules.join(s, c, sink);
            case Command.Leave c -> StakingRules.leave(s, c, sink);
        }
    }

    @Spec("Settlement!Reject")
    private static void reject(
            State s, Command command, Signers signers, Rejection reason, EventSink sink) {
        // Before that, nobody knows that it is the account's or governance's next command.
        if (reason.compareTo(Rejection.WRONG_NONCE) > 0) {
            useNonce(s, command);
        }
        if (sink.isInterested()) {
            sink.on(new Event.Reject(command, members(s, command, signers), reason, s.post()));
        }
    }

    private static void useNonce(State s, Command command) {
        if (command instanceof Command.OfAccount c) {
            s.accounts().useNonce(c.account());
        } else if (command instanceof Command.OfGovernance) {
            s.progress().setGovernanceNonce(s.progress().governanceNonce() + 1);
        }
    }

    /** The members who sealed a command that custodians or governors seal. */
    private static List<Integer> members(State s, Command command, Signers signers) {
        return switch (command) {
            case Command.Deposit c -> s.custodiansAmong(signers);
            case Command.ListGroup c -> s.governorsAmong(signers);
            case Command.ListSeries c -> s.governorsAmong(signers);
            case Command.OfGovernance c -> s.governorsAmong(signers);
            default -> List.of();
        };
    }
}
