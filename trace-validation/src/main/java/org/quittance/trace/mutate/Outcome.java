package org.quittance.trace.mutate;

import com.fasterxml.jackson.annotation.JsonValue;

/** What came of a mutant. */
enum Outcome {
    /** The event with the flaw is rejected. */
    AT_THE_EVENT("at the event"),
    /** An event is rejected of which it is listed that it can be, as a direct consequence. */
    CONSEQUENCE("consequence"),
    /** The reader finds that it is no trace. */
    MALFORMED("malformed"),
    /** Another event is rejected. */
    ELSEWHERE("elsewhere"),
    /** It is accepted. */
    ACCEPTED("accepted"),
    /** Nothing is known, since the check failed. */
    FAILED("failed"),
    /** It says the same: the run comes into the same state with the same events before it. */
    EQUIVALENT("equivalent");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    @JsonValue
    String words() {
        return words;
    }

    /** Is it found where it is? */
    boolean isRight() {
        return this == AT_THE_EVENT || this == CONSEQUENCE || this == MALFORMED;
    }

    /** Does it need a reason why it is not found? */
    boolean isSurvivor() {
        return this == ACCEPTED || this == FAILED;
    }
}
