package org.quittance.core.message;

import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/** What a block carries. Its bytes mean nothing to ordering. */
public record Payload(Bytes bytes) {

    /** The longest payload, in bytes: 1 MiB. */
    public static final int MAX_SIZE = 1 << 20;

    public Payload {
        if (bytes.size() > MAX_SIZE) {
            throw new IllegalArgumentException("a payload has at most " + MAX_SIZE
                    + " bytes, but here are " + bytes.size());
        }
    }

    public Digest digest() {
        return Digest.sha256("quittance/payload/v1", bytes.toArray());
    }
}
