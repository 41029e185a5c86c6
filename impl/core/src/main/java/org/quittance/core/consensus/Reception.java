package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.Spec;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/**
 * Takes messages in. What is in the spec one set of signed messages that only grows is here what
 * one validator has received of it: a message taken in for the first time is a Receive event.
 */
final class Reception {

    private Reception() {}

    /** A message of another validator. */
    static State received(State s, Input.Received input, Outbox out) {
        ValidatorId from = input.from();
        return switch (input.message().message()) {
            case Proposal proposal -> proposal(s, from, proposal, out);
            case Vote vote -> vote(s, from, vote.signed(), out);
            case Certificate certificate -> certificate(s, from, certificate, out);
            case CertificateRequest request -> CatchUp.answer(s, from, request, out);
            case CertificateResponse response -> certificates(s, from, response, out);
            case BlockRequest request -> CatchUp.answer(s, from, request, out);
            case BlockResponse response -> blocks(s, response, out);
            // Execution is not ordering's business: whoever composes both takes these two in.
            case Attestation attestation -> s;
            case Quittance quittance -> s;
        };
    }

    /** A message of one's own counts from the moment it is durable. */
    static State ownMessage(State s, SignedMessage message, Outbox out) {
        if (message.signed().view().compareTo(s.certificates().finalizedView()) < 0) {
            return s;
        }
        return switch (message) {
            case Vote vote -> learn(
                    s.with(s.votes().with(vote.signed())), vote.signed().statement());
            case Proposal proposal -> {
                State next = s.with(s.proposals().with(proposal.block(), true));
                yield Ancestry.grow(next.with(next.chain().withBody(proposal.block())), out);
            }
        };
    }

    private static State proposal(State s, ValidatorId from, Proposal proposal, Outbox out) {
        State answered = correct(s, from, proposal.signed().view(), out);
        if (!isWelcome(s, proposal.signed()) || !s.proposals().isNews(proposal.block())) {
            return answered;
        }
        out.add(new Event.Receive(proposal.signed()));
        boolean valid = s.config().application().isValid(proposal.payload());
        State next = answered.with(s.proposals().with(proposal.block(), valid));
        ProposalBook.Offer offer = next.proposals().at(proposal.block().view());
        if (offer != null && offer.second() != null) {
            out.add(new Effect.Tell(new Report.TwoProposals(
                    proposal.block().view(), offer.first(), proposal.block())));
        }
        return valid ? Ancestry.store(next, proposal.body(), out) : next;
    }

    private static State vote(State s, ValidatorId from, Signed vote, Outbox out) {
        State answered = correct(s, from, vote.view(), out);
        return isWelcome(s, vote) && s.votes().isNews(vote)
                ? learn(count(answered, vote, out), vote.statement())
                : answered;
    }

    /**
     * A certificate is news of every vote in it, unless there is one for that statement already: so
     * a vote for which the book has no room is still taken in only once.
     */
    private static State certificate(
            State s, ValidatorId from, Certificate certificate, Outbox out) {
        if (!Guards.canHoldCertificate(s, certificate) || hasLearned(s, certificate)) {
            return correct(s, from, certificate.view(), out);
        }
        State next = s;
        for (Signed vote : certificate.votes()) {
            if (!vote.signer().equals(s.self()) && !next.votes().has(vote)) {
                next = count(next, vote, out);
            }
        }
        return next.withLearned(Sorted.with(next.learned(), certificate));
    }

    private static boolean hasLearned(State s, Certificate certificate) {
        return s.learned().stream()
                .anyMatch(other -> other.statement().equals(certificate.statement()));
    }

    private static State certificates(
            State s, ValidatorId from, CertificateResponse response, Outbox out) {
        State next = s;
        for (Certificate certificate : response.certificates()) {
            next = certificate(next, from, certificate, out);
        }
        return next;
    }

    private static State blocks(State s, BlockResponse response, Outbox out) {
        State next = s;
        for (Body body : response.bodies()) {
            next = Ancestry.storeWanted(next, body, out);
        }
        return next;
    }

    /** Enters a vote of another into the book, and convicts its signer if it contradicts itself. */
    private static State count(State s, Signed vote, Outbox out) {
        out.add(new Event.Receive(vote));
        State next = s;
        for (Evidence evidence : s.evidence().findNew(s.votes(), vote)) {
            next = next.with(next.evidence().with(evidence));
            next = Transitions.write(next, new LogRecord.Convicted(evidence), out);
            out.add(new Effect.Tell(new Report.Guilty(evidence)));
        }
        return next.with(next.votes().with(vote));
    }

    /** If the votes for a statement are a quorum now, their certificate is learned. */
    @Spec("Messages!Certified")
    static State learn(State s, Statement statement) {
        if (s.certificates().holds(statement)
                || !s.validators().isQuorum(s.votes().votersFor(statement))) {
            return s;
        }
        List<Certificate> learned = new ArrayList<>(s.learned());
        learned.add(Certificate.of(statement, s.votes().votesFor(statement)));
        return s.withLearned(List.copyOf(learned));
    }

    /** Is it of another validator, and of a view of which messages are kept? */
    private static boolean isWelcome(State s, Signed signed) {
        return !signed.signer().equals(s.self())
                && signed.view().compareTo(s.certificates().finalizedView()) >= 0
                && signed.view().compareTo(s.view().next()) <= 0;
    }

    /** Shows the latest finalization to whoever sends messages of views that are long over. */
    private static State correct(State s, ValidatorId from, View view, Outbox out) {
        if (view.compareTo(s.certificates().finalizedView()) >= 0
                || from.equals(s.self())
                || !s.budget().allowsCorrection(from)) {
            return s;
        }
        out.add(new Effect.SendTo(from, s.certificates().finalization()));
        return s.with(s.budget().withCorrection(from));
    }
}
