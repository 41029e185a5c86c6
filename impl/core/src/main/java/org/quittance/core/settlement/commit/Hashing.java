package org.quittance.core.settlement.commit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/**
 * The hashes of a {@link MerkleTrie}'s nodes. One object serves one call, since it holds a digest
 * in the making.
 *
 * <p>Leaves and inner nodes have domains of their own, so that neither passes for the other.
 */
final class Hashing {

    private static final String EMPTY = "quittance/state/empty/v1";
    private static final String LEAF = "quittance/state/leaf/v1";
    private static final String INNER = "quittance/state/inner/v1";

    private final MessageDigest sha;
    private final byte[] leafDomain;
    private final byte[] innerDomain;

    Hashing() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but not this one", e);
        }
        this.leafDomain = domain(LEAF);
        this.innerDomain = domain(INNER);
    }

    /** The root of a trie without entries. */
    static Digest emptyRoot() {
        return Digest.sha256(EMPTY);
    }

    /** The key's size, as 4 bytes, delimits key and value. */
    byte[] leaf(Bytes key, Bytes value) {
        sha.update(leafDomain);
        sha.update(ByteBuffer.allocate(4).putInt(key.size()).array());
        sha.update(key.toArray());
        return sha.digest(value.toArray());
    }

    /** The bit's place is part of it, so that a proof can't claim another one. */
    byte[] inner(int bit, byte[] left, byte[] right) {
        sha.update(innerDomain);
        sha.update(ByteBuffer.allocate(4).putInt(bit).array());
        sha.update(left);
        return sha.digest(right);
    }

    private static byte[] domain(String name) {
        return (name + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
