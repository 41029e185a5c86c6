package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationReaderTest {

    @TempDir private Path folder;

    @Test
    void readsWhatTheSimulatorWrites() throws Exception {
        Simulation simulation = read("{\"scenario\":\"demo\",\"seed\":42,\"result\":\"ok\","
                + "\"weights\":[1,2,1,1],\"byzantine\":{\"3\":[\"twin\",\"replayer\"]},"
                + "\"blocks\":9,\"sent\":100,\"lost\":5,"
                + "\"faults\":[\"partition [0, 1, 0, 1] at 900 for 700 ms\","
                + "\"crash of [1] at 2200 for 500 ms\",\"a meteor\"],"
                + "\"evidence\":{\"3\":[1,3]},\"properties\":[\"Agreement\"]}");

        assertThat(simulation.seed()).isEqualTo(42);
        assertThat(simulation.weights()).containsExactly(1L, 2L, 1L, 1L);
        assertThat(simulation.byzantine().get(3)).containsExactly("twin", "replayer");
        assertThat(simulation.counts()).containsEntry("Messages sent", 100L)
                .containsEntry("Messages lost", 5L);
        assertThat(simulation.faults()).containsExactly(
                new Simulation.Fault(900, 1600, "partition 0, 2 | 1, 3", "partition heals", true),
                new Simulation.Fault(2200, 2700, "crash of replica 1", "restart", false),
                new Simulation.Fault(0, 0, "a meteor", "", false));
        assertThat(simulation.evidence()).containsExactly(
                "against replica 3, in one view: two notarize votes; nullify and finalize");
        assertThat(simulation.properties()).containsExactly("Agreement");
        assertThat(simulation.violation()).isNull();
    }

    @Test
    void blocksAreCountedOncePerReplicaFromItsCommits() throws Exception {
        assertThat(read("{\"result\":\"ok\"}").blocks()).containsOnlyKeys(0, 1, 2)
                .containsEntry(0, 1L).containsEntry(1, 1L);
    }

    @Test
    void anythingButOkIsAViolation() throws Exception {
        assertThat(read("{\"result\":\"violation\",\"violated\":\"Agreement\",\"detail\":\"why\"}")
                .violation()).isEqualTo("Agreement: why");
        assertThat(read("{}").violation()).isNotNull();
    }

    private Simulation read(String json) throws Exception {
        Path file = Files.writeString(folder.resolve("run.summary.json"), json);
        return SimulationReader.read(file, SampleRun.everyAction().trace(folder), 1.0);
    }
}
