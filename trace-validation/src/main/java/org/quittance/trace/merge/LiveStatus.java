package org.quittance.trace.merge;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.quittance.trace.merge.Rules.Item;

/** How far the validation of a run has come that goes on. Any thread may ask. */
public final class LiveStatus {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final String name;
    private volatile long handedOut;
    private volatile Look look = new Look(0, 0, new TreeMap<>());
    private long lookedAt = -LOOK_NANOS;

    LiveStatus(String name) {
        this.name = name;
    }

    /**
     * What was seen last.
     *
     * @param behind so many events are in the files and not validated; an estimate, if many
     * @param lagNanos how long the oldest of them has been there
     * @param silentNanos by node, for how long it has written nothing
     */
    public record Look(long behind, long lagNanos, SortedMap<Integer, Long> silentNanos) {}

    /** Which trace, such as ordering. */
    public String name() {
        return name;
    }

    /** So many events were validated. */
    public long events() {
        return handedOut;
    }

    /** What was seen last. */
    public Look look() {
        return look;
    }

    /** All of these were accepted, since another is asked for. */
    void handedOut(long events) {
        handedOut = events;
    }

    void look(Merger merger, long now) {
        if (now - lookedAt < LOOK_NANOS) {
            return;
        }
        lookedAt = now;
        long behind = 0;
        long lag = 0;
        SortedMap<Integer, Long> silent = new TreeMap<>();
        for (ProcessStream stream : merger.streams()) {
            behind += stream.behind();
            Item oldest = stream.peek();
            lag = oldest == null ? lag : Math.max(lag, now - oldest.since());
            if (!stream.isEnded()) {
                silent.put(stream.node(), now - stream.grewAt());
            }
        }
        look = new Look(behind, lag, silent);
    }
}
