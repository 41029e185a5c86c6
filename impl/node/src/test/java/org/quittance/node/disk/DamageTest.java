package org.quittance.node.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.Log;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/** Logs and stores with flipped bits, cut off in many places, or in parts missing. */
class DamageTest {

    private static final ValidatorId SELF = new ValidatorId(0);

    /** So often each file of a store is damaged: missing, cut off three times, then bits. */
    private static final int EACH = 7;

    @TempDir
    private Path directory;

    private final Random random = new Random(1);
    private final Lab lab = new Lab(3);
    private final Twins node = lab.nodes.get(0);

    private static void oneLine(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refusal.getMessage().lines()).hasSize(1);
    }

    /** What opening a log with these bytes comes to; empty if it is refused. */
    private Optional<VoteLog.Opened> open(byte[] bytes) throws IOException {
        Files.write(directory.resolve(VoteLog.NAME), bytes);
        try (DataDirectory data = DataDirectory.open(directory, false)) {
            VoteLog.Opened opened = VoteLog.open(new SystemDisk(), data, lab.validators, SELF);
            opened.log().close();
            return Optional.of(opened);
        } catch (Refusal e) {
            oneLine(e);
            assertThat(e.getMessage()).contains(VoteLog.NAME + " can't be trusted");
            return Optional.empty();
        }
    }

    private List<byte[]> frames(List<LogRecord> records) {
        List<byte[]> frames = new ArrayList<>();
        frames.add(Log.header(lab.validators, SELF));
        for (LogRecord record : records) {
            frames.add(Log.frame(frames.size() - 1, record));
        }
        return frames;
    }

    private static byte[] joined(List<byte[]> frames) {
        byte[] all = new byte[frames.stream().mapToInt(frame -> frame.length).sum()];
        int at = 0;
        for (byte[] frame : frames) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        return all;
    }

    /** At a boundary nothing is torn; beside it a part of a record is, and is cut off. */
    @Test
    void aLogCutOffAnywhereIsRepairedAndSaysSo() throws Exception {
        lab.run(1_000);
        List<LogRecord> records = node.whole();
        List<byte[]> frames = frames(records);
        byte[] whole = joined(frames);
        int boundary = frames.get(0).length;
        for (int k = 0; k < records.size(); k++) {
            for (int beside = -1; beside <= 1; beside++) {
                Optional<VoteLog.Opened> opened =
                        open(Arrays.copyOf(whole, boundary + beside));
                if (k == 0 && beside < 0) {
                    assertThat(opened).as("a part of a header is no log").isEmpty();
                } else {
                    assertThat(opened.orElseThrow().records())
                            .isEqualTo(records.subList(0, beside < 0 ? k - 1 : k));
                    assertThat(opened.get().torn() == 0).isEqualTo(beside == 0);
                }
            }
            boundary += frames.get(k + 1).length;
        }
    }

    /** Every record once at each of its ends, and in between. */
    @Test
    void aFlippedBitIsAlwaysARefusal() throws Exception {
        lab.run(1_000);
        List<byte[]> frames = frames(node.whole());
        byte[] whole = joined(frames);
        int start = 0;
        int flips = 0;
        for (byte[] frame : frames) {
            for (int at : new int[] {0, 4, 12, 16, 16 + random.nextInt(frame.length - 20),
                frame.length - 4, frame.length - 1}) {
                byte[] damaged = whole.clone();
                damaged[start + at] ^= (byte) (1 << random.nextInt(8));
                assertThat(open(damaged)).as("byte %d", start + at).isEmpty();
                flips++;
            }
            start += frame.length;
        }
        assertThat(flips).isGreaterThan(500);
        assertThat(open(whole)).as("control").isPresent();
    }

    @Test
    void recordsThatChangedPlacesAreARefusal() throws Exception {
        lab.run(1_000);
        List<byte[]> frames = frames(node.whole());
        List<byte[]> swapped = new ArrayList<>(frames);
        swapped.set(3, frames.get(4));
        swapped.set(4, frames.get(3));
        assertThat(open(joined(swapped))).isEmpty();
        List<byte[]> without = new ArrayList<>(frames);
        without.remove(3);
        assertThat(open(joined(without))).isEmpty();
    }

    /** What a store said about the blocks of a run. */
    private SortedMap<String, String> ask(Path path, List<LogRecord> records) throws Refusal {
        SortedMap<String, String> answers = new TreeMap<>();
        try (DataDirectory data = DataDirectory.open(path, false);
                Store store = Store.open(data, lab.validators)) {
            store.snapshot().ifPresent(kept -> answers.put("snapshot",
                    kept.height() + " " + kept.snapshot().root()));
            store.quittedSnapshot().ifPresent(kept -> answers.put("quitted",
                    kept.quittance().height() + " " + kept.body().block()));
            for (LogRecord record : records) {
                if (record instanceof LogRecord.Committed committed) {
                    long height = committed.height().number();
                    Optional<Body> body = store.blockAt(height);
                    body.ifPresent(found -> answers.put("block " + height,
                            found.block().digest().hex()));
                    store.finalization(committed.block().digest()).ifPresent(found ->
                            answers.put("finalization " + height, found.toString()));
                }
            }
        }
        return answers;
    }

    /** A store as a process leaves it that is killed: with tables, and a log of the store's own. */
    private void fill(Path path, Path killed, List<LogRecord> records) throws Exception {
        Store.Kept kept = node.shortened().kept();
        try (DataDirectory data = DataDirectory.open(path, true);
                Store store = Store.open(data, lab.validators)) {
            records.subList(0, records.size() / 2).forEach(store::remember);
            store.put(new Store.Kept(kept.height(), kept.snapshot()));
        }
        try (DataDirectory data = DataDirectory.open(path, false);
                Store store = Store.open(data, lab.validators)) {
            records.forEach(store::remember);
            store.put(new Store.Kept(kept.height(), kept.snapshot()));
            copy(path.resolve("store"), killed.resolve("store"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private void damage(Path file, int how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (how == 0) {
            Files.delete(file);
        } else if (bytes.length > 0 && how < 4) {
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        } else if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
        }
    }

    /**
     * A damaged store is refused, fails when it is asked, or lacks something; but what it says is
     * what was put into it.
     */
    @Test
    void aDamagedStoreNeverTellsALie() throws Exception {
        lab.run(3_000);
        node.shortenSoon();
        List<LogRecord> records = List.copyOf(node.whole());
        Path sound = directory.resolve("sound");
        fill(directory.resolve("filled"), sound, records);
        // Of a copy: a store that is opened puts its own log into tables.
        Path asked = directory.resolve("asked");
        copy(sound.resolve("store"), asked.resolve("store"));
        SortedMap<String, String> all = ask(asked, records);
        assertThat(all).containsKey("snapshot").hasSizeGreaterThan(10);
        int refused = 0;
        int failed = 0;
        int lacking = 0;
        List<Path> files;
        try (Stream<Path> list = Files.list(sound.resolve("store"))) {
            files = list.filter(file -> !file.getFileName().toString().startsWith("LOG"))
                    .sorted().toList();
        }
        for (Path file : files) {
            for (int how = 0; how < EACH; how++) {
                Path path = directory.resolve(file.getFileName() + "-" + how);
                copy(sound.resolve("store"), path.resolve("store"));
                damage(path.resolve("store").resolve(file.getFileName()), how);
                try {
                    SortedMap<String, String> answers = ask(path, records);
                    assertThat(all).as("%s damaged, %d", file, how).containsAllEntriesOf(answers);
                    lacking += answers.size() < all.size() ? 1 : 0;
                } catch (Refusal e) {
                    oneLine(e);
                    refused++;
                } catch (StoreFailure e) {
                    assertThat(e.getMessage().lines()).hasSize(1);
                    failed++;
                }
            }
        }
        System.out.println(files.size() * EACH + " damaged stores: " + refused + " refused, "
                + failed + " failed when asked, " + lacking + " lacked something");
        assertThat(refused).isPositive();
        assertThat(lacking).isPositive();
        assertThat(refused + failed + lacking).isGreaterThan(files.size());
    }
}
