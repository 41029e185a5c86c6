package org.quittance.core.settlement.commit;

import org.quittance.core.base.Bytes;

/** One entry of a {@link MerkleTrie} or a {@link Snapshot}, as bytes. */
public record KeyValue(Bytes key, Bytes value) {

    /** No key is longer, in bytes. */
    public static final int MAX_KEY_SIZE = 64;

    /** No value is longer, in bytes. */
    public static final int MAX_VALUE_SIZE = 1 << 16;

    public KeyValue {
        checkKey(key);
        if (value.size() > MAX_VALUE_SIZE) {
            throw new IllegalArgumentException("a value has at most " + MAX_VALUE_SIZE
                    + " bytes, but here are " + value.size());
        }
    }

    /**
     * Checks that it is a key.
     *
     * @throws IllegalArgumentException if it is too long
     */
    static void checkKey(Bytes key) {
        if (key.size() > MAX_KEY_SIZE) {
            throw new IllegalArgumentException("a key has at most " + MAX_KEY_SIZE
                    + " bytes, but here are " + key.size());
        }
    }
}
