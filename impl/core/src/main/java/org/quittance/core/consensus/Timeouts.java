package org.quittance.core.consensus;

import org.quittance.core.base.View;

/**
 * How long the timers of a view run.
 *
 * <p>Twice as long for each view that was given up since the latest final block, up to a limit; so
 * that, whatever the network's delay is, it is exceeded at last. Back to the start with the next
 * final block.
 */
final class Timeouts {

    private Timeouts() {}

    /** Milliseconds that the leader timer runs. */
    static long leader(State state) {
        return doubled(timing(state).leader(), state.certificates().nullifiedSinceFinalized(),
                timing(state).most());
    }

    /** Milliseconds that the view timer runs. */
    static long view(State state) {
        return doubled(timing(state).view(), state.certificates().nullifiedSinceFinalized(),
                timing(state).most());
    }

    /** Sets both timers of the current view. */
    static void arm(State state, Outbox out) {
        out.add(new Effect.SetTimer(Timer.LEADER, state.view(), leader(state)));
        out.add(new Effect.SetTimer(Timer.VIEW, state.view(), view(state)));
    }

    /** Sets the timer of the next rebroadcast. It belongs to no view. */
    static void armRebroadcast(State state, Outbox out) {
        out.add(new Effect.SetTimer(
                Timer.REBROADCAST, View.GENESIS, timing(state).rebroadcast()));
    }

    /**
     * A time doubled some times, but at most the limit; exact.
     *
     * @param base from 1 to {@code most}
     * @param times at least 0
     */
    static long doubled(long base, int times, long most) {
        return times >= Long.SIZE - 1 || base > most >> times ? most : base << times;
    }

    private static Timing timing(State state) {
        return state.config().timing();
    }
}
