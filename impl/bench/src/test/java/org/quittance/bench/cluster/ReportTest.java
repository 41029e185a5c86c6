package org.quittance.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.bench.cluster.ClosedLoop.Measured;
import org.quittance.bench.cluster.Contender.Measurement;

class ReportTest {

    @TempDir
    private Path folder;

    private static Row row(int round, String system, int calls) {
        return new Row(round, system, 16, 40,
                new Measurement(new Measured(calls, 2, 7, 9), 11, 12, 13, 0.5, 0.25));
    }

    private static Report report() {
        return new Report(List.of(
                row(0, "quittance", 1_000), row(0, "bft-smart", 400),
                row(1, "quittance", 3_000), row(1, "bft-smart", 500),
                row(2, "quittance", 2_000), row(2, "bft-smart", 100_000)), List.of("ratis: no"));
    }

    @Test
    void mediansAndTheirRatio() {
        assertThat(report().table().lines())
                .contains("| quittance | 16 | 40 | 1,000 | 4.00 | 7.0 | 9.0 | 11.0 | 12.0 | 13.0"
                        + " | 0.50 | 0.25 |")
                .anyMatch(line -> line.startsWith("| bft-smart | 16 | 40 | 250 | – |"))
                .endsWith("ratis: no");
    }

    @Test
    void everyRoundIsInTheFile() throws IOException {
        Path file = folder.resolve("results.json");
        report().write(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("rows")).hasSize(6);
        assertThat(json.at("/rows/1/measurement/loop/calls").asInt()).isEqualTo(400);
        assertThat(json.at("/notRun/0").asText()).isEqualTo("ratis: no");
        assertThat(Files.readString(folder.resolve("results.md"))).isEqualTo(report().table());
    }
}
