package org.quittance.core.consensus;

import org.quittance.core.base.View;

/**
 * How long the timers of a view run.
 *
 * <p>Twice as long for each view since the latest one known to be final, but for the first two, and
 * however these views ended, up to {@link Timing#most}; so that the network's delay is exceeded at
 * last, unless it is above that limit. Back to the start with the next final block.
 *
 * <p>It isn't enough to count views that were given up: one may end with a notarization and still
 * never be final, because others gave up before the proposal reached them.
 */
final class Timeouts {

    /**
     * So many views go by before timers run longer. While all goes well, a view is entered before
     * the one before it is known to be final.
     */
    private static final long GRACE = 2;

    private Timeouts() {}

    /** Milliseconds that the leader timer runs. */
    static long leader(State state) {
        return doubled(timing(state).leader(), doublings(state), timing(state).most());
    }

    /** Milliseconds that the view timer runs. */
    static long view(State state) {
        return doubled(timing(state).view(), doublings(state), timing(state).most());
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
    static long doubled(long base, long times, long most) {
        return times >= Long.SIZE - 1 || base > most >> times ? most : base << times;
    }

    private static long doublings(State state) {
        long since = state.view().number() - state.certificates().finalizedView().number();
        return Math.max(0, since - GRACE);
    }

    private static Timing timing(State state) {
        return state.config().timing();
    }
}
