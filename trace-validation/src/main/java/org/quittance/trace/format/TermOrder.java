package org.quittance.trace.format;

import java.util.List;

/** The order in which a trace writes sets of numbers, texts, and lists of these. */
final class TermOrder {

    private TermOrder() {}

    /** Below, at or above 0 as one comes before, is equal to or comes after the other. */
    static int compare(Term one, Term other) {
        if (one instanceof Term.Int a && other instanceof Term.Int b) {
            return Integer.compare(a.value(), b.value());
        }
        if (one instanceof Term.Amount a && other instanceof Term.Amount b) {
            return a.value().compareTo(b.value());
        }
        if (one instanceof Term.Str a && other instanceof Term.Str b) {
            return a.value().compareTo(b.value());
        }
        if (one instanceof Term.Tuple a && other instanceof Term.Tuple b) {
            return compareAll(a.elements(), b.elements());
        }
        throw new IllegalArgumentException("no order is defined for " + one + " and " + other);
    }

    private static int compareAll(List<Term> some, List<Term> others) {
        for (int k = 0; k < Math.min(some.size(), others.size()); k++) {
            int order = compare(some.get(k), others.get(k));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(some.size(), others.size());
    }
}
