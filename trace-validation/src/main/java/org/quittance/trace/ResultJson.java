package org.quittance.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Results as JSON: the components of {@link ValidationResult}, without those that are absent. */
public final class ResultJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    private ResultJson() {}

    /**
     * Writes a result into a folder, which is made if need be, under the name of the trace with
     * ".json" at its end.
     *
     * @return the file
     * @throws IOException if it can't be written
     */
    public static Path write(ValidationResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = file(Path.of(result.file()), folder);
        Files.writeString(file, JSON.writeValueAsString(result) + "\n", StandardCharsets.UTF_8);
        return file;
    }

    /** Where the result of that trace goes in that folder. */
    public static Path file(Path trace, Path folder) {
        String name = String.valueOf(trace.getFileName()).replaceFirst("\\.ndjson$", "");
        return folder.resolve(name + ".json");
    }
}
