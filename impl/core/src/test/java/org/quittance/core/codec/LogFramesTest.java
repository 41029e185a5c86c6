package org.quittance.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.base.Weight;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Statement;

/** Frames that no replica writes, one after the header of a log. */
class LogFramesTest {

    private static final ValidatorId SELF = new ValidatorId(0);
    private static final ValidatorSet SET = new ValidatorSet("chain", 3, List.of(
            new Validator(new Weight(1), new SimulationScheme(1).signer(0).publicKey())));
    private static final byte[] HEADER = Log.header(SET, SELF);
    private static final int MAX_RECORD = 1 << 24;

    /** Of record 0, with its checksum. */
    private static byte[] prefix(int length) {
        ByteBuffer prefix = ByteBuffer.allocate(16).putInt(length).putLong(0);
        return prefix.putInt(checksum(prefix.array(), 12)).array();
    }

    private static byte[] frame(byte... record) {
        ByteBuffer frame = ByteBuffer.allocate(16 + record.length + 4)
                .put(prefix(record.length)).put(record);
        return frame.putInt(checksum(frame.array(), 16 + record.length)).array();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static byte[] log(byte[] frame, byte... more) {
        return ByteBuffer.allocate(HEADER.length + frame.length + more.length)
                .put(HEADER).put(frame).put(more).array();
    }

    private static void refused(Malformed reason, byte[] log) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Log.recover(SET, SELF, log))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static LogRecord nullification(long view) {
        return new LogRecord.Held(
                new Certificate(Statement.nullify(new View(view)), List.of()));
    }

    @Test
    void aRecordIsAsLongAsItsFrame() throws MalformedException {
        byte[] record = RecordCodec.encode(nullification(5));
        assertThat(Log.recover(SET, SELF, log(frame(record))).records())
                .containsExactly(nullification(5));
        refused(Malformed.TRAILING_BYTES,
                log(frame(ByteBuffer.allocate(record.length + 1).put(record).array())));
        refused(Malformed.TRUNCATED, log(frame()));
    }

    @Test
    void aRecordHasALimit() throws MalformedException {
        Log.Recovered torn = Log.recover(SET, SELF, log(prefix(MAX_RECORD), (byte) 1));
        assertThat(torn).isEqualTo(new Log.Recovered(List.of(), HEADER.length));
        refused(Malformed.BAD_CHECKSUM, log(prefix(MAX_RECORD + 1), (byte) 1));
        refused(Malformed.BAD_CHECKSUM, log(prefix(-1), (byte) 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 60})
    void aDamagedPrefixBeforeZerosIsRefused(int zeros) {
        byte[] damaged = prefix(9);
        damaged[15] |= 0x10;
        damaged[3] ^= 1;
        refused(Malformed.BAD_CHECKSUM, log(damaged, new byte[zeros]));
    }

    /** Its one bit may have been flipped after the record was acknowledged. */
    @Test
    void aChecksumThatLacksOneBitIsRefused() {
        byte[] frame = LongStream.rangeClosed(1, 10_000)
                .mapToObj(view -> Log.frame(0, nullification(view)))
                .filter(each -> Integer.bitCount(each[each.length - 1] & 0xff) == 1)
                .findFirst().orElseThrow();
        frame[frame.length - 1] = 0;
        refused(Malformed.BAD_CHECKSUM, log(frame));
        refused(Malformed.BAD_CHECKSUM, log(frame, new byte[60]));
    }
}
