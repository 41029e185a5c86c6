package org.quittance.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accepted sample traces are what the simulator records; {@code make samples} does so anew. */
class SamplesTest {

    private static final Path ACCEPTED =
            Path.of("../../trace-validation/src/test/resources/traces/accepted");

    private static final String SUFFIX = ".ndjson";

    static Stream<String> names() {
        return Samples.all().keySet().stream();
    }

    private static List<String> recorded(String name) {
        Supplier<List<String>> lines = Samples.all().get(name);
        assertThat(lines).as(name).isNotNull();
        return lines.get();
    }

    @ParameterizedTest
    @MethodSource("names")
    void fileIsWhatTheSimulatorRecords(String name) throws IOException {
        assertThat(Files.readAllLines(ACCEPTED.resolve(name + SUFFIX)))
                .as("not up to date? `make samples` records them anew")
                .isEqualTo(recorded(name));
    }

    @Test
    void sameNamesAsFiles() throws IOException {
        try (Stream<Path> files = Files.list(ACCEPTED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + SUFFIX).toList());
        }
    }

    @Test
    void someAreAsLargeAsRealOnes() {
        Matcher richest = Pattern.compile("\"8\":(\\d+)")
                .matcher(recorded("market-large-expiry").getFirst());

        assertThat(richest.find()).isTrue();
        assertThat(Long.parseLong(richest.group(1))).isGreaterThan(1L << 57);
    }
}
