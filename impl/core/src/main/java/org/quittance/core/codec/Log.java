package org.quittance.core.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.message.LogRecord;

/**
 * The bytes of a validator's log: {@link #header}, then {@link #frame} for each record.
 *
 * <p>A frame is: length of the record (4 bytes), its index (8), CRC-32C of these (4), the record,
 * CRC-32C of all before (4). The header is a frame too, whose record names validator, epoch and
 * chain. The length has a checksum of its own: else a flipped bit in it would make a whole log look
 * like one torn record, and with it every vote would be forgotten.
 */
public final class Log {

    private static final int PREFIX = 16;
    private static final int CHECKSUM = 4;

    /** No record is as long as this. */
    private static final int MAX_RECORD = 1 << 24;

    /** The index in the header's frame. */
    private static final long HEADER_INDEX = -1;

    private static final int VERSION = 1;

    private Log() {}

    /**
     * What a log holds.
     *
     * @param length how many of the bytes are sound; the rest is torn, to be cut off before
     *     anything is appended
     */
    public record Recovered(List<LogRecord> records, int length) {

        public Recovered {
            records = List.copyOf(records);
        }
    }

    /** What the log of this validator begins with. */
    public static byte[] header(ValidatorSet validators, ValidatorId self) {
        return frame(HEADER_INDEX, headerRecord(validators, self));
    }

    /**
     * What is appended to the log for a record.
     *
     * @param index 0, 1, 2, ... without gaps
     */
    public static byte[] frame(long index, LogRecord record) {
        return frame(index, RecordCodec.encode(record));
    }

    /**
     * Reads a whole log. Last records of which only a part was written are dropped.
     *
     * @throws MalformedException if anything else is wrong with it; the validator must not start
     */
    public static Recovered recover(ValidatorSet validators, ValidatorId self, byte[] bytes)
            throws MalformedException {
        int next = endOfHeader(validators, self, bytes);
        List<LogRecord> records = new ArrayList<>();
        while (next < bytes.length && !isTorn(bytes, next)) {
            int end = endOfFrame(bytes, next, records.size());
            ByteReader in = new ByteReader(bytes, next + PREFIX, end - CHECKSUM);
            records.add(RecordCodec.read(in));
            in.end();
            next = end;
        }
        return new Recovered(records, next);
    }

    private static byte[] headerRecord(ValidatorSet validators, ValidatorId self) {
        return new ByteWriter().text("quittance-log").tag(VERSION)
                .text(validators.chainId()).number(validators.epoch()).number(self.index())
                .toArray();
    }

    private static byte[] frame(long index, byte[] record) {
        ByteBuffer frame = ByteBuffer.allocate(PREFIX + record.length + CHECKSUM)
                .putInt(record.length).putLong(index);
        frame.putInt(checksum(frame.array(), 0, PREFIX - CHECKSUM)).put(record);
        frame.putInt(checksum(frame.array(), 0, PREFIX + record.length));
        return frame.array();
    }

    private static int endOfHeader(ValidatorSet validators, ValidatorId self, byte[] bytes)
            throws MalformedException {
        if (bytes.length == 0 || isTorn(bytes, 0)) {
            throw new MalformedException(Malformed.MISSING_HEADER, 0,
                    "the log is empty or ends within its header");
        }
        int end = endOfFrame(bytes, 0, HEADER_INDEX);
        byte[] found = Arrays.copyOfRange(bytes, PREFIX, end - CHECKSUM);
        if (!Arrays.equals(found, headerRecord(validators, self))) {
            throw new MalformedException(Malformed.FOREIGN_LOG, 0, "not the log of validator "
                    + self + " in epoch " + validators.epoch() + " of " + validators.chainId());
        }
        return end;
    }

    /**
     * Do the bytes end before the frame does, or are they all zero from some point within the frame
     * on up to the end of the file? The latter is what a file system may leave of one or more
     * writes that the machine did not survive.
     *
     * <p>A complete frame with a wrong bit in it is not torn, not even the last one: it may have
     * been acknowledged, and dropping it could drop a vote. Nor is anything torn that other bytes
     * than zeros follow.
     */
    private static boolean isTorn(byte[] bytes, int start) {
        if (bytes.length - start < PREFIX || isZero(bytes, start)) {
            return true;
        }
        if (!hasSoundPrefix(bytes, start)) {
            // No record is all zeros, so this is none that was complete.
            return isZero(bytes, start + PREFIX - 1);
        }
        long end = start + (long) PREFIX + length(bytes, start) + CHECKSUM;
        return bytes.length < end
                || !hasSoundRecord(bytes, start) && hasLostItsEnd(bytes, start, (int) end);
    }

    /**
     * Is this frame, whose last checksum is wrong, the beginning of one with zeros after it?
     *
     * <p>If only a part of the checksum is zero, the record before it is whole, and has to fit to
     * what is left of the checksum; else it is damaged. If the checksum lacks a single bit then
     * that bit may have been flipped after the frame was acknowledged; so this is refused too,
     * though once in a long while it is a write that was torn just there. What can't be told from a
     * torn write is an acknowledged last frame whose end was overwritten with zeros, two bits or
     * more: of that the disk is trusted not to do it.
     */
    private static boolean hasLostItsEnd(byte[] bytes, int start, int end) {
        if (isZero(bytes, end - CHECKSUM)) {
            return true;
        }
        int wrong = checksum(bytes, start, end - CHECKSUM - start)
                ^ ByteBuffer.wrap(bytes).getInt(end - CHECKSUM);
        int left = end - CHECKSUM;
        for (int k = left; k < end; k++) {
            left = bytes[k] == 0 ? left : k + 1;
        }
        int lostBits = (end - left) * Byte.SIZE;
        return lostBits > 0
                && isZero(bytes, left)
                && wrong >>> lostBits == 0
                && Integer.bitCount(wrong) > 1;
    }

    private static int endOfFrame(byte[] bytes, int start, long index) throws MalformedException {
        if (!hasSoundPrefix(bytes, start)) {
            throw new MalformedException(Malformed.BAD_CHECKSUM, start,
                    "the length of record " + index + " is not as it was written");
        }
        if (!hasSoundRecord(bytes, start)) {
            throw new MalformedException(Malformed.BAD_CHECKSUM, start,
                    "record " + index + " is not as it was written");
        }
        long found = ByteBuffer.wrap(bytes).getLong(start + 4);
        if (found != index) {
            throw new MalformedException(Malformed.WRONG_INDEX, start,
                    "record " + found + " where record " + index + " should be");
        }
        return start + PREFIX + length(bytes, start) + CHECKSUM;
    }

    private static boolean hasSoundPrefix(byte[] bytes, int start) {
        int length = length(bytes, start);
        return length >= 0 && length <= MAX_RECORD
                && checksum(bytes, start, PREFIX - CHECKSUM)
                        == ByteBuffer.wrap(bytes).getInt(start + PREFIX - CHECKSUM);
    }

    private static boolean hasSoundRecord(byte[] bytes, int start) {
        int size = PREFIX + length(bytes, start);
        return checksum(bytes, start, size) == ByteBuffer.wrap(bytes).getInt(start + size);
    }

    private static int length(byte[] bytes, int start) {
        return ByteBuffer.wrap(bytes).getInt(start);
    }

    private static boolean isZero(byte[] bytes, int start) {
        for (int k = start; k < bytes.length; k++) {
            if (bytes[k] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start, length);
        return (int) crc.getValue();
    }
}
