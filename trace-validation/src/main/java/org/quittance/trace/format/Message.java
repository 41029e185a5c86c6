package org.quittance.trace.format;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signed message as the spec knows it (module Messages).
 *
 * @param kind propose, notarize, nullify or finalize
 * @param signer the index of the validator
 * @param view the view that it is about
 * @param block what it is about; {@link Block#NONE} for nullify
 */
public record Message(String kind, int signer, int view, Block block) {

    /** The order in which a trace writes sets of messages of one signer. */
    public static final Comparator<Message> ORDER =
            Comparator.comparingInt(Message::view)
                    .thenComparing(Message::kind)
                    .thenComparing(m -> m.block().digest());

    /** The message as a value of the spec. */
    public Term term() {
        Map<String, Term> fields = new LinkedHashMap<>();
        fields.put("kind", new Term.Str(kind));
        fields.put("signer", new Term.Int(signer));
        fields.put("view", new Term.Int(view));
        fields.put("block", block.term());
        return new Term.Rec(fields);
    }
}
