package org.quittance.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;
import org.quittance.trace.tla.TlaText;

/**
 * Any spec: its own steps, and the constants of the trace. Where these are infinite, or a step
 * takes its arguments from a set that the spec leaves open, whoever goes on has to bound them.
 */
final class PlainContinuation implements Continuation {

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private final String module;
    private final TlaText terms = new TlaText(digest -> digest);
    private String remark = "";

    /** Of the spec with this module. */
    PlainContinuation(String module) {
        this.module = module;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public Map<String, String> constants(Header header, JsonNode state) {
        return new LinkedHashMap<>(
                header.spec().constants().of(header, term -> terms.write(plain(term))));
    }

    /** Amounts as numbers of TLC: what has all amounts as these is the spec's own Amounts. */
    private Term plain(Term term) {
        return switch (term) {
            case Term.Amount amount -> number(amount.value());
            case Term.Tuple tuple ->
                    new Term.Tuple(tuple.elements().stream().map(this::plain).toList());
            case Term.SetOf set ->
                    new Term.SetOf(set.elements().stream().map(this::plain).toList());
            case Term.Rec rec -> {
                Map<String, Term> fields = new LinkedHashMap<>();
                rec.fields().forEach((name, value) -> fields.put(name, plain(value)));
                yield new Term.Rec(fields);
            }
            case Term.Fun function -> {
                TreeMap<Integer, Term> entries = new TreeMap<>();
                function.entries().forEach((key, value) -> entries.put(key, plain(value)));
                yield new Term.Fun(entries);
            }
            default -> term;
        };
    }

    private Term number(BigInteger amount) {
        if (amount.compareTo(MOST) > 0) {
            remark = "\\* TLC's numbers have 32 bits: its greatest stands for " + amount + ".\n";
        }
        return new Term.Int(amount.min(MOST).intValueExact());
    }

    @Override
    public String definitions() {
        return remark + TlaText.functionMakers() + terms.makers();
    }

    @Override
    public String next() {
        return "Next";
    }

    @Override
    public List<String> invariants(Header header) {
        return List.of();
    }
}
