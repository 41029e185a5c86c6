package org.quittance.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.LogRecord;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class RecordCodecTest {

    @Provide
    Arbitrary<LogRecord> records() {
        return Samples.records();
    }

    @Provide
    Arbitrary<Evidence> evidence() {
        return Samples.evidence();
    }

    @Property
    void decodingUndoesEncoding(@ForAll("records") LogRecord record) throws MalformedException {
        assertThat(RecordCodec.decode(RecordCodec.encode(record))).isEqualTo(record);
    }

    @Property
    void aFlippedBitIsRefusedOrGivesAnotherRecordWithTheseVeryBytes(
            @ForAll("records") LogRecord record, @ForAll int where) {
        byte[] bytes = RecordCodec.encode(record);
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        refusedOrCanonical(bytes);
    }

    @Property
    void garbageIsRefusedOrCanonical(@ForAll @Size(max = 200) byte[] bytes) {
        refusedOrCanonical(bytes);
    }

    @Property
    void nothingMayFollow(@ForAll("records") LogRecord record, @ForAll byte more) {
        byte[] bytes = RecordCodec.encode(record);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = more;
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> RecordCodec.decode(longer))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.TRAILING_BYTES));
    }

    @Property
    void evidenceInTheWrongOrderIsRefused(@ForAll("evidence") Evidence evidence) {
        ByteWriter out = new ByteWriter().tag(6);
        Parts.writeSigned(out, evidence.second());
        Parts.writeSigned(out, evidence.first());
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> RecordCodec.decode(out.toArray()))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.CONTRADICTION));
    }

    @Property
    void whatIsNoEvidenceIsRefused(@ForAll("evidence") Evidence evidence) {
        ByteWriter out = new ByteWriter().tag(6);
        Parts.writeSigned(out, evidence.first());
        Parts.writeSigned(out, evidence.first());
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> RecordCodec.decode(out.toArray()))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.CONTRADICTION));
    }

    private static void refusedOrCanonical(byte[] bytes) {
        try {
            assertThat(RecordCodec.encode(RecordCodec.decode(bytes))).isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
