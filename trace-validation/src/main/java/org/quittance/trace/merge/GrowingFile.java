package org.quittance.trace.merge;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The lines of a file that may still be written. It never waits. A line counts once it has its end.
 *
 * <p>It also knows since when a line has been there: how late its reader is.
 */
final class GrowingFile implements Closeable {

    /** No line is longer, in bytes; the state of a large market is a line. */
    private static final int LONGEST = 1 << 28;
    private static final int MARKS = 4_096;
    private static final long MARK_NANOS = 20_000_000;

    /** At this time the file had this size. */
    private record Mark(long size, long nanos) {}

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long taken;
    private long since;
    private long looked;

    private GrowingFile(FileChannel channel, long now) throws IOException {
        this.channel = channel;
        this.since = now;
        this.looked = now;
        marks.add(new Mark(channel.size(), now));
    }

    static GrowingFile open(Path path, long now) throws IOException {
        return new GrowingFile(FileChannel.open(path, StandardOpenOption.READ), now);
    }

    /**
     * The next whole line; null if there is none now.
     *
     * @throws IOException if it can't be read, or a line is longer than any can be
     */
    @Nullable String next(long now) throws IOException {
        look(now);
        while (true) {
            int from = buffer.position();
            for (int k = from; k < buffer.limit(); k++) {
                if (buffer.get(k) == '\n') {
                    line.write(buffer.array(), from, k - from);
                    buffer.position(k + 1);
                    return whole();
                }
            }
            line.write(buffer.array(), from, buffer.limit() - from);
            if (line.size() > LONGEST) {
                throw new IOException("a line of more than " + LONGEST + " bytes");
            }
            buffer.clear();
            int count = channel.read(buffer);
            buffer.flip();
            if (count <= 0) {
                return null;
            }
        }
    }

    private String whole() {
        String text = line.toString(StandardCharsets.UTF_8);
        taken += line.size() + 1;
        line.reset();
        for (Mark mark = marks.peek(); mark != null && mark.size() < taken; mark = marks.peek()) {
            marks.remove();
        }
        Mark first = marks.peek();
        since = first == null ? looked : first.nanos();
        return text;
    }

    /** Takes note of how far the file has grown. */
    private void look(long now) throws IOException {
        Mark last = marks.peekLast();
        if (last != null && now - looked < MARK_NANOS) {
            return;
        }
        looked = now;
        long size = channel.size();
        if (last == null || size > last.size()) {
            if (marks.size() >= MARKS && last != null) {
                // Then some lines are taken to be a little older than they are.
                marks.removeLast();
                marks.add(new Mark(size, last.nanos()));
            } else {
                marks.add(new Mark(size, now));
            }
        }
    }

    /** Since when the line that was taken last has been there, as far as anybody looked. */
    long since() {
        return since;
    }

    /** How many bytes are there and not taken. */
    long left() throws IOException {
        return Math.max(0, channel.size() - taken);
    }

    /** How many bytes have been taken. */
    long taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
