package org.quittance.trace;

import org.quittance.trace.replay.Explanation;

/**
 * What a validation came to. A rejection speaks of the run, the last three never do: whoever
 * handles an outcome has to tell them apart.
 */
sealed interface Outcome {

    /** Every event is a step that the spec allows. */
    record Accepted() implements Outcome {}

    /**
     * The event after so many accepted ones is not a step that the spec allows.
     *
     * @param accepted how many events before it are
     * @param explanation why it is not
     */
    record Rejected(int accepted, Explanation explanation) implements Outcome {}

    /** The file is not a trace. */
    record Malformed(String problem) implements Outcome {}

    /** There was nothing to validate. */
    record NotRun(String problem) implements Outcome {}

    /** Nothing is known of the run, since TLC failed or the two ways of asking it disagree. */
    record ToolFailed(String problem) implements Outcome {}

    /** The outcome in one word. */
    default Verdict verdict() {
        return switch (this) {
            case Accepted a -> Verdict.ACCEPTED;
            case Rejected r -> Verdict.REJECTED;
            case Malformed m -> Verdict.MALFORMED;
            case NotRun n -> Verdict.NOT_RUN;
            case ToolFailed t -> Verdict.TOOL_FAILED;
        };
    }

    /** What one way says. */
    static Outcome of(EngineOutcome outcome) {
        return switch (outcome) {
            case EngineOutcome.Accepted a -> new Accepted();
            case EngineOutcome.Rejected r -> r.explanation() == null
                    ? new ToolFailed("the event is rejected, and nothing is said why")
                    : new Rejected(r.accepted(), r.explanation());
            case EngineOutcome.Failed f -> new ToolFailed(f.problem());
        };
    }

    /** What the two ways say together: one verdict about one event, or nothing. */
    static Outcome of(EngineOutcome batch, EngineOutcome replay) {
        if (batch instanceof EngineOutcome.Failed failed) {
            return new ToolFailed("batch: " + failed.problem());
        }
        if (replay instanceof EngineOutcome.Failed failed) {
            return new ToolFailed("stream: " + failed.problem());
        }
        if (batch instanceof EngineOutcome.Accepted b
                && replay instanceof EngineOutcome.Accepted r
                && b.accepted() == r.accepted()) {
            return new Accepted();
        }
        if (batch instanceof EngineOutcome.Rejected b
                && replay instanceof EngineOutcome.Rejected r
                && b.accepted() == r.accepted()
                && r.explanation() != null) {
            return new Rejected(r.accepted(), r.explanation());
        }
        return new ToolFailed(
                "the two ways disagree: batch says " + say(batch) + ", stream says " + say(replay));
    }

    private static String say(EngineOutcome outcome) {
        return switch (outcome) {
            case EngineOutcome.Accepted a -> "that all " + a.accepted() + " events are allowed";
            case EngineOutcome.Rejected r -> "that event " + (r.accepted() + 1) + " is not allowed";
            case EngineOutcome.Failed f -> "nothing";
        };
    }
}
