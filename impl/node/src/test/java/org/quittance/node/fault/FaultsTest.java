package org.quittance.node.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, under load, to which all kinds of things happen, each at least once. */
class FaultsTest {

    /** It stays if a test fails: with the logs, disks and traces of all nodes. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void fourCorrectOnesSurviveKillsPartitionsBadLinksAndPauses() throws Exception {
        try (Ordeal ordeal = new Ordeal(directory, System.nanoTime(), false)) {
            ordeal.begin();
            ordeal.kill();
            ordeal.isolate();
            ordeal.halve();
            ordeal.spoil();
            ordeal.pause(8);
            ordeal.killAll();
            ordeal.end();
        }
    }

    @Test
    void threeCorrectOnesSurviveATraitorAndConvictIt() throws Exception {
        try (Ordeal ordeal = new Ordeal(directory, System.nanoTime(), true)) {
            ordeal.begin();
            ordeal.kill();
            ordeal.isolate();
            ordeal.spoil();
            ordeal.end();
        }
        assertThat(Files.readString(directory.resolve("treason")))
                .contains("EQUIVOCATOR", "DOUBLE_VOTER", "DOUBLE_ATTESTER");
    }
}
