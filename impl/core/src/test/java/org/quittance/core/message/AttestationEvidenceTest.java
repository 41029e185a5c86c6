package org.quittance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;

class AttestationEvidenceTest {

    private final Digest low = Digest.fromHex("01".repeat(32));
    private final Digest high = Digest.fromHex("02".repeat(32));
    private final Attestation one = attestation(1, 7, low);

    @Test
    void twoRootsForOneHeightAreEvidenceInEitherOrder() {
        Attestation other = attestation(1, 7, high);
        AttestationEvidence evidence = new AttestationEvidence.TwoRoots(one, other);
        assertThat(AttestationEvidence.of(one, other)).contains(evidence);
        assertThat(AttestationEvidence.of(other, one)).contains(evidence);
        assertThat(evidence.culprit()).isEqualTo(new ValidatorId(1));
        assertThat(evidence.height()).isEqualTo(new Height(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttestationEvidence.TwoRoots(other, one));
    }

    @Test
    void nothingElseIs() {
        assertThat(AttestationEvidence.of(one, attestation(1, 8, high))).isEmpty();
        assertThat(AttestationEvidence.of(one, attestation(2, 7, high))).isEmpty();
        // Signed twice, with another signature, it still says the same.
        Attestation again = new Attestation(one.signer(), one.height(), one.root(),
                new Signature(SchemeId.SIMULATION, Bytes.fromHex("ff".repeat(32))));
        assertThat(AttestationEvidence.of(one, again)).isEmpty();
    }

    @Test
    void anotherRootThanThatOfAQuittanceIsEvidence() {
        Quittance quittance = quittance(7, high, 0, 2, 3);
        AttestationEvidence evidence = AttestationEvidence.of(one, quittance).orElseThrow();
        assertThat(evidence)
                .isEqualTo(new AttestationEvidence.AgainstQuittance(one, quittance));
        assertThat(evidence.culprit()).isEqualTo(new ValidatorId(1));
        assertThat(evidence.height()).isEqualTo(new Height(7));
        assertThat(AttestationEvidence.of(one, quittance(7, low, 0, 2, 3))).isEmpty();
        assertThat(AttestationEvidence.of(one, quittance(8, high, 0, 2, 3))).isEmpty();
    }

    @Test
    void whoSignedTheQuittanceTooAttestedTwoRoots() {
        Quittance quittance = quittance(7, high, 0, 1, 3);
        assertThat(AttestationEvidence.of(one, quittance)).contains(
                new AttestationEvidence.TwoRoots(one, attestation(1, 7, high)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttestationEvidence.AgainstQuittance(one, quittance));
    }

    @Test
    void quittancesAreMadeOfAttestations() {
        Quittance quittance = Quittance.of(new Height(7), low,
                List.of(attestation(3, 7, low), one));
        assertThat(quittance.signers())
                .containsExactly(new ValidatorId(1), new ValidatorId(3));
        assertThat(quittance.attestations()).containsExactly(one, attestation(3, 7, low));
        assertThat(quittance.attestationOf(new ValidatorId(2))).isEmpty();
    }

    private static Quittance quittance(long height, Digest root, int... signers) {
        return Quittance.of(new Height(height), root, Arrays.stream(signers)
                .mapToObj(signer -> attestation(signer, height, root)).toList());
    }

    private static Attestation attestation(int signer, long height, Digest root) {
        return new Attestation(new ValidatorId(signer), new Height(height), root,
                new Signature(SchemeId.SIMULATION, Bytes.copyOf(new byte[32])));
    }
}
