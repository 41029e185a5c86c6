package org.quittance.models;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes results, and reads them back. */
public final class ResultFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultFiles() {}

    /**
     * Writes results, in the place of those that were there.
     *
     * @param name of the file; {@link ModelResults.Kind#file()} for those of a whole run
     */
    public static Path write(Path folder, String name, ModelResults results) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder);
        Files.writeString(file, JSON.writeValueAsString(results) + "\n");
        return file;
    }

    /** Reads what {@link #write} wrote. */
    public static ModelResults read(Path file) throws IOException {
        ModelResults results = JSON.readValue(file.toFile(), ModelResults.class);
        if (results.format() != ModelResults.FORMAT) {
            throw new IOException(
                    file + " has format " + results.format() + ", not " + ModelResults.FORMAT);
        }
        return results;
    }
}
