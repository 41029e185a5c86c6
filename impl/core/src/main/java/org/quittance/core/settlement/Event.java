package org.quittance.core.settlement;

import java.util.List;
import org.quittance.core.settlement.state.Post;

/**
 * One step of the clearinghouse, for traces: the spec action of the same name, its arguments, and
 * what it changed.
 *
 * <p>{@code signers} are indexes of custodians or governors, ascending.
 */
public sealed interface Event {

    /** The entries that the step changed, as they were after it. */
    Post post();

    /** {@code Treasury!Deposit}. */
    record Deposit(Command.Deposit command, List<Integer> signers, Post post) implements Event {}

    /** {@code Contracts!ListGroup}. */
    record ListGroup(Command.ListGroup command, List<Integer> signers, Post post)
            implements Event {}

    /** {@code Contracts!ListSeries}. */
    record ListSeries(Command.ListSeries command, List<Integer> signers, Post post)
            implements Event {}

    /** {@code Oracle!Pause}. */
    record Pause(Command.Pause command, List<Integer> signers, Post post) implements Event {}

    /** {@code Oracle!Resume}. */
    record Resume(Command.Resume command, List<Integer> signers, Post post) implements Event {}

    /** {@code Book!Place}: the order came in. What happens to it are steps of their own. */
    record Place(Command.Place command, Post post) implements Event {}

    /** {@code Book!Fill}: the incoming order traded with the order {@code maker}. */
    record Fill(long maker, Post post) implements Event {}

    /** {@code Book!Evict}: the order {@code maker} was no longer covered, and was removed. */
    record Evict(long maker, Post post) implements Event {}

    /** {@code Book!Rest}: what is left of the incoming order rests. */
    record Rest(Post post) implements Event {}

    /** {@code Book!Expire}: what is left of the incoming order is dropped. */
    record Expire(Post post) implements Event {}

    /** {@code Book!Cancel}. */
    record Cancel(Command.Cancel command, Post post) implements Event {}

    /** {@code Oracle!Report}. */
    record Report(Command.Report command, Post post) implements Event {}

    /** {@code Treasury!RequestWithdrawal}. */
    record RequestWithdrawal(Command.RequestWithdrawal command, Post post) implements Event {}

    /** {@code Treasury!ApproveWithdrawal}. */
    record ApproveWithdrawal(Command.ApproveWithdrawal command, Post post) implements Event {}

    /** {@code Treasury!ExecuteWithdrawal}. */
    record ExecuteWithdrawal(Command.ExecuteWithdrawal command, Post post) implements Event {}

    /** {@code Treasury!VoidWithdrawal}. */
    record VoidWithdrawal(Command.VoidWithdrawal command, Post post) implements Event {}

    /** {@code Liquidation!Takeover}. */
    record Takeover(Command.Takeover command, Post post) implements Event {}

    /** {@code Slashing!Slash}. */
    record Slash(Command.SubmitEvidence command, Post post) implements Event {}

    /** {@code Slashing!Stake}. */
    record Stake(Command.Stake command, Post post) implements Event {}

    /** {@code Slashing!Unstake}. */
    record Unstake(Command.Unstake command, Post post) implements Event {}

    /** {@code Slashing!Join}. */
    record Join(Command.Join command, Post post) implements Event {}

    /** {@code Slashing!Leave}. */
    record Leave(Command.Leave command, Post post) implements Event {}

    /**
     * {@code Settlement!Reject}.
     *
     * @param signers of a command that custodians or governors seal; else empty
     */
    record Reject(Command command, List<Integer> signers, Rejection reason, Post post)
            implements Event {}

    /** {@code Treasury!Quit}: a quittance for height {@code at} came with the block. */
    record Quit(long at, Post post) implements Event {}

    /** {@code Settlement!EndCommands}. */
    record EndCommands(Post post) implements Event {}

    /** {@code Oracle!CloseRound}. */
    record CloseRound(Post post) implements Event {}

    /** {@code Oracle!KeepRound}. */
    record KeepRound(Post post) implements Event {}

    /** {@code Oracle!GiveUpRound}. */
    record GiveUpRound(Post post) implements Event {}

    /** {@code Expiry!ExpireGroup}. */
    record ExpireGroup(int group, Post post) implements Event {}

    /**
     * {@code Expiry!SettleGroup}.
     *
     * @param haircuts what creditors got less than their claims, by account; losers only
     */
    record SettleGroup(int group, List<Haircut> haircuts, Post post) implements Event {}

    /** {@code Expiry!EndExpiry}. */
    record EndExpiry(Post post) implements Event {}

    /** {@code Liquidation!Flag}. */
    record Flag(int account, Post post) implements Event {}

    /** {@code Liquidation!Unflag}. */
    record Unflag(int account, Post post) implements Event {}

    /**
     * {@code Liquidation!Deleverage}.
     *
     * @param haircuts what creditors got less than their claims, by account; losers only
     */
    record Deleverage(int account, List<Haircut> haircuts, Post post) implements Event {}

    /** {@code Liquidation!EndLiquidation}. */
    record EndLiquidation(Post post) implements Event {}

    /** {@code Slashing!ReleaseUnbonding}. */
    record ReleaseUnbonding(int validator, Post post) implements Event {}

    /** {@code Settlement!EndBlock}: its post is the whole state. */
    record EndBlock(Post post) implements Event {}

    /**
     * How much less than its claim a creditor got, since nobody was left to pay.
     *
     * @param amount minor units, at least 1
     */
    record Haircut(int account, long amount) {}
}
