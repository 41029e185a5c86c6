package org.quittance.core.consensus;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;

/**
 * The current view, and what happened in it that no message says.
 *
 * @param view the spec's {@code view}
 * @param leader of this view
 * @param leaderTimerFired did the leader timer run out?
 * @param viewTimerFired did the view timer run out?
 * @param requested the parent for which a payload was asked for; {@link Digest#NONE} if none was
 * @param ready the payload that came
 */
record Round(
        View view,
        ValidatorId leader,
        boolean leaderTimerFired,
        boolean viewTimerFired,
        Digest requested,
        Input.@Nullable PayloadReady ready) {

    /** The round in which nothing happened yet. */
    static Round enter(Config config, View view) {
        ValidatorId leader = LeaderElection.leader(config.validators(), view);
        return new Round(view, leader, false, false, Digest.NONE, null);
    }

    /** With a timer that ran out, if it was set for this view. */
    Round with(Input.TimerFired fired) {
        if (!fired.view().equals(view)) {
            return this;
        }
        return new Round(view, leader,
                leaderTimerFired || fired.timer() == Timer.LEADER,
                viewTimerFired || fired.timer() == Timer.VIEW,
                requested, ready);
    }

    Round withRequested(Digest parent) {
        return new Round(view, leader, leaderTimerFired, viewTimerFired, parent, null);
    }

    /** With a payload, if it is the one that was asked for last. */
    Round with(Input.PayloadReady payload) {
        return isAwaiting(payload)
                ? new Round(view, leader, leaderTimerFired, viewTimerFired, requested, payload)
                : this;
    }

    @Pure
    private boolean isAwaiting(Input.PayloadReady payload) {
        return payload.view().equals(view)
                && payload.parent().equals(requested)
                && !requested.equals(Digest.NONE);
    }
}
