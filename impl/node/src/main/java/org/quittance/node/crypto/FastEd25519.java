package org.quittance.node.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.conscrypt.Conscrypt;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.crypto.Ed25519;
import org.quittance.core.crypto.Ed25519Signer;
import org.quittance.core.crypto.SignatureScheme;
import org.quittance.core.crypto.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ed25519 of a library that is compiled for this machine (Conscrypt), if it can be loaded, which
 * accepts exactly what {@link Ed25519} accepts: decision 21 says why, and a test compares them.
 *
 * <p>Memory: so many keys, in the form that the library wants them in.
 */
public final class FastEd25519 implements SignatureScheme {

    private static final Logger LOG = LoggerFactory.getLogger(FastEd25519.class);
    private static final String NAME = "EdDSA";
    /** What X.509 (RFC 8410) writes before the 32 bytes of a public key. */
    private static final String X509_PREFIX = "302a300506032b6570032100";
    /** And before those of a private key. */
    private static final String PKCS8_PREFIX = "302e020100300506032b657004220420";
    private static final int SIZE = 32;
    private static final int MOST_KEYS = 1 << 14;
    private static final Optional<FastEd25519> LIBRARY = load();

    private final Provider provider;
    private final KeyFactory factory;
    private final Map<PublicKey, java.security.PublicKey> keys = new ConcurrentHashMap<>();

    private FastEd25519(Provider provider) throws GeneralSecurityException {
        this.provider = provider;
        this.factory = KeyFactory.getInstance(NAME, provider);
    }

    /** The library's, or the JDK's if there is no library for this machine. */
    public static SignatureScheme best() {
        return LIBRARY.isPresent() ? LIBRARY.get() : new Ed25519();
    }

    /** The library's. */
    static Optional<FastEd25519> ofLibrary() {
        return LIBRARY;
    }

    private static Optional<FastEd25519> load() {
        try {
            return Optional.of(new FastEd25519(Conscrypt.newProvider()));
        } catch (GeneralSecurityException | LinkageError | RuntimeException e) {
            LOG.warn("signatures are checked by the JDK, which takes several times as long: {}",
                    e.toString());
            return Optional.empty();
        }
    }

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
            java.security.Signature check = java.security.Signature.getInstance(NAME, provider);
            check.initVerify(keyOf(key));
            check.update(message);
            return check.verify(signature.bytes().toArray());
        } catch (GeneralSecurityException e) {
            // Bytes that are no point of the curve, or no signature: nobody signed with them.
            return false;
        }
    }

    /**
     * Signs with a private key, by the library if there is one: the same bytes either way.
     *
     * @param seed the RFC's private key, 32 bytes
     * @throws IllegalArgumentException if they are not the two halves of one Ed25519 key
     */
    public static Signer signer(Bytes seed, PublicKey publicKey) {
        Signer plain = new Ed25519().signer(seed, publicKey);
        Optional<FastEd25519> library = ofLibrary();
        return library.isPresent() ? library.get().signer(seed, publicKey, plain) : plain;
    }

    private Signer signer(Bytes seed, PublicKey publicKey, Signer plain) {
        try {
            byte[] encoded = HexFormat.of().parseHex(PKCS8_PREFIX + seed.hex());
            Signer fast = new Ed25519Signer(
                    () -> java.security.Signature.getInstance(NAME, provider),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)), publicKey);
            byte[] probe = publicKey.bytes().toArray();
            return fast.sign(probe).equals(plain.sign(probe)) ? fast : plain;
        } catch (GeneralSecurityException e) {
            return plain;
        }
    }

    /**
     * Do these bytes stand for y as RFC 8032 demands (5.1.3): less than p, and without a sign if x
     * is 0? The library doesn't ask; the JDK does.
     */
    private static boolean isCanonical(Bytes key) {
        if (key.size() != SIZE) {
            return false;
        }
        int last = key.at(SIZE - 1) & 0x7f;
        boolean isSigned = key.at(SIZE - 1) > 0x7f;
        boolean isHigh = last == 0x7f;
        boolean isLow = last == 0;
        for (int k = 1; k < SIZE - 1; k++) {
            isHigh &= key.at(k) == 0xff;
            isLow &= key.at(k) == 0;
        }
        // p ends with 0xed, and x is 0 where y is 1 or p - 1.
        boolean isZero = isLow && key.at(0) == 1 || isHigh && key.at(0) == 0xec;
        return !(isHigh && key.at(0) >= 0xed) && !(isSigned && isZero);
    }

    private java.security.PublicKey keyOf(PublicKey key) throws GeneralSecurityException {
        java.security.PublicKey known = keys.get(key);
        if (known != null) {
            return known;
        }
        if (!isCanonical(key.bytes())) {
            throw new InvalidKeyException("no canonical encoding of a point");
        }
        byte[] encoded = HexFormat.of().parseHex(X509_PREFIX + key.bytes().hex());
        java.security.PublicKey read = factory.generatePublic(new X509EncodedKeySpec(encoded));
        if (keys.size() >= MOST_KEYS) {
            // Whose keys these are anyone may choose: forgetting all is as good as any order.
            keys.clear();
        }
        keys.put(key, read);
        return read;
    }
}
