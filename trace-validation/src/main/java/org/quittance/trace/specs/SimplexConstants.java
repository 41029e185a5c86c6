package org.quittance.trace.specs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Constants;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;

/** The constants of Simplex. */
final class SimplexConstants implements Constants {

    @Override
    public Map<String, String> of(Header header, Function<Term, String> text) {
        String validators = "0 .. " + (header.nodes() - 1);
        String weights = text.apply(header.field("weights"));
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("Validators", validators);
        constants.put("Weight", "[i \\in " + validators + " |-> " + weights + "[i + 1]]");
        constants.put("Byzantine", text.apply(header.field("byzantine")));
        constants.put("GenesisDigest", text.apply(header.field("genesis")));
        constants.put("NoDigest", "\"" + Block.NO_DIGEST + "\"");
        // Blocks and views can't be listed, and nothing that traces are checked for lists them.
        constants.put("Blocks", "{Genesis}");
        constants.put("Views", "Nat \\ {0}");
        constants.put(
                "Leader",
                "[v \\in Nat \\ {0} |-> Elected(" + text.apply(header.field("chainId")) + ", "
                        + text.apply(header.field("epoch")) + ", " + weights + ", v)]");
        return constants;
    }

    /** The spec triples the total weight, and TLC's numbers have 32 bits. */
    @Override
    public @Nullable Problem problem(Header header) {
        List<Integer> weights = Election.weights(header);
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        return 3 * total <= Integer.MAX_VALUE
                ? null
                : new Problem(
                        "weights",
                        "there are " + weights.size() + " weights of " + total + " in total",
                        "give no more than " + Integer.MAX_VALUE / 3 + " in total");
    }
}
