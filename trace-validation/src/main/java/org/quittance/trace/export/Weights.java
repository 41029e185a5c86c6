package org.quittance.trace.export;

import java.util.List;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;

/** Weights of a header. */
final class Weights {

    private Weights() {}

    /** Do the validators in these fields of the header have less than a third together? */
    static boolean areBelowAThird(Header header, List<String> fields) {
        long total = 0;
        long theirs = 0;
        if (header.field("weights") instanceof Term.Tuple weights) {
            for (int i = 0; i < weights.elements().size(); i++) {
                long weight = number(weights.elements().get(i));
                total += weight;
                if (isIn(header, fields, i)) {
                    theirs += weight;
                }
            }
        }
        return 3 * theirs < total;
    }

    private static boolean isIn(Header header, List<String> fields, int validator) {
        return fields.stream().anyMatch(field ->
                header.field(field) instanceof Term.SetOf set
                        && set.elements().stream().anyMatch(e -> number(e) == validator));
    }

    private static long number(Term term) {
        return term instanceof Term.Int number ? number.value() : 0;
    }
}
