package org.quittance.core.settlement;

import java.util.Optional;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Treasury;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Validators;

/**
 * Owners put cash at stake for their validators, take it back, and say which take part; evidence
 * takes stake away.
 */
final class StakingRules {

    private StakingRules() {}

    /** Why evidence is refused, if it is. It was verified with the payload. */
    @Spec("Slashing!SlashRefusal")
    static Optional<Rejection> slashRefusal(
            State s, Command.SubmitEvidence c, Signers anyone) {
        if (!s.validators().contains(c.validator())) {
            return Checks.refuse(Rejection.UNKNOWN_VALIDATOR);
        }
        return s.validators().isUsed(c.validator(), c.kind(), c.at())
                ? Checks.refuse(Rejection.ALREADY_USED)
                : Checks.ok();
    }

    /** A part of the stake, and of what is unbonding, goes to the insurance fund. */
    @Spec("Slashing!Slash")
    static void slash(State s, Command.SubmitEvidence c, EventSink sink) {
        Validators validators = s.validators();
        Treasury treasury = s.treasury();
        int v = c.validator();
        long stake = validators.stake(v);
        Unbonding unbonding = validators.unbonding(v);
        long ofStake = slashed(s, stake);
        long ofUnbonding = slashed(s, unbonding.amount());
        validators.setStake(v, stake - ofStake);
        validators.setUnbonding(
                v, new Unbonding(unbonding.amount() - ofUnbonding, unbonding.due()));
        treasury.setInsuranceFund(treasury.insuranceFund() + ofStake + ofUnbonding);
        validators.jail(v);
        validators.use(v, c.kind(), c.at());
        if (sink.isInterested()) {
            sink.on(new Event.Slash(c, s.post()));
        }
    }

    /** What evidence takes of an amount: charges round up. */
    @Spec("Slashing!Slashed")
    private static long slashed(State s, long amount) {
        return Exact.ceilMulDiv(s.parameters().slashRate(), amount, Parameters.WHOLE);
    }

    /** Why cash can't be put at stake, if it can't. The rules are those of a withdrawal. */
    @Spec("Slashing!StakeRefusal")
    static Optional<Rejection> stakeRefusal(State s, Command.Stake c, Signers signers) {
        Optional<Rejection> unauthorized = ofOwner(s, c, c.validator(), signers);
        if (unauthorized.isPresent()) {
            return unauthorized;
        }
        if (c.amount() < 1) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        Optional<Rejection> closed = CashOut.marketRefusal(s, c.account());
        return closed.isPresent()
                ? closed
                : CashOut.coverRefusal(s, c.account(), c.amount());
    }

    /** Cash becomes stake. */
    @Spec("Slashing!Stake")
    static void stake(State s, Command.Stake c, EventSink sink) {
        Validators validators = s.validators();
        s.accounts().addCash(c.account(), -c.amount());
        validators.setStake(c.validator(),
                Math.addExact(validators.stake(c.validator()), c.amount()));
        if (sink.isInterested()) {
            sink.on(new Event.Stake(c, s.post()));
        }
    }

    /** Why stake can't be taken back, if it can't. */
    @Spec("Slashing!UnstakeRefusal")
    static Optional<Rejection> unstakeRefusal(State s, Command.Unstake c, Signers signers) {
        Optional<Rejection> unauthorized = ofOwner(s, c, c.validator(), signers);
        if (unauthorized.isPresent()) {
            return unauthorized;
        }
        if (c.amount() < 1) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        if (s.validators().unbonding(c.validator()).amount() > 0) {
            return Checks.refuse(Rejection.UNBONDING);
        }
        return s.validators().stake(c.validator()) < c.amount()
                ? Checks.refuse(Rejection.INSUFFICIENT_STAKE)
                : Checks.ok();
    }

    /** Stake is no longer at work, but can still be slashed until it is due. */
    @Spec("Slashing!Unstake")
    static void unstake(State s, Command.Unstake c, EventSink sink) {
        Validators validators = s.validators();
        validators.setStake(c.validator(), validators.stake(c.validator()) - c.amount());
        validators.setUnbonding(c.validator(),
                new Unbonding(c.amount(), s.height() + s.parameters().unbondingBlocks()));
        if (sink.isInterested()) {
            sink.on(new Event.Unstake(c, s.post()));
        }
    }

    /** Why a validator can't join, if it can't. */
    @Spec("Slashing!JoinRefusal")
    static Optional<Rejection> joinRefusal(State s, Command.Join c, Signers signers) {
        Optional<Rejection> unauthorized = ofOwner(s, c, c.validator(), signers);
        if (unauthorized.isPresent()) {
            return unauthorized;
        }
        if (s.validators().isJailed(c.validator())) {
            return Checks.refuse(Rejection.JAILED);
        }
        return s.validators().stake(c.validator()) < s.parameters().minStake()
                ? Checks.refuse(Rejection.INSUFFICIENT_STAKE)
                : Checks.ok();
    }

    /** The validator will take part in the next epoch. */
    @Spec("Slashing!Join")
    static void join(State s, Command.Join c, EventSink sink) {
        s.validators().setJoined(c.validator(), true);
        if (sink.isInterested()) {
            sink.on(new Event.Join(c, s.post()));
        }
    }

    /** Why a validator can't leave, if it can't. */
    @Spec("Slashing!LeaveRefusal")
    static Optional<Rejection> leaveRefusal(State s, Command.Leave c, Signers signers) {
        return ofOwner(s, c, c.validator(), signers);
    }

    /** The validator will not take part in the next epoch. */
    @Spec("Slashing!Leave")
    static void leave(State s, Command.Leave c, EventSink sink) {
        s.validators().setJoined(c.validator(), false);
        if (sink.isInterested()) {
            sink.on(new Event.Leave(c, s.post()));
        }
    }

    private static Optional<Rejection> ofOwner(
            State s, Command.OfAccount c, int validator, Signers signers) {
        Optional<Rejection> unauthorized = Checks.ofAccount(s, c, signers);
        if (unauthorized.isPresent()) {
            return unauthorized;
        }
        if (!s.validators().contains(validator)) {
            return Checks.refuse(Rejection.UNKNOWN_VALIDATOR);
        }
        return s.validators().owner(validator) != c.account()
                ? Checks.refuse(Rejection.NOT_OWNER)
                : Checks.ok();
    }
}
