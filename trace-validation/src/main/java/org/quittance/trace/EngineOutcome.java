package org.quittance.trace;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.replay.Explanation;

/** What one way of checking says of a trace. */
public sealed interface EngineOutcome {

    /** The version of TLC that said so, as TLC names itself; "" if it did not come that far. */
    String tlc();

    /**
     * All events are steps that the spec allows.
     *
     * @param accepted how many there are
     * @param states how many states were generated, the initial one included
     */
    record Accepted(String tlc, int accepted, long states) implements EngineOutcome {}

    /**
     * An event is not a step that the spec allows.
     *
     * @param accepted how many events before it are
     * @param states how many states were generated, the initial one included
     * @param explanation why, if this way can tell
     */
    record Rejected(String tlc, int accepted, long states, @Nullable Explanation explanation)
            implements EngineOutcome {}

    /**
     * It says nothing of the trace.
     *
     * @param problem what went wrong, for people
     */
    record Failed(String tlc, String problem) implements EngineOutcome {}
}
