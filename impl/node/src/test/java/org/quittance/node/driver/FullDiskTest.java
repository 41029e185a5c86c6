package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.node.ExitCode;
import org.quittance.node.disk.SystemDisk;
import org.quittance.node.disk.VoteLog;

/**
 * A real process for which the system has no more room: no file may get longer than the log is, which
 * is long enough by then to be by far the longest.
 */
class FullDiskTest {

    private static final int FULL = 0;
    private static final int OTHER = 3;
    private static final long ENOUGH = 300_000;
    private static final long ROOM = 20_000;

    @TempDir
    private Path directory;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theProcessStopsAndGoesOnOnceThereIsRoom() throws Exception {
        try (Inside inside = new Inside(directory.resolve("cluster"))) {
            inside.set("snapshot.blocks = 20", "snapshot.blocks = 1000000");
            inside.set("# empty.block.millis = 200", "empty.block.millis = 20");
            inside.set("trace = trace", "trace =");
            for (int node = 0; node < 4; node++) {
                inside.start(node, true, new SystemDisk());
            }
            Path log = inside.config(FULL).data().resolve(VoteLog.NAME);
            while (Files.size(log) < ENOUGH) {
                inside.awaitMore(FULL, 1);
            }
            // Without two of four nothing goes on, so there is nothing to catch up on, which would
            // go to the store's files first.
            inside.stop(OTHER);
            inside.stop(FULL);
            long before = Files.size(log);
            String told = runWithLimit(inside, before + ROOM);
            assertThat(told).contains("stopped: the vote log can't be written: ")
                    .doesNotContain("\tat ");
            assertThat(Files.size(log)).isBetween(before + 1, before + ROOM);
            inside.start(OTHER, false, new SystemDisk());
            inside.awaitMore(1, 2);
            inside.start(FULL, false, new SystemDisk());
            inside.awaitMoreThan(1, FULL, 3);
        }
    }

    private static String runWithLimit(Inside inside, long bytes) throws Exception {
        Path said = inside.files.home(FULL).resolve("said.log");
        Process process = new ProcessBuilder(List.of("bash", "-c",
                "ulimit -f " + bytes / 1_024 + "; exec \"$@\"", "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
                "-cp", System.getProperty("java.class.path"), "org.quittance.node.Main", "node",
                "--config", inside.files.home(FULL).resolve("node.properties").toString()))
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        String told = Files.readString(said);
        assertThat(process.exitValue()).as(told).isEqualTo(ExitCode.DISK.number());
        return told;
    }
}
