package org.quittance.node.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.message.LogRecord;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.replica.SnapshotInstall;
import org.quittance.core.replica.SnapshotInstall.Fault;
import org.quittance.core.replica.SnapshotOffer;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.disk.DataDirectory;
import org.quittance.node.disk.Disk;
import org.quittance.node.disk.Store;
import org.quittance.node.disk.VoteLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes, between two lives of a validator, what was begun when the last one had fetched a state:
 * first the trace, then the log, then the store, and then the file is deleted that says it is to be
 * done. Whenever the process is killed, it is done again.
 */
public final class Takeover {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    /** Tells the trace what is about to be done, in a life of its own. */
    public interface Tracer {

        /**
         * The state is about to be taken over.
         *
         * @param log all records of the log before
         * @param kept the height of the state that is here
         */
        void takesOver(VoteLog.Opened log, Height kept, SnapshotOffer offer)
                throws InconsistentLogException, Refusal;
    }

    private final Disk disk;
    private final Path path;
    private final ReplicaConfig config;
    private final Tracer tracer;

    /**
     * For one data directory.
     *
     * @param disk below the log
     * @param config of the validator that it belongs to
     */
    public Takeover(Disk disk, Path path, ReplicaConfig config, Tracer tracer) {
        this.disk = disk;
        this.path = path;
        this.config = config;
        this.tracer = tracer;
    }

    /**
     * Takes over a state if one is there to be taken over.
     *
     * @return whether there was one that is now this validator's
     * @throws Refusal if anything in the directory is not as it must be, or this validator's log
     *     lacks what it has signed
     */
    public boolean finish() throws Refusal {
        if (!OfferFile.isIn(path)) {
            return false;
        }
        var validators = config.ordering().validators();
        try (DataDirectory data = DataDirectory.open(path, false);
                Store store = Store.open(data, validators)) {
            VoteLog.Opened opened = VoteLog.open(disk, data, validators, config.ordering().self());
            try (VoteLog log = opened.log()) {
                boolean done = finish(store, opened, log, OfferFile.of(path, validators));
                OfferFile.delete(path);
                return done;
            } catch (MalformedException e) {
                LOG.warn("{} is damaged, and is thrown away: {}",
                        path.resolve(OfferFile.NAME), Refusal.reason(e));
                OfferFile.delete(path);
                return false;
            }
        } catch (IOException e) {
            throw new Refusal(ExitCode.DISK,
                    "cannot write to " + path + ": " + Refusal.reason(e));
        }
    }

    private boolean finish(Store store, VoteLog.Opened opened, VoteLog log, SnapshotOffer offer)
            throws Refusal, IOException {
        Height kept = store.snapshot().map(Store.Kept::height).orElse(Height.GENESIS);
        SnapshotInstall install = new SnapshotInstall(config, opened.records(), kept);
        Optional<Fault> fault = install.canInstallSnapshot(offer);
        if (fault.isEmpty()) {
            trace(opened, kept, offer);
            List<LogRecord> records = install.installSnapshot(offer);
            append(log, opened.records().size(), records);
            keep(store, offer, records);
            LOG.info("took over the state of height {} with root {}",
                    offer.quittance().height().number(), offer.quittance().root());
            return true;
        }
        switch (fault.get()) {
            case LOG_INCOMPLETE -> throw new Refusal(ExitCode.BAD_DATA, "this validator has signed"
                    + " votes or attestations that " + path.resolve(VoteLog.NAME) + " doesn't have:"
                    + " bring back the newest log, or retire this validator's key; never begin"
                    + " with --init where a validator has voted");
            case NOT_ABOVE -> {
                // Killed after the log was written, and before the store was.
                if (opened.records().contains(new LogRecord.Held(offer.finalization()))
                        && SnapshotInstall.faultOf(config, offer).isEmpty()
                        && kept.compareTo(offer.quittance().height()) < 0) {
                    keep(store, offer, opened.records());
                    return true;
                }
            }
            case STOPPED, OTHER_BLOCK, NOT_A_CHAIN, NOT_FINAL, NOT_QUITTED, OTHER_ROOT ->
                    LOG.warn("the state of height {} isn't taken over: {}",
                            offer.quittance().height().number(), fault.get());
        }
        return false;
    }

    private void trace(VoteLog.Opened opened, Height kept, SnapshotOffer offer) throws Refusal {
        try {
            tracer.takesOver(opened, kept, offer);
        } catch (InconsistentLogException e) {
            throw new Refusal(ExitCode.BAD_DATA, "no correct validator wrote this vote log: "
                    + Refusal.reason(e));
        }
    }

    private static void append(VoteLog log, long first, List<LogRecord> records)
            throws IOException {
        List<Effect.Persist> numbered = new ArrayList<>();
        for (LogRecord record : records) {
            numbered.add(new Effect.Persist(first + numbered.size(), record));
        }
        log.append(numbered);
    }

    private static void keep(Store store, SnapshotOffer offer, List<LogRecord> records) {
        records.forEach(store::remember);
        store.put(offer.quittance());
        store.put(new Store.Kept(offer.quittance().height(), offer.snapshot()));
    }
}
