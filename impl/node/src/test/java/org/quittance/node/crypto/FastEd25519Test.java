package org.quittance.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.crypto.Ed25519;
import org.quittance.core.crypto.SignatureScheme;
import org.quittance.core.crypto.Signer;
import org.quittance.node.crypto.Vectors.Vector;

/** The library and the JDK accept the same signatures, also those that no honest signer makes. */
class FastEd25519Test {

    private static final Ed25519 JDK = new Ed25519();

    private FastEd25519 fast;

    @BeforeEach
    void libraryIsHere() {
        // Where it is expected its absence must not pass for agreement.
        boolean expected = System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
        assumeTrue(expected || FastEd25519.ofLibrary().isPresent());
        fast = FastEd25519.ofLibrary().orElseThrow();
    }

    @Test
    void agreesWithTheJdkAboutEveryVector() {
        int accepted = 0;
        for (Vector vector : Vectors.ALL) {
            boolean expected = verify(JDK, vector);
            accepted += expected ? 1 : 0;
            assertThat(verify(fast, vector)).as(vector.name()).isEqualTo(expected);
        }
        // Some of each, or nothing was compared.
        assertThat(accepted).isBetween(30, Vectors.ALL.size() / 2);
    }

    /** What Bouncy Castle is not used for: the vectors tell it from the JDK. */
    @Test
    void vectorsFindAnImplementationThatAcceptsMore() {
        Predicate<Vector> other = v -> org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                v.signature(), 0, v.key(), 0, v.message(), 0, v.message().length);
        assertThat(Vectors.ALL).anyMatch(vector -> other.test(vector) && !verify(JDK, vector));
    }

    private static boolean verify(SignatureScheme scheme, Vector vector) {
        return scheme.verify(
                new PublicKey(SchemeId.ED25519, Bytes.copyOf(vector.key())), vector.message(),
                new Signature(SchemeId.ED25519, Bytes.copyOf(vector.signature())));
    }

    @Test
    void honestSignaturesWithAnyBitChanged() {
        Random random = new Random(7);
        byte[] message = new byte[50];
        random.nextBytes(message);
        Signer signer = signer(random);
        byte[] genuine = signer.sign(message).bytes().toArray();
        byte[] key = signer.publicKey().bytes().toArray();
        assertThat(verify(fast, new Vector("genuine", key, message, genuine))).isTrue();
        for (int bit = 0; bit < 8 * genuine.length; bit++) {
            byte[] changed = genuine.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Vector vector = new Vector("bit " + bit, key, message, changed);
            assertThat(verify(fast, vector)).as(vector.name()).isEqualTo(verify(JDK, vector))
                    .isFalse();
        }
    }

    @Test
    void signsAsTheJdkDoes() {
        Random random = new Random(8);
        for (int k = 0; k < 20; k++) {
            byte[] message = new byte[k * k];
            random.nextBytes(message);
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            PublicKey key = publicKey(seed);
            assertThat(FastEd25519.signer(Bytes.copyOf(seed), key).sign(message))
                    .isEqualTo(JDK.signer(Bytes.copyOf(seed), key).sign(message));
        }
    }

    private static Signer signer(Random random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return FastEd25519.signer(Bytes.copyOf(seed), publicKey(seed));
    }

    private static PublicKey publicKey(byte[] seed) {
        byte[] key = new byte[32];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, key, 0);
        return new PublicKey(SchemeId.ED25519, Bytes.copyOf(key));
    }
}
