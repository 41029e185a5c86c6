package org.quittance.sim.host;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.Weight;
import org.quittance.core.crypto.Ed25519;
import org.quittance.core.crypto.SignatureScheme;
import org.quittance.core.crypto.Signer;
import org.quittance.core.crypto.SimulationScheme;

/**
 * The keys of a cluster. The same seed gives the same keys.
 *
 * @param signers one per validator; a replica, Byzantine or not, is given its own only
 */
public record Keys(ValidatorSet validators, SignatureScheme scheme, List<Signer> signers) {

    /** The chain id of every simulated cluster. */
    public static final String CHAIN = "sim";

    public Keys {
        signers = List.copyOf(signers);
    }

    /** Keyed hashes: fast, and good enough where actors sign with their own keys only. */
    public static Keys simulated(List<Long> weights, long seed) {
        SimulationScheme scheme = new SimulationScheme(seed);
        List<Signer> signers = new ArrayList<>();
        for (int node = 0; node < weights.size(); node++) {
            signers.add(scheme.signer(node));
        }
        return new Keys(set(weights, signers), scheme, signers);
    }

    /** Real signatures, with keys that nobody should use for anything else. */
    public static Keys ed25519(List<Long> weights, long seed) {
        Ed25519 scheme = new Ed25519();
        List<Signer> signers = new ArrayList<>();
        for (int node = 0; node < weights.size(); node++) {
            byte[] name = ByteBuffer.allocate(12).putLong(seed).putInt(node).array();
            Bytes secret = Digest.sha256("quittance/sim/ed25519/v1", name).bytes();
            signers.add(scheme.signer(secret, publicKey(secret)));
        }
        return new Keys(set(weights, signers), scheme, signers);
    }

    /** The validator set with these weights and the keys of these signers. */
    private static ValidatorSet set(List<Long> weights, List<Signer> signers) {
        List<Validator> validators = new ArrayList<>();
        for (int node = 0; node < weights.size(); node++) {
            validators.add(new Validator(
                    new Weight(weights.get(node)), signers.get(node).publicKey()));
        }
        return new ValidatorSet(CHAIN, 0, validators);
    }

    /** The public half of a key. The JDK tells it only of keys that it makes from given chance. */
    private static PublicKey publicKey(Bytes secret) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(secret.toArray()));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new PublicKey(SchemeId.ED25519, Bytes.copyOf(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519, but not this", e);
        }
    }

    /** A source of chance that gives the bytes it was given. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
