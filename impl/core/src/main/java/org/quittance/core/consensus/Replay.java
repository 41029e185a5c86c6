package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.core.base.Height;
import org.quittance.core.base.Spec;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.EvidencePair;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/** Reads the log of a validator that comes back. */
final class Replay {

    private static final Comparator<Certificate> ORDER =
            Comparator.comparing(Certificate::view)
                    .thenComparing(Certificate::kind)
                    .thenComparing(certificate -> certificate.block().digest());

    private final Config config;
    private final List<LogRecord> log;
    private final LogRecord.Committed tip;

    private Replay(Config config, List<LogRecord> log) {
        this.config = config;
        this.log = log;
        this.tip = lastCommitted(config, log);
    }

    /** {@code tip} is what the log has, and {@code kept} what is held because of it. */
    @Spec("Simplex!Restart")
    static State restart(Config config, List<LogRecord> log, Outbox out)
            throws InconsistentLogException {
        Replay replay = new Replay(config, log);
        List<SignedMessage> own = replay.ownMessages();
        List<Certificate> read = replay.certificates();
        State held = replay.withCertificates(read);
        replay.checkCanRestart(held);
        State state = replay.withEvidence(replay.withVotes(replay.withBlocks(
                replay.withOwn(held, own), own), own, read));
        out.add(new Event.Restart(
                replay.kept(state), state.committed(), state.view(), state.pending(),
                state.durable()));
        return state;
    }

    /** What the state holds, and the certificates of genesis, which everyone holds for ever. */
    private List<Certificate> kept(State state) {
        List<Certificate> kept = new ArrayList<>(state.heldCertificates());
        for (Certificate certificate : genesisCertificates()) {
            if (!state.certificates().holds(certificate.statement())) {
                kept.add(certificate);
            }
        }
        kept.sort(ORDER);
        return List.copyOf(kept);
    }

    private List<Certificate> genesisCertificates() {
        Block genesis = config.genesis();
        return List.of(
                Certificate.genesisFinalization(genesis),
                Certificate.genesisNotarization(genesis));
    }

    private static LogRecord.Committed lastCommitted(Config config, List<LogRecord> log) {
        LogRecord.Committed last = new LogRecord.Committed(Height.GENESIS, config.genesis());
        for (LogRecord record : log) {
            if (record instanceof LogRecord.Committed committed) {
                last = committed;
            }
        }
        return last;
    }

    /** The spec's guard. That {@code kept} has those of genesis is plain from how it is made. */
    @Spec("Simplex!CanRestart")
    private void checkCanRestart(State held) throws InconsistentLogException {
        if (!held.certificates().holds(Statement.finalization(tip.block()))) {
            throw new InconsistentLogException("the log commits " + tip.block()
                    + " without a finalization of it");
        }
    }

    /** Own messages above the tip, in the order in which they were signed. */
    private List<SignedMessage> ownMessages() throws InconsistentLogException {
        List<SignedMessage> own = new ArrayList<>();
        for (LogRecord record : log) {
            if (record instanceof LogRecord.Own(SignedMessage message)
                    && message.signed().view().compareTo(tip.block().view()) > 0) {
                checkOwn(own, message.signed());
                own.add(message);
            }
        }
        return own;
    }

    private void checkOwn(List<SignedMessage> earlier, Signed signed)
            throws InconsistentLogException {
        if (!signed.signer().equals(config.self())) {
            throw new InconsistentLogException("the log of validator " + config.self()
                    + " has a message signed by validator " + signed.signer());
        }
        for (SignedMessage other : earlier) {
            Signed before = other.signed();
            boolean twice = before.view().equals(signed.view())
                    && before.kind() == signed.kind();
            boolean tooLate = before.view().equals(signed.view())
                    && signed.kind() == Kind.NOTARIZE
                    && (before.kind() == Kind.NULLIFY || before.kind() == Kind.FINALIZE);
            if (twice || tooLate || EvidencePair.of(before, signed).isPresent()) {
                throw new InconsistentLogException("in view " + signed.view().number()
                        + " the log has a vote to " + before.kind().word()
                        + " and then one to " + signed.kind().word()
                        + ", which no correct validator signs");
            }
        }
    }

    /** Those from the tip's view on, in the order in which they were held. */
    private List<Certificate> certificates() {
        List<Certificate> read = new ArrayList<>();
        for (LogRecord record : log) {
            if (record instanceof LogRecord.Held(Certificate certificate)
                    && certificate.view().compareTo(tip.block().view()) >= 0) {
                read.add(certificate);
            }
        }
        return read;
    }

    private State withCertificates(List<Certificate> read) {
        State state = State.initial(config).withNextIndex(log.size());
        CertificateStore store = state.certificates();
        for (Certificate certificate : read) {
            store = store.holds(certificate.statement()) ? store : store.with(certificate);
        }
        return state
                .with(store.from(tip.block().view()))
                .with(Chain.at(tip.block(), tip.height()));
    }

    private State withOwn(State state, List<SignedMessage> messages) {
        OwnMessages own = OwnMessages.none().withAcknowledged(log.size() - 1L);
        for (SignedMessage message : messages) {
            own = own.withDurable(message);
        }
        return state.with(own);
    }

    private State withBlocks(State state, List<SignedMessage> own) {
        Chain chain = state.chain();
        for (LogRecord record : log) {
            if (record instanceof LogRecord.Stored stored) {
                chain = chain.withBody(stored.body().block());
            }
        }
        ProposalBook proposals = state.proposals();
        for (SignedMessage message : own) {
            if (message instanceof Proposal proposal) {
                chain = chain.withBody(proposal.block());
                proposals = proposals.with(proposal.block(), true);
            }
        }
        return state.with(chain.grown(state.certificates().finalization().block()))
                .with(proposals);
    }

    /** Its own votes count, and so do those in certificates: they may be half of some evidence. */
    private State withVotes(State state, List<SignedMessage> own, List<Certificate> read) {
        VoteBook votes = state.votes();
        for (Certificate certificate : read) {
            for (Signed vote : certificate.votes()) {
                votes = vote.signer().equals(config.self()) ? votes : votes.with(vote);
            }
        }
        for (SignedMessage message : own) {
            votes = message instanceof Vote ? votes.with(message.signed()) : votes;
        }
        State counted = state.with(votes).forgettingOldVotes();
        for (SignedMessage message : own) {
            counted = message instanceof Vote
                    ? Reception.learn(counted, message.signed().statement())
                    : counted;
        }
        return counted;
    }

    private State withEvidence(State state) {
        EvidenceCollector evidence = state.evidence();
        for (LogRecord record : log) {
            if (record instanceof LogRecord.Convicted(Evidence found)) {
                evidence = evidence.with(found);
            }
        }
        return state.with(evidence.from(state.certificates().finalizedView()));
    }
}
