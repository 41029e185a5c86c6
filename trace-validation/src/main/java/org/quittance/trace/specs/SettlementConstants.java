package org.quittance.trace.specs;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.trace.format.Constants;
import org.quittance.trace.format.Term;
import org.quittance.trace.format.Header;

/** The constants of Settlement. */
final class SettlementConstants implements Constants {

    /** The header has their number, the spec the set of their indexes. */
    private static final Set<String> BODIES = Set.of("Custodians", "Governors");

    /** More money than this never comes in: a constant of the implementation. */
    private static final BigInteger MAX_MONEY = BigInteger.TWO.pow(60);

    @Override
    public Map<String, String> of(Header header, Function<Term, String> text) {
        Map<String, String> constants = new LinkedHashMap<>();
        if (header.field("parameters") instanceof Term.Rec parameters) {
            parameters.fields().forEach((name, value) ->
                    constants.put(
                            name,
                            BODIES.contains(name) && value instanceof Term.Int count
                                    ? upTo(count.value())
                                    : text.apply(value)));
        }
        constants.put("MaxMoney", text.apply(new Term.Amount(MAX_MONEY)));
        constants.put("Validators", upTo(header.nodes()));
        constants.put("Owner", text.apply(byValidator(header.field("owners"))));
        constants.put("GenesisStake", text.apply(byValidator(header.field("stakes"))));
        constants.put("GenesisCash", text.apply(header.field("cash")));
        return constants;
    }

    private static String upTo(int count) {
        return IntStream.range(0, count)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static Term byValidator(Term list) {
        TreeMap<Integer, Term> entries = new TreeMap<>();
        if (list instanceof Term.Tuple tuple) {
            for (Term element : tuple.elements()) {
                entries.put(entries.size(), element);
            }
        }
        return new Term.Fun(entries);
    }
}
