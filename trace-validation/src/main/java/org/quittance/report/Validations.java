package org.quittance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.trace.ValidationResult;

/** Writes results of validations, and reads them back. */
final class Validations {

    /** The name of the file in the demo's folder. */
    static final String FILE = "validation.json";

    /** The same of the settlement trace and of the system trace. */
    static final String SETTLEMENT_FILE = "validation-settlement.json";
    static final String SYSTEM_FILE = "validation-system.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Validations() {}

    static void write(Path file, ValidationResult result) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(result) + "\n");
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it can't be read
     * @throws InputException if it is something else
     */
    static ValidationResult read(Path file) throws IOException {
        ValidationResult result;
        try {
            result = JSON.readValue(Files.readString(file), ValidationResult.class);
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw damaged(file);
        }
        if (!isWhole(result)) {
            throw damaged(file);
        }
        if (!ValidationResult.FORMAT.equals(result.format())
                || result.version() != ValidationResult.VERSION) {
            throw damaged(file);
        }
        return result;
    }

    /** Whether nothing is absent that a result always has: Jackson leaves that to its reader. */
    private static boolean isWhole(@Nullable ValidationResult result) {
        return result != null
                && Stream.of(result.format(), result.verdict(), result.file(), result.spec(),
                        result.commit(), result.actions(), result.nodes(), result.engines())
                        .noneMatch(Objects::isNull);
    }

    private static InputException damaged(Path file) {
        return new InputException(
                file + " is not a result of a validation; run make demo again");
    }
}
