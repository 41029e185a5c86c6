package org.quittance.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.node.disk.Store;
import org.quittance.node.net.FrameType;
import org.quittance.node.net.Links;

/** A validator that is behind among others of all kinds. */
class StateSyncTest {

    private static final Donor DONOR = new Donor(2, 3);

    /** The state of height 2, shown with what proves that of height 3. */
    private static final Store.Quitted LIE = new Store.Quitted(
            new Store.Kept(new Height(3), DONOR.snapshot(2)), DONOR.quitted(3).quittance(),
            DONOR.body(3), DONOR.quitted(3).finalization());

    @TempDir
    private Path directory;

    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Long> fetched = new CompletableFuture<>();

    /** The others answer as their servers do. */
    private StateSync among(Map<Integer, Optional<Store.Quitted>> others, Progress progress) {
        AtomicReference<@Nullable StateSync> self = new AtomicReference<>();
        Links links = new Links() {
            @Override
            public void send(int to, FrameType type, byte[] content) {
                assertThat(type).isEqualTo(FrameType.SYNC);
                asked.add(to);
                SnapshotServer server =
                        new SnapshotServer(() -> others.getOrDefault(to, Optional.empty()));
                try {
                    // It forgets between two requests what it has shown.
                    server.answer(0, new SyncMessage.AskHead());
                    SyncMessage request = SyncMessage.decode(Donor.VALIDATORS, content);
                    SyncMessage answer = server.answer(0, request).orElseThrow();
                    StateSync sync = self.get();
                    if (sync != null) {
                        sync.received(to, SyncMessage.encode(Donor.VALIDATORS, answer));
                    }
                } catch (MalformedException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void broadcast(FrameType type, byte[] content) {
                throw new AssertionError("nobody is told");
            }
        };
        StateSync sync = new StateSync(Donor.config(0), new StateSync.Settings(1, 1 << 20, false),
                Optional::empty, directory, links, () -> progress, refused::add,
                fetched::complete);
        self.set(sync);
        return sync;
    }

    @Test
    void aLiarIsCountedAndAnotherIsAsked() throws Exception {
        try (StateSync sync = among(Map.of(1, Optional.of(LIE), 2, Optional.empty(),
                3, Optional.of(DONOR.quitted(3))), new Progress(0, 3))) {
            sync.start();
            assertThat(fetched.get(60, TimeUnit.SECONDS)).isEqualTo(3);
        }
        assertThat(refused).containsExactly("SYNC_OTHER_BLOCK");
        assertThat(asked).containsExactly(1, 1, 2, 3, 3);
        assertThat(OfferFile.of(directory, Donor.VALIDATORS).snapshot())
                .isEqualTo(DONOR.snapshot(3));
    }

    @Test
    void aLiarIsNotAskedAgain() throws Exception {
        try (StateSync sync = among(Map.of(1, Optional.of(LIE)), new Progress(0, 3))) {
            sync.start();
            for (int k = 0; k < 1_200 && asked.size() < 6; k++) {
                Thread.sleep(50);
            }
        }
        assertThat(asked).startsWith(1, 1, 2, 3, 2, 3).filteredOn(to -> to == 1).hasSize(2);
        assertThat(OfferFile.isIn(directory)).isFalse();
    }

    @Test
    void whoIsNotBehindAsksNobody() throws Exception {
        try (StateSync sync = among(Map.of(1, Optional.of(DONOR.quitted(3))),
                new Progress(2, 3))) {
            sync.start();
            Thread.sleep(1_200);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void whatNobodyAskedForIsCounted() throws Exception {
        try (StateSync sync = among(Map.of(), new Progress(3, 3))) {
            sync.received(1, SyncMessage.encode(Donor.VALIDATORS, DONOR.head(3)));
            sync.received(1, SyncMessage.encode(Donor.VALIDATORS, new SyncMessage.Nothing()));
        }
        assertThat(refused).containsExactly("SYNC_UNASKED", "SYNC_UNASKED");
    }
}
