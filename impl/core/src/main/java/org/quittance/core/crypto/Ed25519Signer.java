package org.quittance.core.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;

/** Signs with an Ed25519 key of the platform, by whichever library the key is of. */
public final class Ed25519Signer implements Signer {

    private final Library library;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    /** Where the algorithm comes from. */
    @FunctionalInterface
    public interface Library {

        /** A new object that can be told to sign. */
        java.security.Signature signature() throws GeneralSecurityException;
    }

    /**
     * Signs with the two halves of one key.
     *
     * @param privateKey of that library
     */
    public Ed25519Signer(Library library, PrivateKey privateKey, PublicKey publicKey) {
        this.library = library;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public Signature sign(byte[] message) {
        try {
            java.security.Signature sign = library.signature();
            sign.initSign(privateKey);
            sign.update(message);
            return new Signature(SchemeId.ED25519, Bytes.copyOf(sign.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 can sign anything, but not this", e);
        }
    }
}
