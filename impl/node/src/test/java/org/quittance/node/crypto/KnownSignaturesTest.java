package org.quittance.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.base.Signature;
import org.quittance.core.crypto.Signer;
import org.quittance.core.crypto.SimulationScheme;

class KnownSignaturesTest {

    private final SimulationScheme scheme = new SimulationScheme(1);
    private final KnownSignatures known = new KnownSignatures(scheme);
    private final Signer signer = scheme.signer(0);
    private final byte[] message = {1, 2, 3};

    @Test
    void aGenuineSignatureIsCheckedOnce() {
        Signature signature = signer.sign(message);
        assertThat(known.verify(signer.publicKey(), message, signature)).isTrue();
        assertThat(known.verify(signer.publicKey(), message, signature)).isTrue();
        assertThat(known.checked()).isEqualTo(1);
        assertThat(known.remembered()).isEqualTo(1);
    }

    @Test
    void nothingElseIsTakenForIt() {
        Signature signature = signer.sign(message);
        known.verify(signer.publicKey(), message, signature);
        assertThat(known.verify(signer.publicKey(), new byte[] {1, 2, 4}, signature)).isFalse();
        assertThat(known.verify(scheme.signer(1).publicKey(), message, signature)).isFalse();
        assertThat(known.verify(signer.publicKey(), message,
                signer.sign(new byte[] {9}))).isFalse();
    }

    @Test
    void aForgedOneIsNeverRemembered() {
        Signature forged = signer.sign(new byte[] {9});
        assertThat(known.verify(signer.publicKey(), message, forged)).isFalse();
        assertThat(known.verify(signer.publicKey(), message, forged)).isFalse();
        assertThat(known.checked()).isEqualTo(2);
        assertThat(known.remembered()).isZero();
    }
}
