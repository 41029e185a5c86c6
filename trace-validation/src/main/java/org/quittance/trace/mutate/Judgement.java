package org.quittance.trace.mutate;

import org.quittance.trace.Rejection;

/** What is said of a mutant. */
public sealed interface Judgement {

    /**
     * Every event is a step that the spec allows.
     *
     * @param joins whether the run comes into the state that the original had before the same
     *     remaining events, so that both end alike
     */
    record Accepted(boolean joins) implements Judgement {}

    /** An event is not a step that the spec allows. */
    record Rejected(Rejection why) implements Judgement {}

    /** The reader refuses it. */
    record Malformed(String problem) implements Judgement {}

    /** Nothing is known of it. */
    record Failed(String problem) implements Judgement {}
}
