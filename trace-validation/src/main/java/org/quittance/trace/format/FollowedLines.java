package org.quittance.trace.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The lines of a trace that is still being written: at the end of what there is it waits for more.
 * A line counts once it has its end.
 */
public final class FollowedLines implements Lines {

    private static final int BUFFER = 1 << 16;
    private static final long PAUSE_MILLIS = 20;

    private final InputStream in;
    private final boolean grows;
    private final long patienceNanos;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;

    /**
     * Follows a stream.
     *
     * @param grows whether more may come after its end, as in a file; a pipe ends when it ends
     * @param patience how long nothing may come before it is taken for the end
     */
    public FollowedLines(InputStream in, boolean grows, Duration patience) {
        this.in = in;
        this.grows = grows;
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public @Nullable String next() throws IOException {
        while (true) {
            for (int k = from; k < to; k++) {
                if (buffer[k] == '\n') {
                    line.write(buffer, from, k - from);
                    from = k + 1;
                    return text();
                }
            }
            line.write(buffer, from, to - from);
            from = 0;
            to = 0;
            if (!fill()) {
                return line.size() == 0 ? null : text();
            }
        }
    }

    private String text() throws IOException {
        String text = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
        line.reset();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Waits for more; false if there will be none. */
    private boolean fill() throws IOException {
        long begun = System.nanoTime();
        while (true) {
            int count = in.read(buffer);
            if (count > 0) {
                to = count;
                return true;
            }
            if (!grows || System.nanoTime() - begun > patienceNanos) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @Override
    public boolean isOpenEnded() {
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
