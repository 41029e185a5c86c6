package org.quittance.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class AttestationCodecTest {

    private static final Signature SIGNATURE =
            new Signature(SchemeId.SIMULATION, Bytes.copyOf(new byte[32]));
    private static final Digest ROOT = Digest.fromHex("ab".repeat(32));

    private final Attestation attestation =
            new Attestation(new ValidatorId(5), new Height(300), ROOT, SIGNATURE);

    @Provide
    Arbitrary<Evidence> evidence() {
        return Samples.evidence();
    }

    @Provide
    Arbitrary<AttestationEvidence> attestationEvidence() {
        return Samples.attestationEvidence();
    }

    /** Validators have signed these bytes, and sent them. */
    @Test
    void bytesAreAsTheyEverWere() {
        assertThat(hex(MessageCodec.encode(new Envelope("a", 300, attestation)))).isEqualTo(
                "01" + "0161" + "ac02" + "10" + "ac02" + "ab".repeat(32) + "05"
                        + "02" + "00".repeat(32));
        Quittance quittance = new Quittance(new Height(1), ROOT,
                List.of(new Endorsement(new ValidatorId(2), SIGNATURE)));
        assertThat(hex(MessageCodec.encode(new Envelope("a", 0, quittance)))).isEqualTo(
                "01" + "0161" + "00" + "11" + "01" + "ab".repeat(32) + "01"
                        + "02" + "02" + "00".repeat(32));
        assertThat(hex(SigningBytes.ofAttestation(
                Four.weighted(1), new Height(258), ROOT))).isEqualTo(
                        hex("quittance/attest/v1".getBytes()) + "00" + hex("test".getBytes())
                                + "00" + "00".repeat(8) + "0000000000000102" + "ab".repeat(32));
    }

    @Test
    void genesisIsNotAttested() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                new Attestation(new ValidatorId(0), Height.GENESIS, ROOT, SIGNATURE));
        assertThatIllegalArgumentException().isThrownBy(() ->
                new Quittance(Height.GENESIS, ROOT, List.of()));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> MessageCodec.decode(
                        HexFormat.of().parseHex("01" + "0161" + "00" + "10" + "00")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.OUT_OF_RANGE));
    }

    @Test
    void whatContradictsNothingIsNoRecord() {
        ByteWriter out = new ByteWriter().tag(18);
        AttestationParts.write(out, attestation);
        AttestationParts.write(out.tag(1), attestation);
        refused(Malformed.CONTRADICTION, out.toArray());
        ByteWriter third = new ByteWriter().tag(18);
        AttestationParts.write(third, attestation);
        refused(Malformed.BAD_TAG, third.tag(3).toArray());
    }

    @Property
    void attestationsInTheWrongOrderAreRefused(
            @ForAll("attestationEvidence") AttestationEvidence evidence) {
        if (evidence instanceof AttestationEvidence.TwoRoots two) {
            ByteWriter out = new ByteWriter().tag(18);
            AttestationParts.write(out, two.second());
            AttestationParts.write(out.tag(1), two.first());
            refused(Malformed.CONTRADICTION, out.toArray());
        }
    }

    @Property
    void halvesOfEvidenceMakeItWhole(
            @ForAll("evidence") Evidence evidence,
            @ForAll("attestationEvidence") AttestationEvidence attestations)
            throws MalformedException {
        assertThat(EvidenceCodec.evidence(
                EvidenceCodec.first(evidence), EvidenceCodec.second(evidence)))
                .isEqualTo(evidence);
        assertThat(EvidenceCodec.attestationEvidence(
                EvidenceCodec.first(attestations), EvidenceCodec.second(attestations)))
                .isEqualTo(attestations);
        assertThat(RecordCodec.decode(RecordCodec.encode(new LogRecord.Accused(attestations))))
                .isEqualTo(new LogRecord.Accused(attestations));
    }

    @Property
    void nothingMayFollowAHalf(
            @ForAll("evidence") Evidence evidence,
            @ForAll("attestationEvidence") AttestationEvidence attestations) {
        Bytes first = EvidenceCodec.first(evidence);
        Bytes second = EvidenceCodec.second(evidence);
        trailing(() -> EvidenceCodec.evidence(longer(first), second));
        trailing(() -> EvidenceCodec.evidence(first, longer(second)));
        Bytes one = EvidenceCodec.first(attestations);
        Bytes two = EvidenceCodec.second(attestations);
        trailing(() -> EvidenceCodec.attestationEvidence(longer(one), two));
        trailing(() -> EvidenceCodec.attestationEvidence(one, longer(two)));
    }

    private static void trailing(ThrowingCallable reading) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(reading)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.TRAILING_BYTES));
    }

    private static Bytes longer(Bytes bytes) {
        return Bytes.fromHex(bytes.hex() + "00");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void refused(Malformed reason, byte[] record) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> RecordCodec.decode(record))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
