package org.quittance.trace.format;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A certificate as the spec knows it (module Messages): what a quorum signed, not who signed it.
 *
 * @param kind notarize, nullify or finalize
 * @param view the view that it is about
 * @param block what it is about; {@link Block#NONE} for nullify
 */
public record Certificate(String kind, int view, Block block) {

    /** The order in which a trace writes sets of certificates. */
    public static final Comparator<Certificate> ORDER =
            Comparator.comparingInt(Certificate::view)
                    .thenComparing(Certificate::kind)
                    .thenComparing(c -> c.block().digest());

    /** The certificate as a value of the spec. */
    public Term term() {
        Map<String, Term> fields = new LinkedHashMap<>();
        fields.put("kind", new Term.Str(kind));
        fields.put("view", new Term.Int(view));
        fields.put("block", block.term());
        return new Term.Rec(fields);
    }
}
