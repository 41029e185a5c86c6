package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.cluster.TraceProcess;
import org.quittance.node.disk.BadDisk;
import org.quittance.node.disk.VoteLog;
import org.quittance.trace.merge.Merge;

/**
 * A validator of four whose disk is slow, full, or fails: being slow slows only; else it stops
 * before it sends anything, and when the disk is well again it goes on. Nobody ever received from
 * it what its log doesn't have, and what all four did is a behaviour of the specs.
 */
class BadDiskTest {

    private static final int BAD = 0;

    /** It stays if the test fails: with the logs, disks and traces of all nodes. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void slowFullBrokenAndWellAgain() throws Exception {
        try (Inside inside = new Inside(directory.resolve("cluster"))) {
            inside.set("snapshot.blocks = 20", "snapshot.blocks = 6");
            // Enough for whoever is away here: with fewer it may have to take over a state, which
            // ends its life, and nobody begins the next one in this process.
            inside.set("# keep.blocks = 100000", "keep.blocks = 60");
            BadDisk disk = new BadDisk();
            inside.start(BAD, true, disk);
            for (int node = 1; node < 4; node++) {
                inside.start(node, true, new BadDisk());
            }
            inside.awaitMore(BAD, 8);
            Path log = inside.config(BAD).data().resolve(VoteLog.NAME);
            Path old = directory.resolve("old.log");
            Files.copy(log, old);

            disk.slow(200);
            long syncs = disk.syncs();
            inside.awaitMore(BAD, 4);
            assertThat(disk.syncs()).isGreaterThan(syncs);
            assertThat(inside.hasFailed(BAD, ExitCode.DISK)).isFalse();

            disk.slow(0);
            disk.room(3_000);
            assertThat(inside.awaitFailure(BAD))
                    .isEqualTo("DISK: the vote log can't be written: No space left on device");
            inside.stop(BAD);
            inside.awaitMore(1, 2);

            BadDisk second = new BadDisk();
            inside.start(BAD, false, second);
            inside.awaitMoreThan(1, BAD, 8);
            second.syncsLeft(5);
            assertThat(inside.awaitFailure(BAD))
                    .isEqualTo("DISK: the vote log can't be written: Input/output error");
            inside.stop(BAD);

            inside.start(BAD, false, new BadDisk());
            inside.awaitMoreThan(1, BAD, 45);
            // What is older than 60 blocks below a snapshot is gone.
            assertThat(inside.node(1).store().first().orElse(0)).isGreaterThan(1);
            for (int k = 0; k < 600 && inside.node(1).store().quittedSnapshot().isEmpty(); k++) {
                Thread.sleep(100);
            }
            assertThat(inside.node(1).store().quittedSnapshot()).isPresent();
            inside.stopAll();
            conforms(inside);
            wrongMomentsAreRefused(inside, log, old);
        }
    }

    private void conforms(Inside inside) throws Exception {
        Merge.Merged ordering =
                Merge.ordering(inside.traces(), directory.resolve("ordering.ndjson"));
        Merge.Merged system = Merge.system(inside.traces(), directory.resolve("system.ndjson"));
        assertThat(ordering.crashes()).isEqualTo(2);
        assertThat(system.crashes()).isEqualTo(2);
        assertThat(TraceProcess.validate(directory, ordering.file(), system.file())).isZero();
    }

    /** A log and a store that don't belong together are never started with. */
    private static void wrongMomentsAreRefused(Inside inside, Path log, Path old)
            throws Exception {
        Path store = log.resolveSibling("store");
        Path moved = log.resolveSibling("moved");
        Files.move(store, moved);
        refused(inside, "was shortened, and doesn't go on from genesis");
        try (Stream<Path> made = Files.walk(store)) {
            for (Path path : made.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.move(moved, store);
        Path newest = log.resolveSibling("newest");
        Files.move(log, newest);
        Files.copy(old, log);
        refused(inside, "the log is an old one, and lacks votes");
        Files.move(newest, log, StandardCopyOption.REPLACE_EXISTING);
        // Control: as they were, they are fine.
        new Node(inside.config(BAD), false, (code, reason) -> { }).close();
    }

    private static void refused(Inside inside, String message) {
        assertThatThrownBy(() -> new Node(inside.config(BAD), false, (code, reason) -> { }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((Refusal) e).code()).isEqualTo(ExitCode.BAD_DATA))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
