package org.quittance.core.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/** Puts values together as bytes, the way {@link ByteReader} takes them apart. */
final class ByteWriter {

    private byte[] bytes = new byte[256];
    private int size;

    /** One byte. */
    ByteWriter tag(int tag) {
        reserve(1);
        bytes[size++] = (byte) tag;
        return this;
    }

    /** A number from 0: seven bits a byte, the least significant first; the top bit says more. */
    ByteWriter number(long number) {
        long rest = number;
        while (rest > 0x7f) {
            tag((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        return tag((int) rest);
    }

    ByteWriter digest(Digest digest) {
        return raw(digest.bytes());
    }

    /** Bytes whose number the reader knows. */
    ByteWriter raw(Bytes value) {
        return raw(value.toArray());
    }

    ByteWriter raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Bytes after their number. */
    ByteWriter sized(Bytes value) {
        return number(value.size()).raw(value);
    }

    ByteWriter text(String text) {
        return sized(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(size, more), size + more));
        }
    }
}
