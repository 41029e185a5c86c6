package org.quittance.trace.tla;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Term;
import org.quittance.trace.format.Trace;

/** The constants of Settlement. */
final class SettlementConstants implements Constants {

    /** The header has their number, the spec the set of their indexes. */
    private static final Set<String> BODIES = Set.of("Custodians", "Governors");

    /** More money than this never comes in: a constant of the implementation. */
    private static final BigInteger MAX_MONEY = BigInteger.TWO.pow(60);

    @Override
    public Map<String, String> of(Trace trace, TlaText text) {
        Map<String, Term> fields = trace.header().fields();
        Map<String, String> constants = new LinkedHashMap<>();
        if (fields.get("parameters") instanceof Term.Rec parameters) {
            parameters.fields().forEach((name, value) ->
                    constants.put(
                            name,
                            BODIES.contains(name) && value instanceof Term.Int count
                                    ? upTo(count.value())
                                    : text.write(value)));
        }
        constants.put("MaxMoney", text.write(new Term.Amount(MAX_MONEY)));
        constants.put("Validators", upTo(trace.header().validators()));
        constants.put("Owner", text.write(byValidator(fields.get("owners"))));
        constants.put("GenesisStake", text.write(byValidator(fields.get("stakes"))));
        constants.put("GenesisCash", text.write(fields.getOrDefault("cash", none())));
        return constants;
    }

    private static String upTo(int count) {
        List<Integer> members = IntStream.range(0, count).boxed().toList();
        return "{" + Constants.join(members) + "}";
    }

    private static Term byValidator(@Nullable Term list) {
        TreeMap<Integer, Term> entries = new TreeMap<>();
        if (list instanceof Term.Tuple tuple) {
            for (Term element : tuple.elements()) {
                entries.put(entries.size(), element);
            }
        }
        return new Term.Fun(entries);
    }

    private static Term none() {
        return new Term.Fun(new TreeMap<>());
    }
}
