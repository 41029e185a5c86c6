package org.quittance.trace;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.replay.Explanation;

/**
 * Events in a row.
 *
 * @param start the event before them, which has the state in which they begin; null if they are the
 *     first
 * @param events the segment
 */
record Segment(@Nullable Event start, List<Event> events) {

    /**
     * What came of a segment.
     *
     * @param rejected the event that is no step; null if all are
     * @param why it is none
     * @param problem why nothing is known of the segment; null if something is
     */
    record Result(
            @Nullable Event rejected, @Nullable Explanation why, @Nullable String problem) {

        static final Result ACCEPTED = new Result(null, null, null);
    }
}
