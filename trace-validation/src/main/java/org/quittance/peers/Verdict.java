package org.quittance.peers;

/** What a checker said of a trace. */
enum Verdict {
    /** The spec allows the run. */
    ACCEPTED,
    /** The spec doesn't. */
    REJECTED,
    /** The checker says that the file is no trace of its format. */
    MALFORMED,
    /** The checker gave up with an error, as for a value that its spec can't be evaluated for. */
    ERROR,
    /** The checker was stopped at the time limit. */
    STOPPED;

    /** Whether somebody who runs the checker learns that something is wrong. */
    boolean isNoticed() {
        return this == REJECTED || this == MALFORMED || this == ERROR;
    }
}
