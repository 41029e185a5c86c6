package org.quittance.core.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;

/** Ed25519 of RFC 8032, as the JDK has it. Keys are the RFC's 32 bytes. */
public record Ed25519() implements SignatureScheme {

    private static final String NAME = "Ed25519";

    /** What X.509 (RFC 8410) writes before the 32 bytes of a public key. */
    private static final String X509_PREFIX = "302a300506032b6570032100";

    @Override
    public SchemeId id() {
        return SchemeId.ED25519;
    }

    @Override
    public boolean verify(PublicKey key, byte[] message, Signature signature) {
        if (key.scheme() != id() || signature.scheme() != id()) {
            return false;
        }
        try {
            java.security.Signature check = java.security.Signature.getInstance(NAME);
            byte[] encoded = HexFormat.of().parseHex(X509_PREFIX + key.bytes().hex());
            check.initVerify(
                    KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature.bytes().toArray());
        } catch (GeneralSecurityException e) {
            // Bytes that are no point of the curve, or no signature: nobody signed with them.
            return false;
        }
    }

    /**
     * Signs with a private key.
     *
     * @param seed the RFC's private key, 32 bytes
     * @param publicKey the public key that belongs to it
     * @throws IllegalArgumentException if they are not the two halves of one Ed25519 key
     */
    public Signer signer(Bytes seed, PublicKey publicKey) {
        if (seed.size() != 32) {
            throw new IllegalArgumentException(
                    "a private key of Ed25519 has 32 bytes, but here are " + seed.size());
        }
        Signer signer = new Ed25519Signer(
                () -> java.security.Signature.getInstance(NAME), privateKey(seed), publicKey);
        byte[] probe = publicKey.bytes().toArray();
        if (!verify(publicKey, probe, signer.sign(probe))) {
            throw new IllegalArgumentException(
                    "the private key does not belong to public key " + publicKey.bytes().hex());
        }
        return signer;
    }

    private static PrivateKey privateKey(Bytes seed) {
        try {
            return KeyFactory.getInstance(NAME).generatePrivate(
                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private key of Ed25519", e);
        }
    }
}
