package org.quittance.sim.kernel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The log file of one node: appended to, synced in order after a latency, and cut back by a crash.
 *
 * <p>Writes are acknowledged in the order in which they were made. What is acknowledged survives
 * every crash. Of the rest a crash keeps a part from the front: whole writes whose acknowledgement
 * never came, and perhaps a torn one. Sometimes zeros are left where the next bytes belong.
 */
public final class Disk {

    /** Told that all writes up to a tag are on the disk for good. */
    @FunctionalInterface
    public interface Acknowledgement {
        /** Everything up to the write with this tag is synced. */
        void synced(long tag);
    }

    private record Write(long tag, int end, long readyAt) {}

    private final Timeline timeline;
    private final Rng rng;
    private final Rng zeros;
    private final int maxLatencyMillis;
    private final Deque<Write> unsynced = new ArrayDeque<>();
    private byte[] bytes = new byte[1024];
    private int written;
    private int synced;
    private long life;
    private long ready;

    /**
     * An empty disk.
     *
     * @param maxLatencyMillis a write takes between 1 and so many milliseconds
     */
    public Disk(Timeline timeline, Rng rng, int maxLatencyMillis) {
        this.timeline = timeline;
        this.rng = rng;
        this.zeros = rng.split("zeros");
        this.maxLatencyMillis = maxLatencyMillis;
    }

    /** Appends a record; the acknowledgement comes later, if no crash comes first. */
    public void append(byte[] record, long tag, Acknowledgement acknowledgement) {
        while (written + record.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(record, 0, bytes, written, record.length);
        written += record.length;
        ready = Math.max(ready, timeline.now() + rng.between(1, maxLatencyMillis));
        unsynced.add(new Write(tag, written, ready));
        long begun = life;
        timeline.after(ready - timeline.now(), () -> {
            if (begun == life) {
                sync(acknowledgement);
            }
        });
    }

    /**
     * The power fails. Keeps what is synced and a random part of the rest, which may end within a
     * record; and sometimes, after that, zeros in place of more of it.
     *
     * @return the tag of the last whole write that was kept though it was never acknowledged, or -1
     */
    public long crash() {
        int kept = rng.chance(500) ? synced : (int) rng.between(synced, written);
        int end = zeros.chance(300) ? (int) zeros.between(kept, written) : kept;
        long last = -1;
        for (Write write : unsynced) {
            // What was zero anyway is kept. A single bit is never lost, for that would look like
            // damage of something that was acknowledged.
            if (write.end() <= kept || write.end() <= end && bitsSet(kept, write.end()) <= 1) {
                last = write.tag();
                kept = Math.max(kept, write.end());
            }
        }
        Arrays.fill(bytes, kept, Math.max(kept, end), (byte) 0);
        unsynced.clear();
        written = Math.max(kept, end);
        synced = written;
        life++;
        return last;
    }

    private int bitsSet(int from, int to) {
        int count = 0;
        for (int k = from; k < to; k++) {
            count += Integer.bitCount(bytes[k] & 0xff);
        }
        return count;
    }

    /** All bytes that a restart would read now, if the power failed without keeping more. */
    public byte[] synced() {
        return Arrays.copyOf(bytes, synced);
    }

    /** Makes these bytes the whole file, as when an operator restores a backup. */
    public void replace(byte[] content) {
        bytes = Arrays.copyOf(content, Math.max(content.length, 1024));
        written = content.length;
        synced = content.length;
        unsynced.clear();
        life++;
    }

    /** Syncs all that is ready, with one acknowledgement. */
    private void sync(Acknowledgement acknowledgement) {
        Write last = null;
        for (Write first = unsynced.peek();
                first != null && first.readyAt() <= timeline.now();
                first = unsynced.peek()) {
            last = unsynced.remove();
        }
        if (last != null) {
            synced = last.end();
            acknowledgement.synced(last.tag());
        }
    }
}
