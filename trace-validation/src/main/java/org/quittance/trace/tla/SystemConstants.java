package org.quittance.trace.tla;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.trace.format.Term;
import org.quittance.trace.format.Trace;

/** The constants of System. */
final class SystemConstants implements Constants {

    @Override
    public Map<String, String> of(Trace trace, TlaText text) {
        Map<String, Term> fields = trace.header().fields();
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("Validators", "0 .. " + (trace.header().validators() - 1));
        constants.put("Weight", text.write(weights(fields)));
        constants.put("Byzantine", text.write(field(fields, "byzantine")));
        constants.put("Wrong", text.write(field(fields, "wrong")));
        if (fields.get("parameters") instanceof Term.Rec parameters) {
            parameters.fields().forEach((name, value) -> constants.put(name, text.write(value)));
        }
        constants.put("NoRoot", "\"none\"");
        // Only Next needs these, and traces don't.
        constants.put("Blocks", "{}");
        constants.put("Roots", "{}");
        constants.put("Heights", "{}");
        return constants;
    }

    private static Term weights(Map<String, Term> fields) {
        TreeMap<Integer, Term> entries = new TreeMap<>();
        if (fields.get("weights") instanceof Term.Tuple weights) {
            for (Term weight : weights.elements()) {
                entries.put(entries.size(), weight);
            }
        }
        return new Term.Fun(entries);
    }

    private static Term field(Map<String, Term> fields, String name) {
        Term field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("the header has no " + name);
        }
        return field;
    }
}
