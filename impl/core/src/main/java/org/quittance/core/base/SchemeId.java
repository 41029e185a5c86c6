package org.quittance.core.base;

import java.util.Optional;

/**
 * The signature scheme that a key or a signature belongs to.
 *
 * <p>Keys and signatures carry it, so that those of one scheme are never taken for another's.
 */
public enum SchemeId {

    /** Ed25519 of RFC 8032. */
    ED25519(1, 32, 64),

    /** Keyed hashes that anyone in the same process can compute: for simulation only. */
    SIMULATION(2, 32, 32);

    private final int code;
    private final int keySize;
    private final int signatureSize;

    SchemeId(int code, int keySize, int signatureSize) {
        this.code = code;
        this.keySize = keySize;
        this.signatureSize = signatureSize;
    }

    /** The scheme with this code in canonical bytes, if there is one. */
    public static Optional<SchemeId> ofCode(int code) {
        return switch (code) {
            case 1 -> Optional.of(ED25519);
            case 2 -> Optional.of(SIMULATION);
            default -> Optional.empty();
        };
    }

    /** Its number in canonical bytes, 1 to 255. */
    public int code() {
        return code;
    }

    /** Length of a public key, in bytes. */
    public int keySize() {
        return keySize;
    }

    /** Length of a signature, in bytes. */
    public int signatureSize() {
        return signatureSize;
    }
}
