package org.quittance.core.settlement.commit;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;

/**
 * The way from the root of a {@link MerkleTrie} to one of its entries, for {@link ProofVerifier}.
 *
 * @param path the inner nodes, from the root on, with the hash beside the way; bits ascend
 */
public record Proof(KeyValue entry, List<Step> path) {

    private static final int VERSION = 1;

    /**
     * An inner node on the way.
     *
     * @param bit the place in the key that tells left from right
     * @param sibling the hash of the child that the way does not lead to
     */
    public record Step(int bit, Digest sibling) {

        public Step {
            if (bit < 0 || bit >= KeyBits.LIMIT) {
                throw new IllegalArgumentException("no key has a bit " + bit);
            }
        }
    }

    public Proof {
        path = List.copyOf(path);
        for (int k = 1; k < path.size(); k++) {
            if (path.get(k - 1).bit() >= path.get(k).bit()) {
                throw new IllegalArgumentException("bits must ascend, but "
                        + path.get(k).bit() + " follows " + path.get(k - 1).bit());
            }
        }
    }

    /** Canonical bytes: version, key, value, number of steps, and bit and sibling of each. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter().tag(VERSION)
                .sized(entry.key()).sized(entry.value()).number(path.size());
        for (Step step : path) {
            out.number(step.bit()).digest(step.sibling());
        }
        return out.toArray();
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws MalformedException if no proof has this encoding
     */
    public static Proof decode(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        int version = in.tag();
        if (version != VERSION) {
            throw in.fault(Malformed.BAD_TAG, 0, "no version " + version + " of proofs");
        }
        KeyValue entry = new KeyValue(
                in.sized(KeyValue.MAX_KEY_SIZE), in.sized(KeyValue.MAX_VALUE_SIZE));
        long size = in.number(KeyBits.LIMIT);
        List<Step> path = new ArrayList<>();
        long before = -1;
        for (long k = 0; k < size; k++) {
            int start = in.position();
            long bit = in.number(KeyBits.LIMIT - 1);
            if (bit <= before) {
                throw in.fault(Malformed.CONTRADICTION, start, "bit " + bit + " after " + before);
            }
            before = bit;
            path.add(new Step((int) bit, in.digest()));
        }
        in.end();
        return new Proof(entry, path);
    }
}
