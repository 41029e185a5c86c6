package org.quittance.trace.format;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The order in which a trace writes sets of numbers, of texts, and of lists of these. */
final class TermOrder {

    private TermOrder() {}

    /**
     * Below, at or above 0 as one comes before, is equal to or comes after the other. Texts come in
     * the order in which their type lists them.
     */
    static int compare(FieldType.SetOf type, Term one, Term other) {
        if (type.by().isEmpty()) {
            return compare(type.element(), one, other);
        }
        for (String path : type.by()) {
            int order = compare(FieldType.TEXT, at(one, path), at(other, path));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static Term at(Term term, String path) {
        Term at = term;
        for (String name : path.split("\\.")) {
            Term next = at instanceof Term.Rec rec ? rec.fields().get(name) : null;
            if (next == null) {
                throw new IllegalArgumentException("there is no " + path + " in " + term);
            }
            at = next;
        }
        return at;
    }

    private static int compare(FieldType type, Term one, Term other) {
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
        if (text(one) instanceof String a && text(other) instanceof String b) {
            return a.compareTo(b);
        }
        if (type instanceof FieldType.Tuple types
                && one instanceof Term.Tuple a
                && other instanceof Term.Tuple b) {
            return compareAll(types.elements(), a.elements(), b.elements());
        }
        throw new IllegalArgumentException("no order is defined for " + one + " and " + other);
    }

    private static @Nullable String text(Term term) {
        return switch (term) {
            case Term.Str text -> text.value();
            case Term.Digest digest -> digest.value();
            default -> null;
        };
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
