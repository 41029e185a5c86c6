package org.quittance.node.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Payload;
import org.quittance.core.settlement.codec.PayloadCodec;

/** Old blocks go, with all that is about them; what is left can be proved as before. */
class PruningTest {

    @TempDir
    private Path directory;

    private final Lab lab = new Lab(3);
    private final Twins node = lab.nodes.get(0);

    private static List<Digest> commands(Payload payload) {
        try {
            return PayloadCodec.decode(payload).commands().stream().map(command ->
                    Digest.sha256("test", PayloadCodec.encode(command))).toList();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private void fill(Store store) throws Exception {
        lab.run(10_000);
        node.shortenSoon();
        node.whole().forEach(store::remember);
        for (long height = 1; height <= store.tip().orElse(0); height++) {
            Payload payload = store.blockAt(height).orElseThrow().payload();
            int index = 0;
            for (Digest command : commands(payload)) {
                store.put(Map.of(command,
                        new Receipt(new Height(height), index++, Optional.empty())));
            }
            PayloadCodec.decode(payload).quittance().ifPresent(store::put);
        }
        store.put(node.shortened().kept());
    }

    @Test
    void whatIsBelowIsGoneAndTheRestIsWhole() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory, true);
                Store store = Store.open(data, lab.validators)) {
            fill(store);
            long tip = store.tip().orElse(0);
            long floor = tip / 2;
            List<Body> before = new ArrayList<>();
            for (long height = 1; height <= tip; height++) {
                before.add(store.blockAt(height).orElseThrow());
            }
            List<Body> path = store.pathToFinalization(floor);
            assertThat(store.quittanceFrom(1).orElseThrow().height().number()).isLessThan(floor);

            Pruning pruning = store.pruning(PruningTest::commands);
            assertThat(pruning.below(tip + 100)).as("no such block").isZero();
            assertThat(pruning.below(floor)).isEqualTo(floor - 1);
            assertThat(pruning.below(floor)).isZero();

            assertThat(store.first()).hasValue(floor);
            assertThat(store.tip()).hasValue(tip);
            int commands = 0;
            for (long height = 1; height <= tip; height++) {
                Body body = before.get((int) height - 1);
                boolean stays = height >= floor;
                assertThat(store.blockAt(height).isPresent()).isEqualTo(stays);
                assertThat(store.body(body.block().digest()).isPresent()).isEqualTo(stays);
                for (Digest command : commands(body.payload())) {
                    assertThat(store.receipt(command).isPresent()).isEqualTo(stays);
                    commands++;
                }
                if (!stays) {
                    assertThat(store.finalization(body.block().digest())).isEmpty();
                }
            }
            assertThat(commands).isGreaterThan(5);
            assertThat(store.pathToFinalization(floor)).isEqualTo(path);
            assertThat(store.quittanceFrom(1).orElseThrow().height().number())
                    .isGreaterThanOrEqualTo(floor);
            assertThat(store.snapshot()).isPresent();
            forgotten(store, before.get((int) floor - 1).block().view().number());
        }
    }

    /** Blocks that never became final go with the views that they are of. */
    private void forgotten(Store store, long view) {
        int old = 0;
        for (LogRecord record : node.whole()) {
            if (record.storedBody().isPresent()) {
                Body body = record.storedBody().get();
                boolean isOld = body.block().view().number() < view;
                assertThat(store.body(body.block().digest()).isPresent()).isEqualTo(!isOld);
                old += isOld ? 1 : 0;
            }
        }
        assertThat(old).isGreaterThan(10);
    }
}
