package org.quittance.trace;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a validation came to. Only the first two are statements about the run; the others say that
 * nothing is known about it.
 */
public enum Verdict {
    /** Every event is a step that the spec allows. */
    ACCEPTED("accepted", 0),
    /** One event is not a step that the spec allows. */
    REJECTED("rejected", 1),
    /** The file is not a trace of the format. */
    MALFORMED("malformed", 2),
    /** There was nothing to validate. */
    NOT_RUN("not run", 3),
    /** TLC could not be run, broke off, could not evaluate the spec, or contradicted itself. */
    TOOL_FAILED("tool failed", 4);

    private final String words;
    private final int exitCode;

    Verdict(String words, int exitCode) {
        this.words = words;
        this.exitCode = exitCode;
    }

    /** The verdict in words, also in JSON. */
    @JsonValue
    public String words() {
        return words;
    }

    /** The status with which a command ends that came to this verdict: 0, or 1 to 4. */
    public int exitCode() {
        return exitCode;
    }

    @Override
    public String toString() {
        return words;
    }
}
