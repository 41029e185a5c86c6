package org.quittance.core.base;

/** A signature and the scheme that it belongs to. Nothing says yet that it is genuine. */
public record Signature(SchemeId scheme, Bytes bytes) {

    public Signature {
        if (bytes.size() != scheme.signatureSize()) {
            throw new IllegalArgumentException(
                    "a signature of " + scheme + " has " + scheme.signatureSize()
                            + " bytes, but here are " + bytes.size());
        }
    }
}
