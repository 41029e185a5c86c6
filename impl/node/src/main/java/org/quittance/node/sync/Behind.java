package org.quittance.node.sync;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Is a validator so far behind that it should take over the state of others? Either there are more
 * blocks to execute than its operator wants; or it hasn't executed any for a while though others
 * have, since nobody has the blocks any more that come next.
 *
 * <p>Who has just taken a state over gets the time to go on from there block by block, however far
 * the others got meanwhile: where they are fast and this one is slow it would otherwise take over
 * state after state, and never execute a block.
 */
final class Behind {

    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final long gap;
    private boolean tookOver;
    private long first;
    private long executed = -1;
    private long since;

    /**
     * Judges by this gap.
     *
     * @param gap in blocks
     * @param tookOver whether this life began with the state of another
     */
    Behind(long gap, boolean tookOver) {
        this.gap = gap;
        this.tookOver = tookOver;
    }

    /**
     * Looks at how far things are.
     *
     * @param now monotonic time, in nanoseconds
     * @return the height above which a state would be of use; empty if none would
     */
    OptionalLong test(Progress progress, long now) {
        if (progress.executed() != executed) {
            first = executed < 0 ? now : first;
            executed = progress.executed();
            since = now;
        }
        tookOver &= now - first <= PATIENCE_NANOS;
        if (progress.quitted() > executed && now - since > STUCK_NANOS) {
            return OptionalLong.of(executed);
        }
        return !tookOver && progress.quitted() - executed > gap
                ? OptionalLong.of(executed + gap)
                : OptionalLong.empty();
    }
}
