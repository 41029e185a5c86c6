package org.quittance.node.driver;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.replica.SnapshotSteps;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.disk.Disk;
import org.quittance.node.disk.Store;
import org.quittance.node.net.Links;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.node.sync.Progress;
import org.quittance.node.sync.StateSync;
import org.quittance.node.sync.Takeover;
import org.quittance.node.trace.LifeFiles;
import org.quittance.node.trace.NodeTracer;

/** Puts together what a node needs to take over a state, and to show its own. */
final class Syncing {

    private Syncing() {}

    /**
     * Takes over the state that the last life has fetched, if it has.
     *
     * @return whether it did
     */
    static boolean finish(
            NodeConfig config, GenesisFile genesis, ReplicaConfig replica, Disk disk)
            throws Refusal {
        return new Takeover(disk, config.data(), replica, (log, kept, offer) -> {
            if (config.trace().isPresent()) {
                NodeTracer tracer = LifeFiles.begin(config.trace().get(),
                        genesis.validatorSet(), replica.ordering().self(), genesis.maxLag(),
                        log.tally().own(), log.tally().attested(), digest -> offer.path().stream()
                                .filter(body -> body.block().digest().equals(digest))
                                .findFirst(), Optional.empty());
                // The way up to the block isn't known here; whoever merges traces knows it.
                tracer.stepped(SnapshotSteps.of(replica.ordering(), log.records(), kept, offer,
                        List.of()), Optional.empty(), 0);
                tracer.flush();
                tracer.close();
            }
        }).finish();
    }

    /**
     * What shows the state of a node, and fetches another one.
     *
     * @param tookOver whether this life began with the state of another
     * @param fetched is called when a state is ready to be taken over by the next life
     * @param over is told then that this life is over
     */
    static StateSync of(
            NodeConfig config,
            ReplicaConfig replica,
            boolean tookOver,
            Store store,
            Links links,
            Outgoing outgoing,
            Counters counters,
            Runnable fetched,
            BiConsumer<ExitCode, String> over) {
        StateSync sync = new StateSync(replica,
                new StateSync.Settings(
                        config.syncGap(), config.syncMegabytes() << 20, tookOver),
                store::quittedSnapshot, config.data(), links,
                () -> new Progress(outgoing.status().executed(), outgoing.status().quitted()),
                counters::rejected,
                height -> {
                    fetched.run();
                    over.accept(ExitCode.OK, "takes over the state of height " + height);
                });
        counters.gauge("quittance.sync.served", "parts of snapshots sent to others",
                sync::served);
        counters.gauge("quittance.sync.fetched.bytes", "bytes of snapshots fetched",
                sync::bytes);
        return sync;
    }
}
