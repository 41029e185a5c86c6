package org.quittance.core.base;

/** A public key and the scheme that it belongs to. */
public record PublicKey(SchemeId scheme, Bytes bytes) {

    public PublicKey {
        if (bytes.size() != scheme.keySize()) {
            throw new IllegalArgumentException(
                    "a public key of " + scheme + " has " + scheme.keySize()
                            + " bytes, but here are " + bytes.size());
        }
    }
}
