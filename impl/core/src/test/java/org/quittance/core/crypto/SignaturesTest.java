package org.quittance.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;

class SignaturesTest {

    // RFC 8032, 7.1, test 2.
    private static final Bytes SEED = Bytes.fromHex(
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    private static final PublicKey KEY = new PublicKey(SchemeId.ED25519, Bytes.fromHex(
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    private static final Signature OF_72 = new Signature(SchemeId.ED25519, Bytes.fromHex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));

    private final Ed25519 ed25519 = new Ed25519();
    private final SimulationScheme simulation = new SimulationScheme(3);

    @Test
    void ed25519IsThatOfTheRfc() {
        Signer signer = ed25519.signer(SEED, KEY);
        assertThat(signer.sign(new byte[] {0x72})).isEqualTo(OF_72);
        assertThat(signer.publicKey()).isEqualTo(KEY);
        assertThat(ed25519.verify(KEY, new byte[] {0x72}, OF_72)).isTrue();
        assertThat(ed25519.verify(KEY, new byte[] {0x73}, OF_72)).isFalse();
    }

    @Test
    void ed25519KeysMustBelongTogether() {
        PublicKey other = new PublicKey(SchemeId.ED25519, Bytes.fromHex(
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        assertThatIllegalArgumentException().isThrownBy(() -> ed25519.signer(SEED, other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ed25519.signer(Bytes.fromHex("00"), KEY));
    }

    @Property(tries = 200)
    void ed25519NeverThrowsOnAnyKeyOrSignature(
            @ForAll @Size(32) byte[] key, @ForAll @Size(64) byte[] signature) {
        assertThat(ed25519.verify(
                new PublicKey(SchemeId.ED25519, Bytes.copyOf(key)),
                key,
                new Signature(SchemeId.ED25519, Bytes.copyOf(signature)))).isFalse();
    }

    @Property(tries = 200)
    void aFlippedBitOfTheSignatureIsNoticed(@ForAll @IntRange(max = 511) int bit) {
        byte[] bytes = OF_72.bytes().toArray();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(ed25519.verify(KEY, new byte[] {0x72},
                new Signature(SchemeId.ED25519, Bytes.copyOf(bytes)))).isFalse();
    }

    @Property(tries = 200)
    void simulatedSignaturesVerifyAndAreTheSameEachTime(
            @ForAll long seed, @ForAll int number, @ForAll byte[] message) {
        SimulationScheme scheme = new SimulationScheme(seed);
        Signer signer = scheme.signer(number);
        Signature signature = signer.sign(message);
        assertThat(scheme.verify(signer.publicKey(), message, signature)).isTrue();
        assertThat(scheme.signer(number).sign(message)).isEqualTo(signature);
        assertThat(scheme.verify(scheme.signer(number + 1).publicKey(), message, signature))
                .isFalse();
        assertThat(new SimulationScheme(seed + 1).verify(signer.publicKey(), message, signature))
                .isFalse();
    }

    @Test
    void schemesAreNeverMixedUp() {
        Signer simulated = simulation.signer(0);
        byte[] message = {1, 2, 3};
        PublicKey sameBytes = new PublicKey(SchemeId.ED25519, simulated.publicKey().bytes());
        PublicKey posing = new PublicKey(SchemeId.SIMULATION, KEY.bytes());
        assertThat(simulation.verify(sameBytes, message, simulated.sign(message))).isFalse();
        assertThat(simulation.verify(posing, new byte[] {0x72}, OF_72)).isFalse();
        assertThat(ed25519.verify(KEY, message, simulated.sign(message))).isFalse();
        assertThat(ed25519.verify(posing, new byte[] {0x72}, OF_72)).isFalse();
    }
}
