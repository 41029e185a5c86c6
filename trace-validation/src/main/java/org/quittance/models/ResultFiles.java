package org.quittance.models;

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

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it can't be read
     * @throws InputException if it is something else
     */
    public static ModelResults read(Path file) throws IOException {
        ModelResults results;
        try {
            results = JSON.readValue(Files.readString(file), ModelResults.class);
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw damaged(file);
        }
        if (!isWhole(results) || results.format() != ModelResults.FORMAT) {
            throw damaged(file);
        }
        return results;
    }

    /** Whether nothing is absent that results always have: Jackson leaves that to its reader. */
    private static boolean isWhole(@Nullable ModelResults results) {
        return results != null
                && Stream.of(
                                results.kind(),
                                results.selection(),
                                results.tool(),
                                results.checks(),
                                results.coverage(),
                                results.notRun(),
                                results.problems())
                        .noneMatch(Objects::isNull);
    }

    private static InputException damaged(Path file) {
        return new InputException(
                file
                        + " is not a result of this version of Quittance; run the checks that wrote"
                        + " it again");
    }
}
