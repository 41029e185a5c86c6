package org.quittance.node.sync;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Bytes;
import org.quittance.node.disk.Store;
import org.quittance.node.sync.SyncMessage.Head;
import org.quittance.node.sync.SyncMessage.Part;

/**
 * Shows others the latest snapshot with all that proves it. Any thread may ask.
 *
 * <p>Memory: the encoding of one snapshot, from when somebody first asked.
 */
final class SnapshotServer {

    /** Nobody gets a part more often than that, of one snapshot. */
    private static final int AGAIN = 4;

    /** The store is asked for a later one only so often, since that takes long. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** One snapshot, ready to be sent. */
    private record Shown(Head head, byte[] bytes) {}

    private final Supplier<Optional<Store.Quitted>> latest;
    private final Map<Integer, Long> served = new HashMap<>();
    private @Nullable Shown shown;
    private boolean looked;
    private long lookedAt;
    private long parts;

    /**
     * Serves what is kept.
     *
     * @param latest the latest snapshot, if there is one that can be proved
     */
    SnapshotServer(Supplier<Optional<Store.Quitted>> latest) {
        this.latest = latest;
    }

    /** The answer to a request; empty for none. */
    synchronized Optional<SyncMessage> answer(int from, SyncMessage request) {
        return switch (request) {
            case SyncMessage.AskHead ask -> Optional.of(head());
            case SyncMessage.AskPart ask -> part(from, ask);
            case SyncMessage.Nothing nothing -> Optional.empty();
            case Head head -> Optional.empty();
            case Part part -> Optional.empty();
        };
    }

    private SyncMessage head() {
        if (!looked || System.nanoTime() - lookedAt > LOOK_NANOS) {
            latest.get().ifPresent(this::show);
            looked = true;
            lookedAt = System.nanoTime();
        }
        Shown now = shown;
        return now == null ? new SyncMessage.Nothing() : now.head();
    }

    private void show(Store.Quitted quitted) {
        Shown before = shown;
        if (before == null || !before.head().height().equals(quitted.quittance().height())) {
            byte[] bytes = quitted.kept().snapshot().encode();
            shown = new Shown(new Head(quitted.quittance(), List.of(quitted.body()),
                    quitted.finalization(), bytes.length), bytes);
            served.clear();
        }
    }

    private Optional<SyncMessage> part(int from, SyncMessage.AskPart ask) {
        Shown now = shown;
        if (now == null || !now.head().height().equals(ask.height())
                || ask.part() >= now.head().parts()
                || served.getOrDefault(from, 0L) >= AGAIN * now.head().parts()) {
            return Optional.of(new SyncMessage.Nothing());
        }
        served.put(from, served.getOrDefault(from, 0L) + 1);
        int start = (int) (ask.part() * SyncMessage.PART);
        parts++;
        return Optional.of(new Part(ask.height(), ask.part(), Bytes.copyOf(Arrays.copyOfRange(
                now.bytes(), start, start + now.head().sizeOf(ask.part())))));
    }

    /** How many parts were sent. */
    synchronized long parts() {
        return parts;
    }
}
