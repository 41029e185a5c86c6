package org.quittance.proofs.solver;

/**
 * What a solver says to a question.
 *
 * @param word sat, unsat, unknown, or time-out
 * @param millis how long it took
 */
public record Answer(String word, long millis) {

    /** No answer before the time was up. */
    public static final String TIME_OUT = "time-out";
    /** The solver gave up. */
    public static final String UNKNOWN = "unknown";

    /** Is it neither sat nor unsat? */
    public boolean isOpen() {
        return !word.equals("sat") && !word.equals("unsat");
    }
}
