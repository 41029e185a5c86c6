package org.quittance.proofs.solver;

/** A solver for questions in SMT-LIB. */
public interface Solver {

    /** Its name. */
    String name();

    /**
     * Answers a question.
     *
     * @param text in SMT-LIB, with its check-sat
     * @param limitMillis at most how long to look for an answer
     * @throws SolverException if the solver does not accept the text
     */
    Answer check(String text, int limitMillis);
}
