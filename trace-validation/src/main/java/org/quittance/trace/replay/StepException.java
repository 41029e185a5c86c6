package org.quittance.trace.replay;

/** The evaluator can't say whether an event is a step; its message says why, for people. */
public final class StepException extends Exception {

    private static final long serialVersionUID = 1;

    /** For this reason. */
    public StepException(String message) {
        super(message);
    }
}
