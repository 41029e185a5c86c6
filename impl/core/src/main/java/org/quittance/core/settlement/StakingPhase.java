package org.quittance.core.settlement;

import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Validators;

/** The last phase of a block: stake that was unstaked long enough ago becomes cash. */
final class StakingPhase {

    private StakingPhase() {}

    /** Releases what is due, validator by validator. */
    static void run(State s, EventSink sink) {
        for (int v = 0; v < s.validators().size(); v++) {
            if (canReleaseUnbonding(s, v)) {
                releaseUnbonding(s, v, sink);
            }
        }
    }

    /** Is there stake of the validator that is due? */
    @Spec("Slashing!CanReleaseUnbonding")
    static boolean canReleaseUnbonding(State s, int v) {
        Unbonding unbonding = s.validators().unbonding(v);
        return s.progress().phase() == Phase.STAKING
                && unbonding.amount() > 0
                && unbonding.due() <= s.height();
    }

    /** What is left of it is the owner's cash again. */
    @Spec("Slashing!ReleaseUnbonding")
    static void releaseUnbonding(State s, int v, EventSink sink) {
        Validators validators = s.validators();
        s.accounts().addCash(validators.owner(v), validators.unbonding(v).amount());
        validators.setUnbonding(v, Unbonding.NONE);
        if (sink.isInterested()) {
            sink.on(new Event.ReleaseUnbonding(v, s.post()));
        }
    }
}
