package org.quittance.bench.signature;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.goterl.lazysodium.LazySodiumJava;
import com.goterl.lazysodium.SodiumJava;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import net.i2p.crypto.eddsa.EdDSAEngine;
import net.i2p.crypto.eddsa.EdDSAPrivateKey;
import net.i2p.crypto.eddsa.EdDSAPublicKey;
import net.i2p.crypto.eddsa.spec.EdDSANamedCurveTable;
import net.i2p.crypto.eddsa.spec.EdDSAParameterSpec;
import net.i2p.crypto.eddsa.spec.EdDSAPrivateKeySpec;
import net.i2p.crypto.eddsa.spec.EdDSAPublicKeySpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.conscrypt.OpenSSLProvider;

/** All of them, each called as its documents say, with nothing kept between calls. */
final class Contenders {

    private static final String NAME = "Ed25519";
    private static final Provider CONSCRYPT = new OpenSSLProvider();
    private static final byte[] PUBLIC = {
            0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    private static final byte[] PRIVATE = {
            0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22,
            0x04, 0x20};

    private Contenders() {}

    static List<Contender> all() {
        return List.of(
                new OfProvider("jdk", null),
                new OfProvider("conscrypt", CONSCRYPT),
                new OfProvider("corretto", AmazonCorrettoCryptoProvider.INSTANCE),
                new BouncyCastle(), new Sodium(), new Tink(), new I2p());
    }

    private static byte[] join(byte[] head, byte[] rest) {
        byte[] all = new byte[head.length + rest.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    /** Through the JDK's own interface. */
    private record OfProvider(String name, Provider provider) implements Contender {

        private Signature signature() throws GeneralSecurityException {
            return provider == null
                    ? Signature.getInstance(NAME)
                    : Signature.getInstance("EdDSA", provider);
        }

        private KeyFactory keys() throws GeneralSecurityException {
            return provider == null || provider == AmazonCorrettoCryptoProvider.INSTANCE
                    ? KeyFactory.getInstance(NAME)
                    : KeyFactory.getInstance("EdDSA", provider);
        }

        @Override
        public boolean verify(byte[] key, byte[] message, byte[] signature) throws Exception {
            Signature check = signature();
            check.initVerify(keys().generatePublic(new X509EncodedKeySpec(join(PUBLIC, key))));
            check.update(message);
            return check.verify(signature);
        }

        @Override
        public byte[] sign(byte[] seed, byte[] key, byte[] message) throws Exception {
            Signature sign = signature();
            sign.initSign(keys().generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE, seed))));
            sign.update(message);
            return sign.sign();
        }
    }

    private record BouncyCastle() implements Contender {

        @Override
        public String name() {
            return "bouncycastle";
        }

        @Override
        public boolean verify(byte[] key, byte[] message, byte[] signature) {
            return Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
        }

        @Override
        public byte[] sign(byte[] seed, byte[] key, byte[] message) {
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(seed, 0, key, 0, message, 0, message.length, signature, 0);
            return signature;
        }
    }

    /** libsodium, through JNA. */
    private record Sodium(LazySodiumJava sodium) implements Contender {

        Sodium() {
            this(new LazySodiumJava(new SodiumJava()));
        }

        @Override
        public String name() {
            return "libsodium";
        }

        @Override
        public boolean verify(byte[] key, byte[] message, byte[] signature) {
            return sodium.cryptoSignVerifyDetached(signature, message, message.length, key);
        }

        @Override
        public byte[] sign(byte[] seed, byte[] key, byte[] message) {
            byte[] signature = new byte[64];
            sodium.cryptoSignDetached(signature, message, message.length, join(seed, key));
            return signature;
        }
    }

    private record Tink() implements Contender {

        @Override
        public String name() {
            return "tink";
        }

        @Override
        public boolean verify(byte[] key, byte[] message, byte[] signature) {
            try {
                new Ed25519Verify(key).verify(signature, message);
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        @Override
        public byte[] sign(byte[] seed, byte[] key, byte[] message)
                throws GeneralSecurityException {
            return new Ed25519Sign(seed).sign(message);
        }
    }

    private record I2p(EdDSAParameterSpec curve) implements Contender {

        I2p() {
            this(EdDSANamedCurveTable.getByName(NAME));
        }

        @Override
        public String name() {
            return "i2p";
        }

        @Override
        public boolean verify(byte[] key, byte[] message, byte[] signature) throws Exception {
            EdDSAEngine engine = new EdDSAEngine(MessageDigest.getInstance("SHA-512"));
            engine.initVerify(new EdDSAPublicKey(new EdDSAPublicKeySpec(key, curve)));
            return engine.verifyOneShot(message, signature);
        }

        @Override
        public byte[] sign(byte[] seed, byte[] key, byte[] message) throws Exception {
            EdDSAEngine engine = new EdDSAEngine(MessageDigest.getInstance("SHA-512"));
            engine.initSign(new EdDSAPrivateKey(new EdDSAPrivateKeySpec(seed, curve)));
            return engine.signOneShot(message);
        }
    }
}
