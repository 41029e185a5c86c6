package org.quittance.core.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/** Puts values together as bytes, the way {@link ByteReader} takes them apart. */
public final class ByteWriter {

    private byte[] bytes = new byte[256];
    private int size;

    /** One byte. */
    public ByteWriter tag(int tag) {
        reserve(1);
        bytes[size++] = (byte) tag;
        return this;
    }

    /**
     * A number from 0: seven bits a byte, the least significant first; the top bit says more.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ByteWriter number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("no number from 0: " + number);
        }
        long rest = number;
        while (rest > 0x7f) {
            tag((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        return tag((int) rest);
    }

    /**
     * An amount, which may be negative: 0, -1, 1, -2, ... are the numbers 0, 1, 2, 3, ...
     *
     * @param amount above -2^62 and below 2^62
     * @throws IllegalArgumentException if it is out of this range
     */
    public ByteWriter amount(long amount) {
        return number(amount << 1 ^ amount >> Long.SIZE - 1);
    }

    public ByteWriter digest(Digest digest) {
        return raw(digest.bytes());
    }

    /** Bytes whose number the reader knows. */
    public ByteWriter raw(Bytes value) {
        return raw(value.toArray());
    }

    public ByteWriter raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Bytes after their number. */
    public ByteWriter sized(Bytes value) {
        return number(value.size()).raw(value);
    }

    public ByteWriter text(String text) {
        return sized(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(size, more), size + more));
        }
    }
}
