package org.quittance.core.settlement.commit;

import java.nio.ByteBuffer;
import org.quittance.core.base.Bytes;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;

/** Takes the keys of {@link EntryKeys} apart. */
final class KeyReader {

    private final ByteBuffer in;

    KeyReader(Bytes key) {
        this.in = ByteBuffer.wrap(key.toArray());
    }

    int kind() throws MalformedException {
        if (!in.hasRemaining()) {
            throw fault("an empty key");
        }
        return in.get() & 0xff;
    }

    long number() throws MalformedException {
        if (in.remaining() < Long.BYTES) {
            throw fault("a key that is too short");
        }
        return in.getLong();
    }

    int id() throws MalformedException {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw fault(number + " is no id");
        }
        return (int) number;
    }

    <T> T choice(T[] choices) throws MalformedException {
        int choice = id();
        if (choice >= choices.length) {
            throw fault("no choice " + choice);
        }
        return choices[choice];
    }

    void end() throws MalformedException {
        if (in.hasRemaining()) {
            throw new MalformedException(
                    Malformed.TRAILING_BYTES, in.position(), "a key that is too long");
        }
    }

    MalformedException fault(String detail) {
        return new MalformedException(Malformed.OUT_OF_RANGE, in.position(), "key: " + detail);
    }
}
