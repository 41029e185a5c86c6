package org.quittance.node.driver;

import java.io.IOException;
import java.util.Optional;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.disk.DataDirectory;
import org.quittance.node.disk.Disk;
import org.quittance.node.disk.Store;
import org.quittance.node.disk.StoreFailure;
import org.quittance.node.disk.VoteLog;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.node.trace.LifeFiles;
import org.quittance.node.trace.NodeTracer;
import org.quittance.node.trace.SettlementTracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a validator finds on its disk when it begins, and what it goes on from. */
final class Beginning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final DataDirectory data;
    private final VoteLog.Opened log;
    private final Store store;

    private Beginning(DataDirectory data, VoteLog.Opened log, Store store) {
        this.data = data;
        this.log = log;
        this.store = store;
    }

    /**
     * Opens a data directory.
     *
     * @param first whether there is nothing in it yet
     * @throws Refusal if anything in it is not as it must be
     */
    static Beginning open(NodeConfig config, boolean first, ValidatorSet validators,
            ValidatorId self, Disk disk) throws Refusal {
        DataDirectory data = DataDirectory.open(config.data(), first);
        try {
            VoteLog.Opened log = first
                    ? VoteLog.create(disk, data, validators, self)
                    : VoteLog.open(disk, data, validators, self);
            if (log.torn() > 0) {
                LOG.warn("cut off {} bytes at the end of the vote log: a record that was written"
                        + " in part when this validator stopped", log.torn());
            }
            return new Beginning(data, log, store(data, validators, log));
        } catch (Refusal e) {
            data.close();
            throw e;
        }
    }

    private static Store store(DataDirectory data, ValidatorSet validators, VoteLog.Opened log)
            throws Refusal {
        Store store = Store.open(data, validators);
        try {
            log.records().forEach(store::remember);
            return store;
        } catch (StoreFailure e) {
            store.close();
            throw damaged(data, e);
        }
    }

    private static Refusal damaged(DataDirectory data, Exception e) {
        return new Refusal(ExitCode.BAD_DATA, Refusal.reason(e) + " in " + data.path()
                + "; bring back the whole directory from the same moment");
    }

    /**
     * The state of the snapshot, or that of genesis.
     *
     * @throws Refusal if the log doesn't go on from there
     */
    NodeExecution execution(
            GenesisFile genesis,
            Optional<SettlementTracer> tracer,
            NodeExecution.Listener listener) throws Refusal {
        try {
            return tryExecution(genesis, tracer, listener);
        } catch (MalformedException | StoreFailure e) {
            close();
            throw damaged(data, e);
        } catch (Refusal e) {
            close();
            throw e;
        }
    }

    private NodeExecution tryExecution(
            GenesisFile genesis,
            Optional<SettlementTracer> tracer,
            NodeExecution.Listener listener) throws Refusal, MalformedException {
        Optional<Store.Kept> kept = store.snapshot();
        Height begun = kept.isPresent() ? kept.get().height() : Height.GENESIS;
        Height committed = log.committed();
        if (begun.compareTo(committed) > 0) {
            throw new Refusal(ExitCode.BAD_DATA, "the vote log in " + data.path()
                    + " ends at height " + committed.number() + ", but the store has a snapshot of"
                    + " height " + begun.number() + ": the log is an old one, and lacks votes;"
                    + " bring back the newest, or retire this validator's key");
        }
        if (!log.hasBlocksFrom(begun)) {
            throw new Refusal(ExitCode.BAD_DATA, "the vote log in " + data.path()
                    + " was shortened, and doesn't go on from "
                    + (kept.isPresent() ? "the store's snapshot of height " + begun.number()
                            : "genesis, and the store has no snapshot")
                    + "; bring back the store from the same moment");
        }
        return kept.isPresent()
                ? NodeExecution.restore(
                        genesis.settlement(), kept.get().snapshot(), tracer, listener)
                : NodeExecution.genesis(genesis.settlement(), tracer, listener);
    }

    /** The replica as it begins. */
    Replica.Begun replica(ReplicaConfig config, NodeExecution execution) throws Refusal {
        try {
            return log.records().isEmpty()
                    ? Replica.start(config, execution)
                    : Replica.restart(config, execution, log.records());
        } catch (InconsistentLogException e) {
            close();
            throw new Refusal(ExitCode.BAD_DATA, "no correct validator wrote this vote log: "
                    + Refusal.reason(e));
        } catch (StoreFailure e) {
            close();
            throw damaged(data, e);
        }
    }

    /** The traces of the life that begins, if any are wanted. */
    Optional<NodeTracer> tracer(NodeConfig config, GenesisFile genesis, ValidatorId self,
            Optional<SettlementTracer> settlement) throws Refusal {
        return config.trace().isEmpty()
                ? Optional.empty()
                : Optional.of(LifeFiles.begin(config.trace().get(), genesis.validatorSet(), self,
                        genesis.maxLag(), log.tally().own(), log.tally().attested(),
                        store::body, settlement));
    }

    /** The trace of settlement of the life that begins, if it is wanted. */
    static Optional<SettlementTracer> settlement(
            NodeConfig config, GenesisFile genesis, ValidatorId self) throws Refusal {
        return config.trace().isEmpty() || !config.traceSettlement()
                ? Optional.empty()
                : Optional.of(LifeFiles.settlement(config.trace().get(), genesis.validatorSet(),
                        self, genesis.settlement()));
    }

    VoteLog log() {
        return log.log();
    }

    /** How many records the log began with. */
    int records() {
        return log.records().size();
    }

    Store store() {
        return store;
    }

    @Override
    public void close() {
        try {
            log.log().close();
        } catch (IOException e) {
            LOG.error("the vote log can't be closed: {}", Refusal.reason(e));
        }
        store.close();
        data.close();
    }
}
