package org.quittance.proofs.solver;

import org.checkerframework.checker.nullness.qual.Nullable;

/** A solver that can't be loaded here, or that does not accept a text. */
public final class SolverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean absent;

    private SolverException(String message, @Nullable Throwable cause, boolean absent) {
        super(message, cause);
        this.absent = absent;
    }

    /** The solver has no program for this platform, or it does not start. */
    public static SolverException absent(String solver, Throwable cause) {
        return new SolverException(solver + " can't be loaded on " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ": " + cause.getMessage(), cause, true);
    }

    /** The solver says what is wrong with the text. */
    public static SolverException rejected(String solver, Throwable cause) {
        return new SolverException(
                solver + " does not accept the text: " + cause.getMessage(), cause, false);
    }

    /** Has nothing been checked, for want of the solver? */
    public boolean isAbsent() {
        return absent;
    }
}
