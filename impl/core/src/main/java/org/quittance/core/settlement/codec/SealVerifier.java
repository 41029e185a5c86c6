package org.quittance.core.settlement.codec;

import org.quittance.core.crypto.SignatureScheme;

/** Are the seals of commands genuine? Pure, and without memory. */
public final class SealVerifier {

    private final String chainId;
    private final SignatureScheme scheme;

    /** Checks commands for this chain, whose seals must be of this scheme. */
    public SealVerifier(String chainId, SignatureScheme scheme) {
        this.chainId = chainId;
        this.scheme = scheme;
    }

    /** Did the owner of each key that is named sign this command? */
    public boolean isGenuine(SealedCommand sealed) {
        if (sealed.seals().isEmpty()) {
            return true;
        }
        byte[] bytes = SealBytes.of(chainId, sealed.command());
        for (Seal seal : sealed.seals()) {
            if (!scheme.verify(seal.key(), bytes, seal.signature())) {
                return false;
            }
        }
        return true;
    }
}
