package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultJsonTest {

    @TempDir private Path folder;

    @Test
    void hasTheComponentsOfTheRecord() throws Exception {
        ValidationResult result = new ValidationResult(
                ValidationResult.FORMAT, ValidationResult.VERSION, Verdict.REJECTED,
                "runs/one.ndjson", "Simplex", "unknown", 7L, 10, 4, 0, Map.of("Notarize", 3),
                Map.of(2, 3),
                List.of(new EngineRun("batch", Verdict.REJECTED, 3, 4, 1.5, 2.0, "TLC")),
                new Rejection(2, 3, 5, 4, "Notarize", "why", "CanNotarize", "b.valid", null, null,
                        null, List.of("b = x"), List.of("Nullify(1)"), List.of(), List.of("a")),
                null);

        Path file = ResultJson.write(result, folder.resolve("results"));

        assertThat(file).isEqualTo(folder.resolve("results/one.json"));
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("verdict").asText()).isEqualTo("rejected");
        assertThat(json.at("/actions/Notarize").asInt()).isEqualTo(3);
        assertThat(json.at("/engines/0/verdict").asText()).isEqualTo("rejected");
        assertThat(json.at("/rejection/conjunct").asText()).isEqualTo("b.valid");
        assertThat(json.at("/rejection/allowed/0").asText()).isEqualTo("Nullify(1)");
        assertThat(json.has("problem")).isFalse();
        assertThat(json.at("/rejection").has("expected")).isFalse();
    }
}
