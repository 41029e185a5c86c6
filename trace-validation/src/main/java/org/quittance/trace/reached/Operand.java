package org.quittance.trace.reached;

import java.util.Comparator;

/**
 * A part of an operator of a spec that something must reach, or else a fault in it goes unnoticed.
 *
 * @param module where it stands
 * @param operator in whose definition it stands; of a LET, the one around it
 * @param kind what it is a part of
 * @param text as it is written, on one line and without comments; where an operator has the same
 *     text several times, the second is followed by " (2)", and so on
 */
public record Operand(String module, String operator, Kind kind, String text)
        implements Comparable<Operand> {

    private static final Comparator<Operand> ORDER =
            Comparator.comparing(Operand::module)
                    .thenComparing(Operand::operator)
                    .thenComparing(Operand::text)
                    .thenComparing(Operand::kind);

    /** What an operand is a part of, and with that, when it is reached. */
    public enum Kind {
        /** Of a conjunction: reached when it is evaluated, so when those before it are true. */
        CONJUNCT("is never evaluated"),
        /** Of a disjunction: reached when it is true. */
        DISJUNCT("is never true"),
        /** The right side of an implication: reached when the left side is true. */
        CONSEQUENT("is never asked for"),
        /** Of IF or CASE: reached when it is taken. */
        BRANCH("is never taken");

        private final String complaint;

        Kind(String complaint) {
            this.complaint = complaint;
        }

        /** What is said of one that is not reached. */
        public String complaint() {
            return complaint;
        }
    }

    /** By module, operator and text. */
    @Override
    public int compareTo(Operand other) {
        return ORDER.compare(this, other);
    }

    /** How messages and lists of exceptions name it. */
    public String name() {
        return operator + ": " + text;
    }
}
