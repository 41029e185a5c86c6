package org.quittance.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Height;
import org.quittance.node.sync.SyncMessage.AskHead;
import org.quittance.node.sync.SyncMessage.AskPart;
import org.quittance.node.sync.SyncMessage.Head;
import org.quittance.node.sync.SyncMessage.Nothing;
import org.quittance.node.sync.SyncMessage.Part;

class SnapshotServerTest {

    private static final Donor DONOR = new Donor(12_000, 3);
    private static final Height THREE = new Height(3);

    private final SnapshotServer server =
            new SnapshotServer(() -> Optional.of(DONOR.quitted(3)));

    @Test
    void allPartsTogetherAreTheSnapshot() {
        assertThat(server.answer(1, new AskHead())).contains(DONOR.head(3));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long part = 0; part < DONOR.head(3).parts(); part++) {
            Part sent = (Part) server.answer(1, new AskPart(THREE, part)).orElseThrow();
            bytes.writeBytes(sent.bytes().toArray());
        }
        assertThat(bytes.toByteArray()).isEqualTo(DONOR.snapshot(3).encode());
        assertThat(server.parts()).isEqualTo(DONOR.head(3).parts());
    }

    @Test
    void whatThereIsNoneOfIsNotSent() {
        assertThat(server.answer(1, new AskPart(THREE, 0))).contains(new Nothing());
        server.answer(1, new AskHead());
        assertThat(server.answer(1, new AskPart(new Height(2), 0))).contains(new Nothing());
        assertThat(server.answer(1, new AskPart(THREE, 2))).contains(new Nothing());
        assertThat(server.answer(1, new AskPart(THREE, 1))).get().isInstanceOf(Part.class);
        assertThat(new SnapshotServer(Optional::empty).answer(1, new AskHead()))
                .contains(new Nothing());
    }

    @Test
    void answersAreNotAnswered() {
        assertThat(server.answer(1, DONOR.head(3))).isEmpty();
        assertThat(server.answer(1, new Nothing())).isEmpty();
    }

    /** Whoever asks again and again gets nothing more, and others still do. */
    @Test
    void floodsEnd() {
        Head head = (Head) server.answer(1, new AskHead()).orElseThrow();
        for (int k = 0; k < 4 * head.parts(); k++) {
            assertThat(server.answer(1, new AskPart(THREE, 0))).get().isInstanceOf(Part.class);
        }
        assertThat(server.answer(1, new AskPart(THREE, 0))).contains(new Nothing());
        assertThat(server.answer(2, new AskPart(THREE, 0))).get().isInstanceOf(Part.class);
    }
}
