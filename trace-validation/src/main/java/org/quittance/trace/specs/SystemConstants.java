package org.quittance.trace.specs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.quittance.trace.format.Constants;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;

/** The constants of System. */
final class SystemConstants implements Constants {

    @Override
    public Map<String, String> of(Header header, Function<Term, String> text) {
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("Validators", "0 .. " + (header.nodes() - 1));
        constants.put(
                "Weight", text.apply(SettlementConstants.byValidator(header.field("weights"))));
        constants.put("Byzantine", text.apply(header.field("byzantine")));
        constants.put("Wrong", text.apply(header.field("wrong")));
        if (header.field("parameters") instanceof Term.Rec parameters) {
            parameters.fields().forEach((name, value) -> constants.put(name, text.apply(value)));
        }
        constants.put("NoRoot", "\"none\"");
        // Only Next needs these, and traces don't.
        constants.put("Blocks", "{}");
        constants.put("Roots", "{}");
        constants.put("Heights", "{}");
        return constants;
    }
}
