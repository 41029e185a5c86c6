package org.quittance.node.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines, which belongs to one thread. If it can't be written any more that is logged and
 * counted, and the validator goes on without: a trace is not worth a vote.
 */
public final class TraceFile {

    private static final Logger LOG = LoggerFactory.getLogger(TraceFile.class);

    private final Path path;
    private final Unwritten unwritten = new Unwritten();
    private @Nullable FileChannel channel;
    private long lines;

    /** What wasn't handed to the system yet; its room is used again. */
    private static final class Unwritten extends ByteArrayOutputStream {

        ByteBuffer bytes() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    private TraceFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Begins a file where none is.
     *
     * @throws IOException if that isn't possible
     */
    public static TraceFile create(Path path, String header) throws IOException {
        TraceFile file = new TraceFile(path, FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        file.line(header);
        file.flush();
        return file;
    }

    void line(String line) {
        if (channel != null) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            unwritten.write(bytes, 0, bytes.length);
            unwritten.write('\n');
            lines++;
        }
    }

    boolean isOpen() {
        return channel != null;
    }

    void flush() {
        FileChannel out = channel;
        if (out == null || unwritten.size() == 0) {
            return;
        }
        try {
            ByteBuffer bytes = unwritten.bytes();
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            unwritten.reset();
        } catch (IOException e) {
            LOG.error("trace {} ends here: {}", path, Refusal.reason(e));
            close();
        }
    }

    void close() {
        FileChannel out = channel;
        channel = null;
        unwritten.reset();
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            LOG.error("trace {} can't be closed: {}", path, Refusal.reason(e));
        }
    }

    /** How many lines were handed in. */
    long lines() {
        return lines;
    }
}
