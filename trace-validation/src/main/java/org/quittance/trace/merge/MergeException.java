package org.quittance.trace.merge;

import org.quittance.trace.Verdict;

/** Traces can't be merged, or no further. The message is one line: what, and where. */
public final class MergeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    /**
     * For people.
     *
     * @param verdict malformed, if a file isn't what it should be; rejected, if what two files say
     *     together no run can do; not run, if it can't be known
     */
    MergeException(Verdict verdict, String message) {
        super(message);
        this.verdict = verdict;
    }

    /** What it means for whoever wanted to validate the run. */
    public Verdict verdict() {
        return verdict;
    }
}
