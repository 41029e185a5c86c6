package org.quittance.core.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/** Puts values together as bytes, the way {@link ByteReader} takes them apart. */
final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** One byte. */
    ByteWriter tag(int tag) {
        bytes.write(tag);
        return this;
    }

    /** A number from 0: seven bits a byte, the least significant first; the top bit says more. */
    ByteWriter number(long number) {
        long rest = number;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    ByteWriter digest(Digest digest) {
        return raw(digest.bytes());
    }

    /** Bytes whose number the reader knows. */
    ByteWriter raw(Bytes value) {
        return raw(value.toArray());
    }

    ByteWriter raw(byte[] value) {
        bytes.writeBytes(value);
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
        return bytes.toByteArray();
    }
}
