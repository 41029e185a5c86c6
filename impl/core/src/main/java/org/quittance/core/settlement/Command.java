package org.quittance.core.settlement;

import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;

/**
 * What someone wants the clearinghouse to do: one record for each action of the spec that isn't
 * taken on its own accord. Nothing says yet that it is in range or allowed.
 *
 * <p>Amounts are minor units, prices ticks, quantities contracts.
 */
public sealed interface Command {

    /** A command of one account, sealed by the account's key. */
    sealed interface OfAccount extends Command {

        int account();

        /** How many of the account's commands were executed before this one. */
        long nonce();
    }

    /** A command of governance, in a sequence of its own. */
    sealed interface OfGovernance extends Command {

        /** How many of governance's numbered commands were executed before this one. */
        long nonce();
    }

    /**
     * Money came in: {@code Treasury!Deposit}, sealed by custodians.
     *
     * @param ext what the custodians call the payment; each is credited once
     * @param account an existing account, or the next free id, which opens it
     * @param key the key of the account
     */
    record Deposit(long ext, int account, PublicKey key, long amount) implements Command {}

    /** {@code Contracts!ListGroup}, sealed by governors. */
    record ListGroup(int group, long expiry) implements Command {}

    /** {@code Contracts!ListSeries}, sealed by governors. */
    record ListSeries(int series, long strike, Right right, int group) implements Command {}

    /** {@code Oracle!Pause}, sealed by governors: no trading below height {@code until}. */
    record Pause(long until, long nonce) implements OfGovernance {}

    /** {@code Oracle!Resume}, sealed by governors. */
    record Resume(long nonce) implements OfGovernance {}

    /** {@code Book!Place}. */
    record Place(
            int account,
            long nonce,
            int series,
            Side side,
            long price,
            long quantity,
            OrderKind kind) implements OfAccount {}

    /** {@code Book!Cancel}. */
    record Cancel(int account, long nonce, long order) implements OfAccount {}

    /** {@code Oracle!Report}, sealed by the validator. */
    record Report(int validator, long round, long price) implements Command {}

    /** {@code Treasury!RequestWithdrawal}. */
    record RequestWithdrawal(int account, long nonce, long amount) implements OfAccount {}

    /** {@code Treasury!ApproveWithdrawal}, sealed by the custodian with that index. */
    record ApproveWithdrawal(int custodian, long withdrawal) implements Command {}

    /** {@code Treasury!ExecuteWithdrawal}: anyone may ask for it. */
    record ExecuteWithdrawal(long withdrawal) implements Command {}

    /** {@code Treasury!VoidWithdrawal}. */
    record VoidWithdrawal(int account, long nonce, long withdrawal) implements OfAccount {}

    /**
     * {@code Liquidation!Takeover}.
     *
     * @param account the bidder
     * @param target the flagged account
     */
    record Takeover(int account, long nonce, int target) implements OfAccount {}

    /**
     * {@code Slashing!Slash}: anyone may show it. Whoever accepts a payload has verified that the
     * two messages are the validator's and contradict each other.
     *
     * @param at the view of the votes, or the height of the attestations
     * @param first canonical bytes of a signed message
     * @param second canonical bytes of the signed message that contradicts it
     */
    record SubmitEvidence(int validator, EvidenceKind kind, long at, Bytes first, Bytes second)
            implements Command {}

    /** {@code Slashing!Stake}. */
    record Stake(int account, long nonce, int validator, long amount) implements OfAccount {}

    /** {@code Slashing!Unstake}. */
    record Unstake(int account, long nonce, int validator, long amount) implements OfAccount {}

    /** {@code Slashing!Join}. */
    record Join(int account, long nonce, int validator) implements OfAccount {}

    /** {@code Slashing!Leave}. */
    record Leave(int account, long nonce, int validator) implements OfAccount {}
}
