package org.quittance.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.base.Weight;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Statement;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class LogTest {

    private static final SimulationScheme SCHEME = new SimulationScheme(1);
    private static final ValidatorId SELF = new ValidatorId(0);
    private static final ValidatorSet SET = set("chain", 3);

    private static ValidatorSet set(String chain, long epoch) {
        return new ValidatorSet(chain, epoch, List.of(
                new Validator(new Weight(1), SCHEME.signer(0).publicKey()),
                new Validator(new Weight(1), SCHEME.signer(1).publicKey())));
    }

    @Provide
    Arbitrary<List<LogRecord>> logs() {
        return Samples.records().list().ofMaxSize(5);
    }

    @Property(tries = 300)
    void recoversEveryRecord(@ForAll("logs") List<LogRecord> records) throws MalformedException {
        byte[] log = log(records);
        Log.Recovered recovered = Log.recover(SET, SELF, log);
        assertThat(recovered.records()).isEqualTo(records);
        assertThat(recovered.length()).isEqualTo(log.length);
    }

    @Property(tries = 300)
    void aTornLastRecordIsDropped(@ForAll("logs") List<LogRecord> records, @ForAll int where)
            throws MalformedException {
        byte[] sound = log(records);
        byte[] longer = log(with(records, someRecord()));
        int torn = sound.length + Math.floorMod(where, longer.length - sound.length);
        Log.Recovered recovered = Log.recover(SET, SELF, Arrays.copyOf(longer, torn));
        assertThat(recovered.records()).isEqualTo(records);
        assertThat(recovered.length()).isEqualTo(sound.length);
    }

    @Property(tries = 1000)
    void lastRecordsThatAreZeroFromSomePointOnAreDropped(
            @ForAll("logs") List<LogRecord> records,
            @ForAll @IntRange(min = 1, max = 3) int unsynced,
            @ForAll int where) throws MalformedException {
        byte[] sound = log(records);
        byte[] torn = sound;
        for (int k = 0; k < unsynced; k++) {
            torn = join(torn, Log.frame(records.size() + k, someRecord()));
        }
        int frame = Log.frame(records.size(), someRecord()).length;
        int from = Math.floorMod(where, frame);
        Assume.that(lostBits(torn, sound.length + from, sound.length + frame) > 1);
        Arrays.fill(torn, sound.length + from, torn.length, (byte) 0);
        Log.Recovered recovered = Log.recover(SET, SELF, torn);
        assertThat(recovered.records()).isEqualTo(records);
        assertThat(recovered.length()).isEqualTo(sound.length);
    }

    private static int lostBits(byte[] bytes, int from, int to) {
        int bits = 0;
        for (int k = from; k < to; k++) {
            bits += Integer.bitCount(bytes[k] & 0xff);
        }
        return bits;
    }

    @Test
    void zerosMayBeginAnywhereInTheFirstOfTheTornRecords() throws MalformedException {
        byte[] header = Log.header(SET, SELF);
        byte[] first = Log.frame(0, someRecord());
        byte[] second = Log.frame(1, someRecord());
        for (int more : new int[] {0, 1, 17, second.length}) {
            for (int from : new int[] {
                0, 4, 8, 12, 14, 16, 20,
                first.length - 4, first.length - 3, first.length - 2, first.length - 1}) {
                byte[] torn = Arrays.copyOf(join(header, Arrays.copyOf(first, from)),
                        header.length + first.length + more);
                assertThat(Log.recover(SET, SELF, torn))
                        .as("zero from %d, and %d more", from, more)
                        .isEqualTo(new Log.Recovered(List.of(), header.length));
            }
        }
    }

    @Test
    void aWholeRecordBeforeZerosIsKept() throws MalformedException {
        byte[] sound = log(List.of(someRecord()));
        for (int zeros = 0; zeros < 60; zeros++) {
            assertThat(Log.recover(SET, SELF, Arrays.copyOf(sound, sound.length + zeros)))
                    .isEqualTo(new Log.Recovered(List.of(someRecord()), sound.length));
        }
    }

    @Test
    void aDamagedRecordBeforeZerosIsRefused() {
        byte[] header = Log.header(SET, SELF);
        byte[] log = log(List.of(someRecord()));
        for (int zeros : new int[] {0, 1, 60}) {
            for (int bit = header.length * 8; bit < log.length * 8; bit++) {
                byte[] damaged = Arrays.copyOf(log, log.length + zeros);
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                refused(Malformed.BAD_CHECKSUM, damaged);
            }
        }
    }

    @Test
    void zerosInARecordThatAnotherFollowsAreRefused() {
        byte[] header = Log.header(SET, SELF);
        byte[] first = Log.frame(0, someRecord());
        byte[] second = Log.frame(1, someRecord());
        for (int from = 1; from < first.length; from++) {
            byte[] damaged = Arrays.copyOf(Arrays.copyOf(first, from), first.length);
            if (!Arrays.equals(damaged, first)) {
                refused(Malformed.BAD_CHECKSUM, join(header, damaged, second));
                refused(Malformed.BAD_CHECKSUM,
                        join(header, damaged, new byte[10], new byte[] {1}));
            }
        }
    }

    /** Half a checksum has to be that of the record; zeros after it don't excuse any damage. */
    @Test
    void aDamagedRecordWithHalfAChecksumIsRefused() {
        byte[] header = Log.header(SET, SELF);
        byte[] log = log(List.of(someRecord()));
        log[log.length - 1] = 0;
        log[log.length - 2] = 0;
        for (int at = header.length + 16; at < log.length - 2; at++) {
            byte[] damaged = log.clone();
            damaged[at] ^= 0x10;
            refused(Malformed.BAD_CHECKSUM, damaged);
        }
    }

    @Property(tries = 1000)
    void aFlippedBitAnywhereIsRefusedAndNeverTakenForATornRecord(
            @ForAll("logs") List<LogRecord> records, @ForAll int where) {
        byte[] log = log(records);
        int bit = Math.floorMod(where, log.length * 8);
        log[bit / 8] ^= (byte) (1 << bit % 8);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Log.recover(SET, SELF, log))
                .satisfies(e -> assertThat(e.reason()).isIn(
                        Malformed.BAD_CHECKSUM, Malformed.MISSING_HEADER));
    }

    @Property(tries = 300)
    void garbageIsRefused(@ForAll @Size(max = 200) byte[] bytes) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Log.recover(SET, SELF, bytes));
    }

    @Test
    void aMissingLogIsNotAnEmptyOne() {
        refused(Malformed.MISSING_HEADER, new byte[0]);
        byte[] header = Log.header(SET, SELF);
        refused(Malformed.MISSING_HEADER, Arrays.copyOf(header, header.length - 1));
    }

    @Test
    void anEmptyLogIsOneWithItsHeader() throws MalformedException {
        assertThat(Log.recover(SET, SELF, Log.header(SET, SELF)).records()).isEmpty();
    }

    @Test
    void somebodyElsesLogIsRefused() {
        refused(Malformed.FOREIGN_LOG, Log.header(SET, new ValidatorId(1)));
        refused(Malformed.FOREIGN_LOG, Log.header(set("other", 3), SELF));
        refused(Malformed.FOREIGN_LOG, Log.header(set("chain", 4), SELF));
    }

    @Test
    void aRecordThatWasCutOutIsMissed() {
        byte[] header = Log.header(SET, SELF);
        refused(Malformed.WRONG_INDEX, join(header, Log.frame(1, someRecord())));
        refused(Malformed.WRONG_INDEX, join(
                header, Log.frame(0, someRecord()), Log.frame(0, someRecord())));
        refused(Malformed.WRONG_INDEX, Log.frame(0, someRecord()));
    }

    @Test
    void aSoundFrameAroundSomethingElseIsRefused() {
        byte[] record = Log.frame(0, someRecord());
        byte[] header = Log.header(SET, SELF);
        refused(Malformed.WRONG_INDEX, join(header, header));
        refused(Malformed.TRUNCATED, join(header, reframed(record, 1)));
    }

    /** The frame of the record without its last bytes, with checksums that fit. */
    private static byte[] reframed(byte[] frame, int less) {
        ByteBuffer copy = ByteBuffer.allocate(frame.length - less);
        copy.putInt(frame.length - 20 - less).putLong(0);
        copy.putInt(crc(copy.array(), 12)).put(frame, 16, frame.length - 20 - less);
        copy.putInt(crc(copy.array(), copy.position()));
        return copy.array();
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static LogRecord someRecord() {
        return new LogRecord.Held(
                new Certificate(Statement.nullify(new View(5)), List.of()));
    }

    private static List<LogRecord> with(List<LogRecord> records, LogRecord last) {
        List<LogRecord> more = new ArrayList<>(records);
        more.add(last);
        return more;
    }

    private static byte[] log(List<LogRecord> records) {
        byte[] log = Log.header(SET, SELF);
        for (int k = 0; k < records.size(); k++) {
            log = join(log, Log.frame(k, records.get(k)));
        }
        return log;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void refused(Malformed reason, byte[] log) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Log.recover(SET, SELF, log))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
