package org.quittance.trace.specs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.quittance.trace.format.Term;

/**
 * A block as the spec knows it (module Blocks).
 *
 * @param digest 64 hexadecimal digits
 * @param view the view in which it was proposed; 0 for the genesis block only
 * @param parentView the view of its parent
 * @param parent the digest of its parent; {@link #NO_DIGEST} for the genesis block
 * @param valid whether the application calls its payload valid
 */
public record Block(String digest, int view, int parentView, String parent, boolean valid) {

    /** The digest of no block. */
    public static final String NO_DIGEST = "none";

    /** What the spec's nullify votes carry for a block. */
    public static final Block NONE = new Block(NO_DIGEST, 0, 0, NO_DIGEST, false);

    /** The block that every validator starts from. */
    public static Block genesis(String digest) {
        return new Block(digest, 0, 0, NO_DIGEST, true);
    }

    /** The block as a value of the spec. */
    public Term term() {
        Map<String, Term> fields = new LinkedHashMap<>();
        fields.put("digest", digest(digest));
        fields.put("view", new Term.Int(view));
        fields.put("parentView", new Term.Int(parentView));
        fields.put("parent", digest(parent));
        fields.put("valid", new Term.Bool(valid));
        return new Term.Rec(fields);
    }

    private static Term digest(String text) {
        return text.equals(NO_DIGEST) ? new Term.Str(text) : new Term.Digest(text);
    }
}
