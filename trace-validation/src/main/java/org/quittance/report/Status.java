package org.quittance.report;

/** How a phase ended. What was not run says nothing, and is never shown as passed. */
public enum Status {
    PASSED("passed"),
    FAILED("failed"),
    NOT_RUN("not run");

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /** In words, for people. */
    public String words() {
        return words;
    }

    /** The name of its style. */
    String style() {
        return this == NOT_RUN ? "notrun" : words;
    }

    static Status of(boolean passed) {
        return passed ? PASSED : FAILED;
    }
}
