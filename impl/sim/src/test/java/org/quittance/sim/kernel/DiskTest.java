package org.quittance.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiskTest {

    private final Timeline timeline = new Timeline();
    private final List<Long> acknowledged = new ArrayList<>();

    private Disk disk(long seed) {
        return new Disk(timeline, new Rng(seed), 10);
    }

    private static byte[] record(int content) {
        byte[] bytes = new byte[100];
        Arrays.fill(bytes, (byte) content);
        return bytes;
    }

    private void write(Disk disk, int count) {
        for (int i = 0; i < count; i++) {
            disk.append(record(i + 1), i, acknowledged::add);
        }
    }

    @Test
    void writesAreAcknowledgedInOrderAndNotAtOnce() {
        Disk disk = disk(1);
        write(disk, 20);
        assertThat(disk.synced()).isEmpty();
        while (timeline.step()) {
            assertThat(disk.synced().length % 100).isZero();
        }
        assertThat(acknowledged).isSorted().doesNotHaveDuplicates().endsWith(19L);
        assertThat(disk.synced()).hasSize(2000);
    }

    @Test
    void crashKeepsWhatIsSyncedAndPerhapsSomeOfTheRest() {
        Set<String> ends = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            Disk disk = disk(seed);
            write(disk, 2);
            timeline.step();
            int synced = disk.synced().length;
            write(disk, 2);
            long tag = disk.crash();
            byte[] bytes = disk.synced();
            assertThat(bytes.length).isBetween(synced, 400);
            int kept = bytes.length;
            while (kept > 0 && bytes[kept - 1] == 0) {
                kept--;
            }
            assertThat(kept).isGreaterThanOrEqualTo(synced);
            assertThat(tag).isEqualTo(kept / 100 > synced / 100 ? (kept / 100 - 1) % 2 : -1);
            ends.add((kept % 100 == 0 ? "whole" : "torn")
                    + (kept < bytes.length ? " and zeros" : ""));
        }
        assertThat(ends).containsExactlyInAnyOrder(
                "whole", "torn", "whole and zeros", "torn and zeros");
    }

    @Test
    void whatWasZeroAnywayIsKept() {
        Set<Long> tags = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            Disk disk = disk(seed);
            byte[] record = {3, 0, 0, 0};
            disk.append(record, 3, acknowledged::add);
            long tag = disk.crash();
            assertThat(tag).isEqualTo(Arrays.equals(disk.synced(), record) ? 3 : -1);
            tags.add(tag);
        }
        assertThat(tags).containsExactlyInAnyOrder(-1L, 3L);
    }

    @Test
    void nothingIsAcknowledgedAfterCrash() {
        Disk disk = disk(1);
        write(disk, 3);
        disk.crash();
        while (timeline.step()) {
            assertThat(acknowledged).isEmpty();
        }
    }

    @Test
    void replacedContentIsThereForGood() {
        Disk disk = disk(1);
        write(disk, 3);
        disk.replace(new byte[] {1, 2, 3});
        disk.append(new byte[] {4}, 7, acknowledged::add);
        while (timeline.step()) {
            assertThat(disk.synced()).startsWith(1, 2, 3);
        }
        assertThat(disk.synced()).containsExactly(1, 2, 3, 4);
        assertThat(acknowledged).containsExactly(7L);
    }
}
