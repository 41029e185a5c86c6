package org.quittance.trace.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The lines of a trace, from wherever they come. */
public interface Lines extends Closeable {

    /** The next line; null if there are no more. */
    @Nullable String next() throws IOException;

    /** May more come after the trace has ended, or never end? Then nobody looks for it. */
    default boolean isOpenEnded() {
        return false;
    }

    /** The lines of a file as it is. */
    static Lines of(Path file) throws IOException {
        BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        return new Lines() {
            @Override
            public @Nullable String next() throws IOException {
                return in.readLine();
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
