package org.quittance.sim.kernel;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Simulated time in milliseconds, and what is still to happen.
 *
 * <p>What is due at the same millisecond happens in the order in which it was scheduled, so a run
 * has one order of everything.
 */
public final class Timeline {

    private record Entry(long at, long number, Runnable action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparing(Entry::number));
    private long now;
    private long scheduled;
    private long done;

    /** The current time in milliseconds since the start of the run. */
    public long now() {
        return now;
    }

    /** How many actions have been taken. */
    public long done() {
        return done;
    }

    /**
     * Takes the action after a delay.
     *
     * @param delayMillis at least 0
     */
    public void after(long delayMillis, Runnable action) {
        if (delayMillis < 0) {
            throw new IllegalArgumentException("delay must be >= 0, but is " + delayMillis);
        }
        entries.add(new Entry(Math.addExact(now, delayMillis), scheduled++, action));
    }

    /** Takes the action that is due next and moves time to it; false if there is none. */
    public boolean step() {
        Entry next = entries.poll();
        if (next == null) {
            return false;
        }
        now = next.at();
        done++;
        next.action().run();
        return true;
    }
}
