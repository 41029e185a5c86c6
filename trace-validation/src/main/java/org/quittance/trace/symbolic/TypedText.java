package org.quittance.trace.symbolic;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.trace.format.Names;
import org.quittance.trace.format.Term;

/**
 * Writes terms as TLA+ for Apalache, which tells apart by types what TLC takes for numbers and
 * strings: a validator, a digest. What a term is, the name of its field says.
 *
 * @param types the uninterpreted type of what a field has, by the field's name
 * @param names short ones for digests
 */
record TypedText(Map<String, String> types, Names names) {

    private static final String MARK = "_OF_";

    /** The term as an expression. */
    String write(String field, Term term) {
        return switch (term) {
            case Term.Int number -> types.containsKey(field)
                    ? named(field, "n" + number.value())
                    : String.valueOf(number.value());
            case Term.Str text -> named(field, text.value());
            case Term.Digest digest -> named(field, digest.value());
            case Term.Bool flag -> flag.value() ? "TRUE" : "FALSE";
            case Term.Tuple tuple -> all(field, tuple.elements(), "<<", ">>");
            case Term.SetOf set -> all(field, set.elements(), "{", "}");
            case Term.Rec rec -> record(rec.fields());
            case Term.Fun function -> function.entries().entrySet().stream()
                    .map(e -> "<<" + e.getKey() + ", " + write(field, e.getValue()) + ">>")
                    .collect(Collectors.joining(", ", "SetAsFun({", "})"));
            case Term.Amount amount -> amount.value().toString();
        };
    }

    /** The fields as a record; those that are empty records themselves are left out. */
    String record(Map<String, Term> fields) {
        return fields.entrySet().stream()
                .filter(f -> !(f.getValue() instanceof Term.Rec rec && rec.fields().isEmpty()))
                .map(f -> f.getKey() + " |-> " + write(f.getKey(), f.getValue()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String all(String field, List<Term> terms, String open, String close) {
        return terms.stream()
                .map(term -> write(field, term))
                .collect(Collectors.joining(", ", open, close));
    }

    private String named(String field, String value) {
        String type = types.get(field);
        return type == null
                ? "\"" + value + "\""
                : "\"" + (value.length() == 64 ? names.of(value) : value) + MARK + type + "\"";
    }
}
