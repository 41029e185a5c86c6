package org.quittance.node.driver;

import java.io.IOException;
import java.util.Optional;
import org.quittance.core.base.Height;
import org.quittance.core.message.Body;
import org.quittance.core.replica.Replica;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.node.disk.Pruning;
import org.quittance.node.disk.Store;
import org.quittance.node.disk.VoteLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps short what is on the disk: now and then a snapshot, then the log without what the snapshot
 * stands for, then the store without old blocks. In this order, so that whenever the process is
 * killed what it needs is there. On the core's thread, between two rounds.
 *
 * <p>A snapshot is of a height that has a quittance, so that it can be shown to others; and if
 * possible of a block that has a finalization of its own.
 */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** Records that nobody will need are let go of each time so many blocks got a quittance. */
    private static final long STEP = 16;

    private final VoteLog log;
    private final Store store;
    private final Pruning pruning;
    private final Results results;
    private final Limits limits;
    private volatile long at;
    private volatile long logBytes;
    private long sizeThen;
    private long settledAt;

    /**
     * When something is to be done.
     *
     * @param blocks there is a snapshot each time so many were executed
     * @param logBytes or the log has grown by so many
     * @param keep so many blocks below the snapshot are kept for others
     */
    record Limits(long blocks, long logBytes, long keep) {}

    /**
     * Begins.
     *
     * @param at the height of the latest snapshot, or 0
     */
    Upkeep(VoteLog log, Store store, Results results, Limits limits, long at) {
        this.log = log;
        this.store = store;
        this.pruning = store.pruning(CommandPool::idsOf);
        this.results = results;
        this.limits = limits;
        this.at = at;
        this.sizeThen = log.size();
        this.logBytes = sizeThen;
    }

    /**
     * A round is over: all records are durable.
     *
     * @throws IOException if the log can't be written any more
     */
    void rounded(Replica replica) throws IOException {
        logBytes = log.size();
        Optional<Results.Proven> proven = results.proven();
        if (proven.isEmpty() || replica.divergence().isPresent()) {
            return;
        }
        Height height = proven.get().quittance().height();
        if (height.number() >= settledAt + STEP) {
            settledAt = height.number();
            log.settled(height);
        }
        if (height.number() > at && isDue(replica, 1)
                && (hasFinalization(height) || isDue(replica, 2))) {
            shorten(height, proven.get());
        }
    }

    private void shorten(Height height, Results.Proven proven) throws IOException {
        long began = System.nanoTime();
        store.put(new Store.Kept(height, Snapshot.of(proven.trie())));
        VoteLog.Shortened sizes = log.shorten(height);
        long pruned = pruning.below(height.number() - limits.keep());
        at = height.number();
        sizeThen = sizes.after();
        LOG.info("snapshot of height {}: vote log shortened from {} to {} bytes, {} old blocks"
                + " taken out of the store, in {} ms", at, sizes.before(), sizes.after(), pruned,
                (System.nanoTime() - began) / 1_000_000);
    }

    /** The height of the latest snapshot, or 0. */
    long snapshot() {
        return at;
    }

    /** How long the log is. */
    long logBytes() {
        return logBytes;
    }

    private boolean isDue(Replica replica, int times) {
        return replica.execution().executed().number() - at >= times * limits.blocks()
                || log.size() - sizeThen >= times * limits.logBytes();
    }

    private boolean hasFinalization(Height height) {
        Optional<Body> body = store.blockAt(height.number());
        return body.isPresent()
                && store.finalization(body.get().block().digest()).isPresent();
    }
}
