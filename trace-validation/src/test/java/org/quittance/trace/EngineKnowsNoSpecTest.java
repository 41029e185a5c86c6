package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine is for traces of any spec: it is told of specs, and knows none. */
class EngineKnowsNoSpecTest {

    private static final Path TRACE = Path.of("src/main/java/org/quittance/trace");

    private static final List<String> ENGINE =
            List.of("format", "replay", "batch", "tla", "tlc", "mapping");

    @Test
    void noPartOfItUsesTheSpecsOfQuittance() throws IOException {
        int seen = 0;
        for (String part : ENGINE) {
            try (Stream<Path> files = Files.walk(TRACE.resolve(part))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    seen++;
                    assertThat(file).content().doesNotContain("org.quittance.trace.specs");
                }
            }
        }
        assertThat(seen).isGreaterThan(40);
    }
}
