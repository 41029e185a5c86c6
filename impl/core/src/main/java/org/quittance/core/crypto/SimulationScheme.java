package org.quittance.core.crypto;

import java.nio.ByteBuffer;
import org.quittance.core.base.Digest;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;

/**
 * Keyed hashes in place of signatures, fast and the same in every run: for simulation only.
 *
 * <p>Everyone who knows the seed can sign for everyone. That signatures can't be forged is an
 * assumption that simulated actors keep, by signing with the {@link Signer} they were given only.
 *
 * @param seed keys and signatures under different seeds have nothing to do with one another
 */
public record SimulationScheme(long seed) implements SignatureScheme {

    private static final String KEY = "quittance/simulation/key/v1";
    private static final String SECRET = "quittance/simulation/secret/v1";
    private static final String SIGNATURE = "quittance/simulation/signature/v1";

    @Override
    public SchemeId id() {
        return SchemeId.SIMULATION;
    }

    /** The key pair with this number. */
    public Signer signer(int number) {
        byte[] name = ByteBuffer.allocate(12).putLong(seed).putInt(number).array();
        PublicKey key = new PublicKey(id(), Digest.sha256(KEY, name).bytes());
        return new KeyedHash(this, key);
    }

    @Override
    public boolean verify(PublicKey key, byte[] message, Signature signature) {
        return key.scheme() == id()
                && signature.scheme() == id()
                && sign(key, message).equals(signature);
    }

    private Signature sign(PublicKey key, byte[] message) {
        byte[] secret = Digest.sha256(
                SECRET, ByteBuffer.allocate(8).putLong(seed).array(), key.bytes().toArray())
                .bytes().toArray();
        return new Signature(id(), Digest.sha256(SIGNATURE, secret, message).bytes());
    }

    private record KeyedHash(SimulationScheme scheme, PublicKey publicKey) implements Signer {

        @Override
        public Signature sign(byte[] message) {
            return scheme.sign(publicKey, message);
        }
    }
}
