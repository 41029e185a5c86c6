package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

/** Attestations, quittances, and evidence that comes in payloads. */
class AttestationVerifierTest {

    private static final Digest ROOT = Digest.fromHex("ab".repeat(32));
    private static final Digest OTHER = Digest.fromHex("cd".repeat(32));

    private final Four four = new Four();
    private final Attestation attestation = four.attestation(1, 7, ROOT);
    private final Quittance quittance = four.quittance(7, ROOT, 0, 1, 2);

    @TestFactory
    List<DynamicTest> accepts() {
        return List.of(
                verdict(Optional.empty(), "an attestation", attestation),
                verdict(Optional.empty(), "an attestation of another",
                        four.attestation(3, 1, ROOT)),
                verdict(Optional.empty(), "at the last height",
                        four.attestation(3, 1L << 62, ROOT)),
                verdict(Optional.empty(), "a quittance", quittance),
                verdict(Optional.empty(), "a quittance of all",
                        four.quittance(7, ROOT, 0, 1, 2, 3)));
    }

    @TestFactory
    List<DynamicTest> rejects() {
        Endorsement zero = endorsement(0);
        Endorsement one = endorsement(1);
        Endorsement forged = new Endorsement(Four.id(3), endorsement(2).signature());
        Signature ed25519 = new Signature(SchemeId.ED25519, Bytes.copyOf(new byte[64]));
        return List.of(
                rejected(Rejection.HEIGHT_OUT_OF_RANGE, "too high",
                        four.attestation(1, (1L << 62) + 1, ROOT)),
                rejected(Rejection.HEIGHT_OUT_OF_RANGE, "a quittance too high",
                        four.quittance((1L << 62) + 1, ROOT, 0, 1, 2)),
                rejected(Rejection.UNKNOWN_SIGNER, "of nobody", four.attestation(4, 7, ROOT)),
                rejected(Rejection.UNKNOWN_SIGNER, "in a quittance",
                        four.quittance(7, ROOT, 0, 1, 4)),
                rejected(Rejection.DUPLICATE_SIGNER, "twice", quittance(zero, zero, one)),
                rejected(Rejection.UNSORTED_SIGNERS, "out of order",
                        quittance(one, zero, endorsement(2))),
                rejected(Rejection.TOO_LITTLE_WEIGHT, "two of four", quittance(zero, one)),
                rejected(Rejection.TOO_LITTLE_WEIGHT, "no signers", quittance()),
                rejected(Rejection.WRONG_SCHEME, "of another scheme",
                        new Attestation(Four.id(1), new Height(7), ROOT, ed25519)),
                rejected(Rejection.BAD_SIGNATURE, "of another root", new Attestation(
                        Four.id(1), new Height(7), OTHER, attestation.signature())),
                rejected(Rejection.BAD_SIGNATURE, "of another height", new Attestation(
                        Four.id(1), new Height(8), ROOT, attestation.signature())),
                rejected(Rejection.BAD_SIGNATURE, "of another", new Attestation(
                        Four.id(2), new Height(7), ROOT, attestation.signature())),
                rejected(Rejection.BAD_SIGNATURE, "one forged among several",
                        quittance(zero, one, forged)));
    }

    @Test
    void whatWasSignedElsewhereIsNoSignatureHere() {
        for (Four other : List.of(
                Fixtures.onChain(four, "elsewhere"), Fixtures.inEpoch(four, 1))) {
            assertThat(verify(other.attestation(1, 7, ROOT)))
                    .isEqualTo(new Verdict.Rejected(Rejection.BAD_SIGNATURE));
            assertThat(verify(other.quittance(7, ROOT, 0, 1, 2)))
                    .isEqualTo(new Verdict.Rejected(Rejection.BAD_SIGNATURE));
        }
    }

    @Test
    void aQuorumIsOneOfWeight() {
        Four weighted = new Four(Four.weighted(1, 1, 1, 7));
        assertThat(weighted.verifier.faultOf(weighted.quittance(7, ROOT, 0, 1, 2)))
                .contains(Rejection.TOO_LITTLE_WEIGHT);
        assertThat(weighted.verifier.faultOf(weighted.quittance(7, ROOT, 3))).isEmpty();
    }

    @Test
    void evidenceIsBelievedIfBothHalvesAre() {
        Signed nullify = four.signed(1, Statement.nullify(Four.view(3)));
        Signed finalize = four.signed(1, Statement.finalization(four.on(four.genesis, 3)));
        Signed forged = new Signed(Four.id(1), finalize.statement(), nullify.signature());
        assertThat(four.verifier.faultOf(Evidence.of(nullify, finalize).orElseThrow())).isEmpty();
        assertThat(four.verifier.faultOf(Evidence.of(nullify, forged).orElseThrow()))
                .contains(Rejection.BAD_SIGNATURE);
        Four later = Fixtures.inEpoch(four, 1);
        assertThat(later.verifier.faultOf(Evidence.of(nullify, finalize).orElseThrow()))
                .contains(Rejection.BAD_SIGNATURE);
    }

    @Test
    void evidenceOfAttestationIsBelievedIfBothHalvesAre() {
        Attestation other = four.attestation(1, 7, OTHER);
        Attestation forged = new Attestation(
                Four.id(1), new Height(7), OTHER, attestation.signature());
        assertThat(fault(AttestationEvidence.of(attestation, other))).isEmpty();
        assertThat(fault(AttestationEvidence.of(attestation, forged)))
                .contains(Rejection.BAD_SIGNATURE);
        Quittance honest = four.quittance(7, OTHER, 0, 2, 3);
        Quittance light = four.quittance(7, OTHER, 0, 2);
        assertThat(fault(AttestationEvidence.of(attestation, honest))).isEmpty();
        assertThat(fault(AttestationEvidence.of(attestation, light)))
                .contains(Rejection.TOO_LITTLE_WEIGHT);
        assertThat(fault(AttestationEvidence.of(new Attestation(Four.id(1), new Height(7), ROOT,
                other.signature()), honest))).contains(Rejection.BAD_SIGNATURE);
    }

    /** Ordering lets them pass by: they change nothing of it. */
    @Test
    void orderingDoesNotCare() {
        State state = Simplex.start(four.config(0)).state();
        for (Message message : List.of(attestation, quittance)) {
            Step step = Simplex.step(state, four.received(1, message));
            assertThat(step.state()).isEqualTo(state);
            assertThat(step.effects()).isEmpty();
            assertThat(step.events()).isEmpty();
        }
    }

    private Optional<Rejection> fault(Optional<AttestationEvidence> evidence) {
        return four.verifier.faultOf(evidence.orElseThrow());
    }

    private Endorsement endorsement(int signer) {
        return new Endorsement(
                Four.id(signer), four.attestation(signer, 7, ROOT).signature());
    }

    private static Quittance quittance(Endorsement... endorsements) {
        return new Quittance(new Height(7), ROOT, List.of(endorsements));
    }

    private DynamicTest rejected(Rejection reason, String name, Message message) {
        return verdict(Optional.of(reason), name, message);
    }

    private DynamicTest verdict(Optional<Rejection> reason, String name, Message message) {
        return DynamicTest.dynamicTest(reason + ": " + name, () -> {
            if (reason.isPresent()) {
                assertThat(verify(message)).isEqualTo(new Verdict.Rejected(reason.get()));
            } else {
                assertThat(verify(message)).isInstanceOf(Verdict.Accepted.class);
            }
        });
    }

    private Verdict verify(Message message) {
        return four.verifier.verify(Four.id(1), Envelope.of(four.validators, message));
    }
}
