package org.quittance.core.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/** Takes bytes apart. Every method throws on bytes that {@link ByteWriter} would not write. */
public final class ByteReader {

    private final byte[] bytes;
    private final int end;
    private int next;

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads only from {@code start} up to, not including, {@code end}. */
    public ByteReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.next = start;
        this.end = end;
    }

    /** How many bytes are left. */
    public int left() {
        return end - next;
    }

    /** One byte, 0 to 255. */
    public int tag() throws MalformedException {
        need(1);
        return bytes[next++] & 0xff;
    }

    /** A number from 0 to a limit. */
    public long number(long most) throws MalformedException {
        int start = next;
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            int group = tag();
            number |= (long) (group & 0x7f) << shift;
            if (group < 0x80) {
                if (group == 0 && shift > 0) {
                    throw new MalformedException(Malformed.NON_MINIMAL, start,
                            "number " + number + " ends with an empty group");
                }
                return checkRange(number, most, start);
            }
        }
        throw new MalformedException(Malformed.OUT_OF_RANGE, start, "number of more than 63 bits");
    }

    private static long checkRange(long number, long most, int start) throws MalformedException {
        if (number > most) {
            throw new MalformedException(Malformed.OUT_OF_RANGE, start,
                    "number " + number + " is above " + most);
        }
        return number;
    }

    /** An amount, which may be negative. */
    public long amount() throws MalformedException {
        long number = number(Long.MAX_VALUE);
        return number >>> 1 ^ -(number & 1);
    }

    public Digest digest() throws MalformedException {
        return new Digest(raw(Digest.SIZE));
    }

    /** This many bytes. */
    public Bytes raw(int size) throws MalformedException {
        need(size);
        next += size;
        return Bytes.copyOf(Arrays.copyOfRange(bytes, next - size, next));
    }

    /** Bytes after their number, which has a limit. */
    public Bytes sized(int most) throws MalformedException {
        return raw((int) number(most));
    }

    /** Text in ASCII, of at most some characters. */
    public String text(int most) throws MalformedException {
        int start = next;
        byte[] text = sized(most).toArray();
        for (byte character : text) {
            if (character < 0) {
                throw fault(Malformed.OUT_OF_RANGE, start, "text beyond ASCII");
            }
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** Nothing may be left. */
    public void end() throws MalformedException {
        if (left() > 0) {
            throw fault(Malformed.TRAILING_BYTES, next, left() + " bytes are left over");
        }
    }

    /** Where the next byte is. */
    public int position() {
        return next;
    }

    public MalformedException fault(Malformed reason, int offset, String detail) {
        return new MalformedException(reason, offset, detail);
    }

    private void need(int size) throws MalformedException {
        if (left() < size) {
            throw fault(Malformed.TRUNCATED, end, (size - left()) + " bytes are missing");
        }
    }
}
