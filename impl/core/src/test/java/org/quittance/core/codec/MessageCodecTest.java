package org.quittance.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class MessageCodecTest {

    @Provide
    Arbitrary<Envelope> envelopes() {
        return Samples.envelopes();
    }

    @Property
    void decodingUndoesEncoding(@ForAll("envelopes") Envelope envelope)
            throws MalformedException {
        assertThat(MessageCodec.decode(MessageCodec.encode(envelope))).isEqualTo(envelope);
    }

    @Property
    void aFlippedBitIsRefusedOrGivesAnotherMessageWithTheseVeryBytes(
            @ForAll("envelopes") Envelope envelope, @ForAll int where) {
        byte[] bytes = MessageCodec.encode(envelope);
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        refusedOrCanonical(bytes);
    }

    @Property
    void garbageIsRefusedOrCanonical(@ForAll @Size(max = 200) byte[] bytes) {
        refusedOrCanonical(bytes);
    }

    @Property
    void garbageAfterAGoodStartIsRefusedOrCanonical(
            @ForAll("envelopes") Envelope envelope,
            @ForAll int where,
            @ForAll @Size(max = 60) byte[] garbage) {
        byte[] bytes = MessageCodec.encode(envelope);
        int kept = Math.floorMod(where, bytes.length);
        byte[] mixed = Arrays.copyOf(bytes, kept + garbage.length);
        System.arraycopy(garbage, 0, mixed, kept, garbage.length);
        refusedOrCanonical(mixed);
    }

    @Property
    void everyProperPrefixIsTruncated(@ForAll("envelopes") Envelope envelope, @ForAll int where) {
        byte[] bytes = MessageCodec.encode(envelope);
        refused(Malformed.TRUNCATED, Arrays.copyOf(bytes, Math.floorMod(where, bytes.length)));
    }

    @Property
    void nothingMayFollow(@ForAll("envelopes") Envelope envelope, @ForAll byte more) {
        byte[] bytes = MessageCodec.encode(envelope);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = more;
        refused(Malformed.TRAILING_BYTES, longer);
    }

    @Test
    void bytesAreAsTheyEverWere() {
        Envelope nullify = new Envelope("a", 300, new Vote(signed(5)));
        assertThat(HexFormat.of().formatHex(MessageCodec.encode(nullify))).isEqualTo(
                "01" + "0161" + "ac02" + "02" + "02" + "09" + "05" + "02" + "00".repeat(32));
    }

    @Test
    void signersMustAscend() {
        refused(Malformed.UNSORTED_SIGNERS, certificate(4, 2));
        refused(Malformed.DUPLICATE_SIGNER, certificate(2, 2));
    }

    @Test
    void numbersMustBeMinimal() {
        refused(Malformed.NON_MINIMAL, hex("01" + "0161" + "8000"));
        refused(Malformed.NON_MINIMAL, hex("01" + "0161" + "ac8200"));
    }

    @Test
    void numbersMustBeInRange() {
        String tooBig = "ffffffffffffffffff01";
        refused(Malformed.OUT_OF_RANGE, hex("01" + "0161" + tooBig));
        refused(Malformed.OUT_OF_RANGE, hex("01" + "41" + "61".repeat(65)));
        refused(Malformed.OUT_OF_RANGE, hex("01" + "0120"));
        refused(Malformed.OUT_OF_RANGE, hex("01" + "01e4"));
        // A vote to nullify view 0, a signer beyond the greatest set, and a request for no block.
        refused(Malformed.OUT_OF_RANGE, hex("01" + "0161" + "00" + "02" + "02" + "00"));
        refused(Malformed.OUT_OF_RANGE, hex("01" + "0161" + "00" + "02" + "02" + "01" + "8008"));
        refused(Malformed.OUT_OF_RANGE,
                hex("01" + "0161" + "00" + "06" + "00".repeat(32) + "00"));
    }

    @Test
    void tagsMustBeKnown() {
        refused(Malformed.BAD_TAG, hex("02"));
        refused(Malformed.BAD_TAG, hex("01" + "0161" + "00" + "08"));
        // A vote in a proposal's place, a proposal in a vote's, a kind that there isn't, and an
        // unknown scheme.
        refused(Malformed.BAD_TAG, hex("01" + "0161" + "00" + "01" + "01"));
        refused(Malformed.BAD_TAG, hex("01" + "0161" + "00" + "02" + "00"));
        refused(Malformed.BAD_TAG, hex("01" + "0161" + "00" + "02" + "04"));
        refused(Malformed.BAD_TAG, hex("01" + "0161" + "00" + "02" + "02" + "01" + "00" + "03"));
    }

    @Test
    void oneViewMayBeAskedFor() throws MalformedException {
        View view = new View(2);
        assertThat(MessageCodec.decode(hex("01" + "0161" + "00" + "04" + "02" + "02")))
                .isEqualTo(new Envelope("a", 0, new CertificateRequest(view, view)));
    }

    @Test
    void partsMustFitTogether() {
        // Views from 2 to 1; a block of view 1 on a block of view 1.
        refused(Malformed.CONTRADICTION, hex("01" + "0161" + "00" + "04" + "02" + "01"));
        refused(Malformed.CONTRADICTION, hex("01" + "0161" + "00" + "02" + "01" + "00" + "0101"));
    }

    @Test
    void messagesMustNotBeTooLong() {
        refused(Malformed.TOO_LONG, new byte[MessageCodec.MAX_SIZE + 1]);
        refused(Malformed.BAD_TAG, new byte[MessageCodec.MAX_SIZE]);
    }

    @Test
    void aLengthIsNotBelievedBeforeTheBytesAreThere() {
        // A proposal that says that its payload has 1 MiB, and ends there.
        String block = "00" + "01" + "00" + "00".repeat(64);
        refused(Malformed.TRUNCATED, hex("01" + "0161" + "00" + "01" + "00" + block
                + "00" + "02" + "00".repeat(32) + "808040"));
        refused(Malformed.OUT_OF_RANGE, hex("01" + "0161" + "00" + "01" + "00" + block
                + "00" + "02" + "00".repeat(32) + "818040"));
    }

    private static Signed signed(int signer) {
        return new Signed(
                new ValidatorId(signer), Statement.nullify(new View(9)), signature());
    }

    private static Signature signature() {
        return new Signature(SchemeId.SIMULATION, Bytes.copyOf(new byte[32]));
    }

    private static byte[] certificate(int... signers) {
        List<Endorsement> endorsements = Arrays.stream(signers)
                .mapToObj(signer -> new Endorsement(new ValidatorId(signer), signature()))
                .toList();
        return MessageCodec.encode(new Envelope(
                "a", 0, new Certificate(Statement.nullify(new View(9)), endorsements)));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static void refused(Malformed reason, byte[] bytes) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> MessageCodec.decode(bytes))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.offset()).isBetween(0L, (long) bytes.length));
    }

    private static void refusedOrCanonical(byte[] bytes) {
        try {
            assertThat(MessageCodec.encode(MessageCodec.decode(bytes))).isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
