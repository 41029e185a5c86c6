package org.quittance.trace.format;

import java.util.List;

/** The order in which a trace writes sets of numbers, of texts, and of lists of these. */
final class TermOrder {

    private TermOrder() {}

    /**
     * Below, at or above 0 as one comes before, is equal to or comes after the other. Texts come in
     * the order in which their type lists them.
     */
    static int compare(FieldType type, Term one, Term other) {
        if (one instanceof Term.Int a && other instanceof Term.Int b) {
            return Integer.compare(a.value(), b.value());
        }
        if (one instanceof Term.Amount a && other instanceof Term.Amount b) {
            return a.value().compareTo(b.value());
        }
        if (type instanceof FieldType.OneOf texts
                && one instanceof Term.Str a
                && other instanceof Term.Str b) {
            return texts.texts().indexOf(a.value()) - texts.texts().indexOf(b.value());
        }
        if (type instanceof FieldType.Tuple types
                && one instanceof Term.Tuple a
                && other instanceof Term.Tuple b) {
            return compareAll(types.elements(), a.elements(), b.elements());
        }
        throw new IllegalArgumentException("no order is defined for " + one + " and " + other);
    }

    private static int compareAll(List<FieldType> types, List<Term> some, List<Term> others) {
        for (int k = 0; k < types.size(); k++) {
            int order = compare(types.get(k), some.get(k), others.get(k));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
