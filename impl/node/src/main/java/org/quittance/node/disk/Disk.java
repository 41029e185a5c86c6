package org.quittance.node.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What the vote log asks of the file system: little, so that tests can put a bad one below it. */
public interface Disk {

    /** Begins a file. What it held before is gone. */
    Output create(Path file) throws IOException;

    /** Goes on after the first bytes of a file, and cuts off the rest. */
    Output append(Path file, long length) throws IOException;

    /** Gives a file another name, in one go, and in place of whichever had it. */
    void move(Path from, Path to) throws IOException;

    /** Makes the names in a directory durable. */
    void sync(Path directory) throws IOException;

    /** A file that is only appended to. It goes on under whatever name the file gets. */
    interface Output extends Closeable {

        /** Appends all of the bytes. */
        void write(ByteBuffer bytes) throws IOException;

        /** Returns once what was written is on stable storage. */
        void sync() throws IOException;
    }
}
