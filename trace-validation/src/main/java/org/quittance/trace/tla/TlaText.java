package org.quittance.trace.tla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quittance.trace.amount.Limbs;
import org.quittance.trace.format.Term;

/**
 * Writes terms as TLA+ text. Records are
 * written as applications of an operator that makes them: shorter, and some releases of SANY take
 * quadratic time to compare all record constructors of a module with each other.
 */
public final class TlaText {

    /** Names for people; records with other fields get one in the order in which they come. */
    private static final Map<List<String>, String> NAMES =
            Map.of(
                    List.of("digest", "view", "parentView", "parent", "valid"), "ABlock",
                    List.of("kind", "signer", "view", "block"), "AMessage",
                    List.of("kind", "view", "block"), "ACertificate",
                    List.of("now", "gone"), "Changed");

    private static final String EMPTY = "<<>>";

    private final Map<List<String>, String> makers = new LinkedHashMap<>();
    private final UnaryOperator<String> digests;

    /** Writes digests like this. */
    public TlaText(UnaryOperator<String> digests) {
        this.digests = digests;
    }

    /** The term as an expression of TLA+. */
    public String write(Term term) {
        return switch (term) {
            case Term.Int number -> String.valueOf(number.value());
            case Term.Str text -> "\"" + text.value() + "\"";
            case Term.Digest digest -> "\"" + digests.apply(digest.value()) + "\"";
            case Term.Bool flag -> flag.value() ? "TRUE" : "FALSE";
            case Term.Tuple tuple -> "<<" + writeAll(tuple.elements()) + ">>";
            case Term.SetOf set -> "{" + writeAll(set.elements()) + "}";
            case Term.Rec rec -> record(rec);
            case Term.Amount amount ->
                    Limbs.of(amount.value()).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ", "<<", ">>"));
            case Term.Fun function -> function(function.entries());
        };
    }

    private String record(Term.Rec rec) {
        if (rec.fields().isEmpty()) {
            return EMPTY;
        }
        List<String> fields = List.copyOf(rec.fields().keySet());
        String maker = makers.get(fields);
        if (maker == null) {
            maker = NAMES.getOrDefault(fields, "ARecord" + makers.size());
            makers.put(fields, maker);
        }
        return maker + "(" + writeAll(List.copyOf(rec.fields().values())) + ")";
    }

    /** TLA+ has no literal for a function; ids are mostly without gaps, which is faster. */
    private String function(SortedMap<Integer, Term> entries) {
        if (entries.isEmpty()) {
            return EMPTY;
        }
        String values = "<<" + writeAll(List.copyOf(entries.values())) + ">>";
        int first = entries.firstKey();
        return entries.lastKey() - first == entries.size() - 1
                ? "From(" + first + ", " + values + ")"
                : "At(<<" + entries.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ">>, " + values + ")";
    }

    /** Does this expression use an operator of those that make functions? */
    static boolean makesFunctions(String expression) {
        return expression.contains("From(") || expression.contains("At(");
    }

    /** The operators that make functions. */
    public static String functionMakers() {
        return """
                From(first_, values_) ==
                    [k_ \\in first_ .. (first_ + Len(values_) - 1) |-> values_[k_ - first_ + 1]]
                At(keys_, values_) ==
                    [k_ \\in {keys_[n_]: n_ \\in DOMAIN keys_} |->
                        values_[CHOOSE n_ \\in DOMAIN keys_: keys_[n_] = k_]]
                """;
    }

    /** The operators that make the records that have been written. */
    public String makers() {
        return makers.entrySet().stream()
                .map(m -> maker(m.getValue(), m.getKey(), record(m.getKey())))
                .sorted()
                .collect(Collectors.joining());
    }

    /** An operator with these parameters. */
    static String maker(String name, List<String> parameters, String body) {
        return parameters.stream()
                .map(TlaText::parameter)
                .collect(Collectors.joining(", ", name + "(", ") ==\n    " + body + "\n"));
    }

    /** A record in which each field has the value of the parameter of its name. */
    static String record(List<String> fields) {
        return fields.stream()
                .map(f -> f + " |-> " + parameter(f))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The name of a parameter: not that of a variable of the spec. */
    static String parameter(String field) {
        return field + "_";
    }

    String writeAll(List<Term> terms) {
        return terms.stream().map(this::write).collect(Collectors.joining(", "));
    }
}
