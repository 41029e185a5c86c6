package org.quittance.node.disk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Body;
import org.quittance.core.message.Payload;
import org.rocksdb.WriteBatch;

/**
 * Takes old blocks out of a store, with all that is about them: finalizations, quittances, receipts
 * of their commands, and blocks of the same views that never became final.
 *
 * <p>What is left is whole: the proof of a command leads upward, from its block to the first with a
 * finalization and to the next quittance.
 */
public final class Pruning {

    /** So many blocks go in one write. */
    private static final long STEP = 256;

    private final Store store;
    private final Database db;
    private final Commands commands;

    /** Knows the digests under which the receipts of a block are kept. */
    public interface Commands {

        List<Digest> of(Payload payload);
    }

    Pruning(Store store, Database db, Commands commands) {
        this.store = store;
        this.db = db;
        this.commands = commands;
    }

    /**
     * Takes out the blocks below a height, if the block of that height is here; else none.
     *
     * @return how many heights were taken out
     */
    public long below(long height) {
        if (store.blockAt(height).isEmpty()) {
            return 0;
        }
        long first = store.first().orElse(height);
        long lowest = first;
        while (lowest < height) {
            long next = Math.min(height, lowest + STEP);
            Optional<Body> floor = store.blockAt(next);
            if (floor.isEmpty()) {
                return lowest - first;
            }
            step(lowest, next, floor.get().block().view().number());
            lowest = next;
        }
        return lowest - first;
    }

    private void step(long from, long to, long view) {
        try (WriteBatch batch = new WriteBatch()) {
            for (long height = from; height < to; height++) {
                receipts(batch, height);
            }
            db.forEach(Database.key(Store.BODY_BY_VIEW, 0),
                    Database.key(Store.BODY_BY_VIEW, view), (key, value) -> {
                        Digest digest = new Digest(Bytes.copyOf(
                                Arrays.copyOfRange(key, 1 + Long.BYTES, key.length)));
                        delete(batch, Database.key(Store.BODY, digest));
                        delete(batch, Database.key(Store.FINALIZATION, digest));
                        delete(batch, key);
                    });
            deleteBelow(batch, Store.CHAIN, to);
            deleteBelow(batch, Store.QUITTANCE, to);
            db.write(batch);
        }
    }

    private void receipts(WriteBatch batch, long height) {
        Optional<Body> body = store.blockAt(height);
        if (body.isPresent()) {
            for (Digest command : commands.of(body.get().payload())) {
                // It may have been refused in this block, and executed in a later one.
                if (store.receipt(command).filter(it -> it.height().number() <= height)
                        .isPresent()) {
                    delete(batch, Database.key(Store.RECEIPT, command));
                }
            }
        }
    }

    private static void delete(WriteBatch batch, byte[] key) {
        Database.add(batch, it -> it.delete(key));
    }

    private static void deleteBelow(WriteBatch batch, byte kind, long height) {
        Database.add(batch, it -> it.deleteRange(
                Database.key(kind, 0), Database.key(kind, height)));
    }
}
