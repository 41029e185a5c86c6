package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.sim.Main;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.Scenarios;

/** The same seed gives the same trace, byte for byte. */
class DeterminismTest {

    @TempDir
    private Path folder;

    private static List<String> trace(Scenario scenario) {
        List<String> lines = new ArrayList<>();
        Cluster.run(scenario, Options.PLAIN.tracedTo(lines::add));
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sameSeedSameTrace(long seed) {
        assertThat(trace(Scenarios.random(seed))).isEqualTo(trace(Scenarios.random(seed)));
    }

    @Test
    void otherSeedOtherTrace() {
        assertThat(trace(Scenarios.demo(1))).isNotEqualTo(trace(Scenarios.demo(2)));
    }

    @Test
    void traceOrNoTraceIsTheSameRun() {
        Outcome without = Cluster.run(Scenarios.demo(7), Options.PLAIN);
        Outcome with = Cluster.run(Scenarios.demo(7), Options.PLAIN.tracedTo(line -> { }));
        assertThat(with.steps()).isEqualTo(without.steps());
        assertThat(with.statistics().actions()).isEqualTo(without.statistics().actions());
    }

    /** In another process, objects have other identity hashes and sets another order. */
    @Test
    void otherProcessSameTrace() throws Exception {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                "run", "--seed", "5", "--trace-dir", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("random-5.ndjson")))
                .isEqualTo(trace(Scenarios.random(5)));
    }
}
