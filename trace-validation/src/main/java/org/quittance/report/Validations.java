package org.quittance.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quittance.trace.ValidationResult;

/** Writes results of validations, and reads them back. */
final class Validations {

    /** The name of the file in the demo's folder. */
    static final String FILE = "validation.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Validations() {}

    static void write(Path file, ValidationResult result) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(result) + "\n");
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it can't be read or is something else
     */
    static ValidationResult read(Path file) throws IOException {
        ValidationResult result = JSON.readValue(file.toFile(), ValidationResult.class);
        if (!ValidationResult.FORMAT.equals(result.format())
                || result.version() != ValidationResult.VERSION) {
            throw new IOException(file + " is not a " + ValidationResult.FORMAT + " of version "
                    + ValidationResult.VERSION);
        }
        return result;
    }
}
