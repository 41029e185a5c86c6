package org.quittance.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Simplex;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.replica.SnapshotInstall;
import org.quittance.core.replica.SnapshotOffer;
import org.quittance.core.replica.SnapshotSteps;
import org.quittance.core.settlement.commit.Snapshot;

/** Finds a state that others could offer to a replica that comes back, and lets it take it over. */
final class StateTaker {

    private final Cluster cluster;
    private final World world;
    private final ReplicaConfig config;

    /** What a replica goes on with: records at the end of its log, and a state. */
    record Taken(long height, Snapshot snapshot, List<LogRecord> records) {}

    StateTaker(Cluster cluster, World world, ReplicaConfig config) {
        this.cluster = cluster;
        this.world = world;
        this.config = config;
    }

    /**
     * Takes over the newest state that anybody has a quittance for.
     *
     * @param log all records of the log
     * @param kept the height of the state that is here
     * @return what came of it; empty if there is nothing to be taken over
     */
    Optional<Taken> take(List<LogRecord> log, long kept)
            throws InconsistentLogException, MalformedException {
        Optional<Quittance> newest = cluster.newestQuittance();
        Optional<SnapshotOffer> offer = newest.isPresent() ? offer(newest.get()) : Optional.empty();
        SnapshotInstall install = new SnapshotInstall(config, log, new Height(kept));
        if (offer.isEmpty() || install.canInstallSnapshot(offer.get()).isPresent()) {
            return Optional.empty();
        }
        List<LogRecord> orderings = SnapshotSteps.ofOrdering(log);
        cluster.systemWitness().tookOver(config.ordering().self().index(),
                SnapshotSteps.of(config.ordering(), log, new Height(kept), offer.get(),
                        path(log, offer.get())),
                Simplex.restart(config.ordering(), orderings).state());
        return Optional.of(new Taken(newest.get().height().number(), offer.get().snapshot(),
                install.installSnapshot(offer.get())));
    }

    private Optional<SnapshotOffer> offer(Quittance quittance) throws MalformedException {
        List<Body> path = new ArrayList<>();
        long height = quittance.height().number();
        Optional<Block> next = cluster.systemWitness().blockAt(height);
        while (next.isPresent() && path.size() < SnapshotOffer.MOST_BLOCKS) {
            path.add(world.payloads().body(next.get().digest()).orElseThrow());
            Certificate finalization = finalization(next.get());
            if (finalization != null) {
                Snapshot snapshot = world.snapshot(path.get(0).block().digest());
                // As it would come over the network.
                return Optional.of(new SnapshotOffer(quittance,
                        Snapshot.decode(snapshot.encode()), path, finalization));
            }
            next = cluster.systemWitness().blockAt(height + path.size());
        }
        return Optional.empty();
    }

    private @Nullable Certificate finalization(Block block) {
        for (LogRecord record : cluster.records()) {
            if (record instanceof LogRecord.Held(Certificate held)
                    && held.kind() == Kind.FINALIZE && held.block().equals(block)) {
                return held;
            }
        }
        return null;
    }

    /** The way up from the block that the log commits. */
    private List<Block> path(List<LogRecord> log, SnapshotOffer offer) {
        Block tip = config.ordering().genesis();
        for (LogRecord record : log) {
            tip = record instanceof LogRecord.Committed committed ? committed.block() : tip;
        }
        List<Block> path = new ArrayList<>();
        Block next = offer.last();
        while (!next.equals(tip)) {
            path.addFirst(next);
            Block child = next;
            next = child.parent().equals(tip.digest())
                    ? tip
                    : world.payloads().body(child.parent()).orElseThrow().block();
        }
        return path;
    }
}
