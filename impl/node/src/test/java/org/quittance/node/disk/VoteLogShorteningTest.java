package org.quittance.node.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Effect;
import org.quittance.core.message.LogRecord;
import org.quittance.node.Refusal;

/** The file of a log that gets shorter while a life goes on. */
class VoteLogShorteningTest {

    private static final ValidatorId SELF = new ValidatorId(0);

    @TempDir
    private Path directory;

    private final Lab lab = new Lab(3);
    private final BadDisk disk = new BadDisk();
    private final List<LogRecord> records;
    private final List<LogRecord> later;
    private final Height snapshot;

    VoteLogShorteningTest() {
        lab.run(5_000);
        Twins node = lab.nodes.get(0);
        node.shortenSoon();
        records = List.copyOf(node.whole());
        snapshot = node.shortened().kept().height();
        lab.run(500);
        later = List.copyOf(node.whole().subList(records.size(), node.whole().size()));
        assertThat(later).hasSizeGreaterThan(10);
    }

    private static List<Effect.Persist> persists(List<LogRecord> records, long from) {
        List<Effect.Persist> persists = new ArrayList<>();
        for (LogRecord record : records) {
            persists.add(new Effect.Persist(from + persists.size(), record));
        }
        return persists;
    }

    private static List<LogRecord> both(List<LogRecord> first, List<LogRecord> then) {
        List<LogRecord> both = new ArrayList<>(first);
        both.addAll(then);
        return both;
    }

    private VoteLog begin(Path path) throws Exception {
        try (DataDirectory data = DataDirectory.open(path, true)) {
            VoteLog log = VoteLog.create(disk, data, lab.validators, SELF).log();
            log.append(persists(records, 0));
            return log;
        }
    }

    private VoteLog.Opened open(Path path) throws Refusal {
        try (DataDirectory data = DataDirectory.open(path, false)) {
            return VoteLog.open(disk, data, lab.validators, SELF);
        }
    }

    private List<LogRecord> kept() {
        return Shortening.keep(records, snapshot, snapshot);
    }

    @Test
    void theLifeGoesOnAndTheNextOneFindsWhatIsLeft() throws Exception {
        VoteLog.Shortened sizes;
        try (VoteLog log = begin(directory)) {
            sizes = log.shorten(snapshot);
            assertThat(log.size()).isEqualTo(sizes.after());
            log.append(persists(later, records.size()));
            assertThat(log.size()).isEqualTo(Files.size(directory.resolve(VoteLog.NAME)));
        }
        assertThat(sizes.after()).isLessThan(sizes.before() / 2);
        VoteLog.Opened opened = open(directory);
        assertThat(opened.records()).isEqualTo(both(kept(), later));
        assertThat(opened.tally()).isEqualTo(Tally.of(both(records, later)));
        // The next life numbers what it found from 0 on, and may shorten it again.
        try (VoteLog log = opened.log()) {
            log.append(persists(later.subList(0, 1), opened.records().size()));
            log.shorten(snapshot);
        }
        VoteLog.Opened again = open(directory);
        again.log().close();
        assertThat(again.tally()).isEqualTo(
                Tally.of(both(both(records, later), later.subList(0, 1))));
    }

    @Test
    void aRecordInTheWrongPlaceIsNotTaken() throws Exception {
        try (VoteLog log = begin(directory)) {
            log.shorten(snapshot);
            assertThatThrownBy(() -> log.append(persists(later, kept().size())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Killed after any number of steps: there is all of the log or the shorter one. */
    @Test
    void whereverItIsKilledThereIsOneWholeLog() throws Exception {
        long before;
        long steps;
        try (VoteLog log = begin(directory.resolve("counted"))) {
            before = disk.steps();
            log.shorten(snapshot);
            steps = disk.steps() - before;
        }
        List<Integer> sizes = new ArrayList<>();
        for (long k = 0; k <= steps; k++) {
            Path path = directory.resolve("killed-" + k);
            try (VoteLog log = begin(path)) {
                disk.stepsLeft(k);
                if (k == steps) {
                    log.shorten(snapshot);
                } else {
                    assertThatThrownBy(() -> log.shorten(snapshot))
                            .isInstanceOf(BadDisk.Killed.class);
                    // It is as good as dead.
                    assertThatThrownBy(() -> log.append(persists(later, records.size())))
                            .isInstanceOf(IOException.class);
                }
                disk.stepsLeft(Long.MAX_VALUE);
            }
            VoteLog.Opened opened = open(path);
            assertThat(opened.records()).isIn(records, kept());
            assertThat(opened.tally()).isEqualTo(Tally.of(records));
            assertThat(opened.torn()).isZero();
            assertThat(path.resolve(VoteLog.NAME + ".new")).doesNotExist();
            opened.log().append(persists(later, opened.records().size()));
            opened.log().close();
            VoteLog.Opened after = open(path);
            after.log().close();
            assertThat(after.tally()).isEqualTo(Tally.of(both(records, later)));
            sizes.add(opened.records().size());
        }
        assertThat(sizes).contains(records.size(), kept().size());
    }

    /** What is let go of in memory meanwhile makes no difference. */
    @Test
    void itDoesNotMatterWhenRecordsAreLetGoOf() throws Exception {
        try (VoteLog log = begin(directory)) {
            log.settled(new Height(3));
            log.settled(new Height(snapshot.number() / 2));
            log.shorten(snapshot);
        }
        VoteLog.Opened opened = open(directory);
        opened.log().close();
        assertThat(opened.records()).isEqualTo(kept());
        assertThat(opened.tally()).isEqualTo(Tally.of(records));
    }

    @Test
    void afterASyncThatFailedNothingIsTaken() throws Exception {
        try (VoteLog log = begin(directory)) {
            disk.syncsLeft(0);
            assertThatThrownBy(() -> log.append(persists(later, records.size())))
                    .isInstanceOf(IOException.class).hasMessageContaining("Input/output error");
            disk.syncsLeft(Long.MAX_VALUE);
            assertThatThrownBy(() -> log.append(
                    persists(later, records.size() + later.size())))
                    .isInstanceOf(IOException.class).hasMessageContaining("failed before");
        }
    }

    @Test
    void whatAFullDiskHadNoRoomForIsCutOff() throws Exception {
        try (VoteLog log = begin(directory)) {
            disk.room(100);
            assertThatThrownBy(() -> log.append(persists(later, records.size())))
                    .isInstanceOf(IOException.class).hasMessageContaining("No space left");
        }
        disk.room(Long.MAX_VALUE);
        VoteLog.Opened opened = open(directory);
        opened.log().close();
        assertThat(opened.torn()).isBetween(1L, 100L);
        assertThat(opened.records().subList(0, records.size())).isEqualTo(records);
        assertThat(opened.records().size()).isLessThan(records.size() + later.size());
    }

    @Test
    void noRoomForTheShorterLogLeavesTheLongOne() throws Exception {
        try (VoteLog log = begin(directory)) {
            disk.room(100);
            assertThatThrownBy(() -> log.shorten(snapshot))
                    .isInstanceOf(IOException.class).hasMessageContaining("No space left");
        }
        VoteLog.Opened opened = open(directory);
        opened.log().close();
        assertThat(opened.records()).isEqualTo(records);
    }
}
