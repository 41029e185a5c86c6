package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Event;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Simplex;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;

/**
 * What a replica does that takes over a state, as steps of the specs, for traces: it comes back
 * with what its log has, is shown a finalization and commits its block, is shown a quittance and
 * installs the state. Then it crashes, and the next life begins.
 */
public final class SnapshotSteps {

    private static final Comparator<Certificate> ORDER =
            Comparator.comparing(Certificate::kind)
                    .thenComparing(certificate -> certificate.block().digest());

    private SnapshotSteps() {}

    /**
     * The step, which has no effects.
     *
     * @param log all records of the log before
     * @param kept the height of the state that the replica has
     * @param path the way up to the block that it commits; empty for whoever doesn't know it, since
     *     it doesn't have the blocks
     * @throws InconsistentLogException if no correct validator wrote this log
     */
    public static ReplicaStep of(Config config, List<LogRecord> log, Height kept,
            SnapshotOffer offer, List<Block> path) throws InconsistentLogException {
        return new ReplicaStep(List.of(), ordering(config, log, offer, path),
                system(kept, offer), List.of());
    }

    private static List<Event> ordering(Config config, List<LogRecord> log,
            SnapshotOffer offer, List<Block> path) throws InconsistentLogException {
        List<Event> events = new ArrayList<>();
        for (Event event : Simplex.restart(config, ofOrdering(log)).events()) {
            if (event instanceof Event.Restart restart) {
                events.add(restart);
                hold(config.self(), restart.kept(), offer.finalization(), events);
            }
        }
        events.add(new Event.Commit(path, offer.last()));
        return events;
    }

    private static void hold(ValidatorId self, List<Certificate> kept, Certificate shown,
            List<Event> events) {
        boolean isHeld = kept.stream()
                .anyMatch(certificate -> certificate.statement().equals(shown.statement()));
        if (isHeld) {
            return;
        }
        for (Signed vote : shown.votes()) {
            if (!vote.signer().equals(self)) {
                events.add(new Event.Receive(vote));
            }
        }
        List<Certificate> ofView = new ArrayList<>(kept.stream()
                .filter(certificate -> certificate.view().equals(shown.view())).toList());
        ofView.add(shown);
        ofView.sort(ORDER);
        events.add(new Event.HoldCertificate(shown, shown.signers(), ofView));
    }

    /** The records of a log that ordering wrote. */
    public static List<LogRecord> ofOrdering(List<LogRecord> log) {
        return log.stream().filter(SnapshotSteps::isOfOrdering).toList();
    }

    private static boolean isOfOrdering(LogRecord record) {
        return switch (record) {
            case LogRecord.Attested attested -> false;
            case LogRecord.Diverged diverged -> false;
            case LogRecord.Accused accused -> false;
            case LogRecord.Own own -> true;
            case LogRecord.Stored stored -> true;
            case LogRecord.Held held -> true;
            case LogRecord.Committed committed -> true;
            case LogRecord.Convicted convicted -> true;
        };
    }

    private static List<SystemEvent> system(Height kept, SnapshotOffer offer) {
        Quittance quittance = offer.quittance();
        return List.of(
                new SystemEvent.Restart(kept),
                new SystemEvent.ReceiveQuittance(
                        quittance.height(), quittance.root(), quittance.signers()),
                new SystemEvent.InstallSnapshot(
                        quittance.height(), quittance.root(), contents(offer.body())));
    }

    private static BlockContents contents(Body body) {
        try {
            return PayloadCodec.decode(body.payload());
        } catch (MalformedException e) {
            // As the core has it: what nobody can read is as good as nothing.
            return new BlockContents(Optional.empty(), List.of());
        }
    }
}
