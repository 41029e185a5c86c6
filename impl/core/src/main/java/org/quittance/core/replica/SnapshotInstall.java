package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.Spec;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.settlement.commit.StateEntry;

/**
 * Takes over the state of a later height instead of executing the blocks up to it. That happens
 * between two lives of a replica: what comes of it are records at the end of its log, and a
 * snapshot to begin the next life with.
 *
 * <p>The quittance binds the height and the root, the root binds the last block (it is an entry of
 * the state), and the finalization binds that block to the chain: so neither the state nor the
 * block of another height can be passed off as this height's.
 */
public final class SnapshotInstall {

    private final ReplicaConfig config;
    private final List<LogRecord> log;
    private final Height executed;

    /**
     * For a replica that is down.
     *
     * @param log all records of its log
     * @param executed the height of the state that it has
     */
    public SnapshotInstall(ReplicaConfig config, List<LogRecord> log, Height executed) {
        this.config = config;
        this.log = List.copyOf(log);
        this.executed = executed;
    }

    /** What is wrong with an offer: the first that applies. */
    public enum Fault {
        /** The replica has stopped for good, and nothing comes after that. */
        STOPPED,
        /** The replica is as far, or its log is. */
        NOT_ABOVE,
        /** The state names another block, or another height, than those offered. */
        OTHER_BLOCK,
        /** The blocks are not whole, or none is the parent of the next. */
        NOT_A_CHAIN,
        /** The finalization is not genuine, or of another block. */
        NOT_FINAL,
        /** The quittance is not genuine. */
        NOT_QUITTED,
        /** The state's root is not the quittance's. */
        OTHER_ROOT,
        /**
         * The replica itself has signed what is shown, and its log doesn't have it: the log is not
         * all that it ever wrote, and whoever goes on without may contradict itself.
         */
        LOG_INCOMPLETE
    }

    /** The spec's guard, conjunct by conjunct. Empty if the state may be taken over. */
    @Spec("System!CanInstallSnapshot")
    public Optional<Fault> canInstallSnapshot(SnapshotOffer offer) {
        if (log.stream().anyMatch(LogRecord.Diverged.class::isInstance)) {
            return Optional.of(Fault.STOPPED);
        }
        if (offer.quittance().height().compareTo(executed) <= 0
                || offer.last().view().compareTo(tip()) <= 0) {
            return Optional.of(Fault.NOT_ABOVE);
        }
        return faultOf(config, offer).or(() -> faultOfLog(offer));
    }

    /** What is wrong with an offer by itself, whoever would take it. */
    public static Optional<Fault> faultOf(ReplicaConfig config, SnapshotOffer offer) {
        return faultOfChain(config, offer).or(() -> faultOfRoot(config, offer));
    }

    /** The view of the last block that the log commits. */
    private View tip() {
        View tip = View.GENESIS;
        for (LogRecord record : log) {
            tip = record instanceof LogRecord.Committed committed ? committed.block().view() : tip;
        }
        return tip;
    }

    private static Optional<Fault> faultOfChain(ReplicaConfig config, SnapshotOffer offer) {
        StateEntry.LastBlock named = new StateEntry.LastBlock(
                offer.quittance().height().number(), offer.body().block().digest());
        if (!offer.snapshot().lastBlock().equals(Optional.of(named))) {
            return Optional.of(Fault.OTHER_BLOCK);
        }
        if (!isGenuine(config, new BlockResponse(offer.path().reversed()))) {
            return Optional.of(Fault.NOT_A_CHAIN);
        }
        Certificate finalization = offer.finalization();
        return finalization.statement().equals(Statement.finalization(offer.last()))
                && isGenuine(config, finalization)
                ? Optional.empty()
                : Optional.of(Fault.NOT_FINAL);
    }

    private static Optional<Fault> faultOfRoot(ReplicaConfig config, SnapshotOffer offer) {
        if (config.verifier().faultOf(offer.quittance()).isPresent()) {
            return Optional.of(Fault.NOT_QUITTED);
        }
        Digest root = offer.snapshot().root();
        return root.equals(offer.quittance().root())
                ? Optional.empty()
                : Optional.of(Fault.OTHER_ROOT);
    }

    private static boolean isGenuine(ReplicaConfig config, Message message) {
        Envelope envelope = Envelope.of(config.ordering().validators(), message);
        return config.verifier().verify(config.ordering().self(), envelope)
                instanceof Verdict.Accepted;
    }

    private Optional<Fault> faultOfLog(SnapshotOffer offer) {
        ValidatorId self = config.ordering().self();
        boolean voteIsLost = offer.finalization().signers().contains(self)
                && log.stream().noneMatch(record -> isFinalize(record, offer.last().view()));
        Optional<Attestation> attested = offer.quittance().attestationOf(self);
        boolean attestationIsLost = attested.isPresent()
                && !log.contains(new LogRecord.Attested(attested.get()));
        return voteIsLost || attestationIsLost
                ? Optional.of(Fault.LOG_INCOMPLETE)
                : Optional.empty();
    }

    private static boolean isFinalize(LogRecord record, View view) {
        return record instanceof LogRecord.Own(SignedMessage message)
                && message.signed().kind() == Kind.FINALIZE
                && message.signed().view().equals(view);
    }

    /**
     * What the log must say from now on, after all that it has. It must be durable before the next
     * life begins, and so must be the snapshot.
     *
     * @throws IllegalArgumentException if the state may not be taken over
     */
    @Spec("System!InstallSnapshot")
    public List<LogRecord> installSnapshot(SnapshotOffer offer) {
        Optional<Fault> fault = canInstallSnapshot(offer);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("this state may not be taken over: " + fault.get());
        }
        List<LogRecord> records = new ArrayList<>();
        for (Body body : offer.path()) {
            records.add(new LogRecord.Stored(body));
        }
        records.add(new LogRecord.Held(offer.finalization()));
        records.add(new LogRecord.Committed(
                new Height(Math.addExact(
                        offer.quittance().height().number(), offer.path().size() - 1)),
                offer.last()));
        return List.copyOf(records);
    }
}
