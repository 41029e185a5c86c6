package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorRunTest {

    private static final String CLASSPATH = System.getProperty("java.class.path");
    private static final String FAKE = FakeSimulator.class.getName();

    @TempDir private Path folder;

    @Test
    void runsTheScenarioInItsOwnJvm() throws Exception {
        Files.writeString(folder.resolve("old.ndjson"), "of an earlier run");

        SimulatorRun run = SimulatorRun.start(CLASSPATH, FAKE, 42, folder);

        assertThat(run.trace()).isEqualTo(folder.resolve("demo.ndjson"));
        assertThat(run.summary()).hasContent(
                "run --seed 42 --scenario demo --trace-dir " + folder);
        assertThat(folder.resolve("old.ndjson")).doesNotExist();
        assertThat(run.seconds()).isPositive();
    }

    @Test
    void findsTheTracesOfSettlementAndSystemIfThereAreAny() throws Exception {
        assertThat(SimulatorRun.start(CLASSPATH, FAKE, 42, folder).settlement()).isNull();

        SimulatorRun run = SimulatorRun.start(CLASSPATH, FAKE, FakeSimulator.WITH_MARKET, folder);

        assertThat(run.trace()).isEqualTo(folder.resolve("demo.ndjson"));
        assertThat(run.settlement()).isEqualTo(folder.resolve("demo.settlement.ndjson"));
        assertThat(run.system()).isEqualTo(folder.resolve("demo.system.ndjson"));
    }

    @Test
    void saysWhatTheSimulatorSaidIfItWritesNothing() {
        assertThatThrownBy(() -> SimulatorRun.start(CLASSPATH, FAKE, 13, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 4").hasMessageContaining("wrote no trace")
                .hasMessageContaining("seed 13 is unlucky");
    }

    @Test
    void saysSoIfThereIsNoSimulator() {
        assertThatThrownBy(() -> SimulatorRun.start("nowhere", FAKE, 1, folder))
                .isInstanceOf(IOException.class).hasMessageContaining("FakeSimulator");
    }
}
