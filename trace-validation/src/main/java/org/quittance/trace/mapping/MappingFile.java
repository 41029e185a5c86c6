package org.quittance.trace.mapping;

import java.io.IOException;
import java.nio.file.Path;
import org.quittance.trace.format.TraceSpec;

/** Reads a mapping file: what the traces of somebody's spec say. */
public final class MappingFile {

    private MappingFile() {}

    /**
     * Reads it.
     *
     * @throws IOException if it can't be read or is not one; its message is for people
     */
    public static TraceSpec read(Path file) throws IOException {
        throw new IOException(file + ": not yet");
    }
}
