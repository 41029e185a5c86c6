package org.quittance.core.consensus;

import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;

/**
 * One rule for each action of the spec: looks for arguments with which its guard holds, and takes
 * the step. Empty if there are none.
 */
final class Rules {

    private Rules() {}

    /** A rule, as the rule table has it. */
    @FunctionalInterface
    interface Rule {

        /** The state after the step, or empty if the rule is not enabled. */
        Optional<State> take(State s, Outbox out);
    }

    static Optional<State> holdCertificate(State s, Outbox out) {
        List<Certificate> learned = s.learned();
        for (int k = 0; k < learned.size(); k++) {
            Certificate c = learned.get(k);
            if (Guards.canHoldCertificate(s, c)) {
                State rest = s.withLearned(learned.subList(k + 1, learned.size()));
                return Optional.of(Transitions.holdCertificate(rest, c, out));
            }
        }
        return Optional.empty();
    }

    static Optional<State> enterView(State s, Outbox out) {
        View v = s.certificates().highestView().next();
        return Guards.canEnterView(s, v)
                ? Optional.of(Transitions.enterView(s, v, out))
                : Optional.empty();
    }

    static Optional<State> propose(State s, Outbox out) {
        Input.PayloadReady ready = s.round().ready();
        Optional<Block> parent = proposableParent(s);
        if (ready == null
                || parent.isEmpty()
                || !parent.get().digest().equals(ready.parent())) {
            return Optional.empty();
        }
        Body b = new Body(Block.on(parent.get(), s.view(), ready.payload()), ready.payload());
        return Guards.canPropose(s, b)
                ? Optional.of(Transitions.propose(s, b, out))
                : Optional.empty();
    }

    static Optional<State> notarize(State s, Outbox out) {
        ProposalBook.@Nullable Offer offer = s.proposals().at(s.view());
        return offer != null && Guards.canNotarize(s, offer.first())
                ? Optional.of(Transitions.notarize(s, offer.first(), out))
                : Optional.empty();
    }

    static Optional<State> nullify(State s, Outbox out) {
        return Guards.canNullify(s, s.view()) && hasReasonToNullify(s)
                ? Optional.of(Transitions.nullify(s, s.view(), out))
                : Optional.empty();
    }

    static Optional<State> finalizeBlock(State s, Outbox out) {
        for (Certificate notarization : s.certificates().notarizationsDownward()) {
            if (Guards.canFinalize(s, notarization.block())) {
                return Optional.of(Transitions.finalizeBlock(s, notarization.block(), out));
            }
        }
        return Optional.empty();
    }

    static Optional<State> persist(State s, Outbox out) {
        return Guards.canPersist(s)
                ? Optional.of(Transitions.persist(s, out))
                : Optional.empty();
    }

    static Optional<State> commit(State s, Outbox out) {
        Optional<List<Block>> path = s.chain().completePath();
        return path.isPresent() && Guards.canCommit(s, path.get())
                ? Optional.of(Transitions.commit(s, path.get(), out))
                : Optional.empty();
    }

    /** Asks for a payload, if this validator should propose and has none for the right parent. */
    static State requestPayload(State s, Outbox out) {
        View v = s.view();
        Optional<Block> parent = proposableParent(s);
        if (parent.isEmpty()
                || s.own().hasSigned(v, Kind.PROPOSE)
                || s.own().hasSigned(v, Kind.NULLIFY)
                || parent.get().digest().equals(s.round().requested())) {
            return s;
        }
        out.add(new Effect.RequestPayload(v, parent.get()));
        return s.with(s.round().withRequested(parent.get().digest()));
    }

    /** The highest notarized block, if this leader may extend it by the parent rule. */
    private static Optional<Block> proposableParent(State s) {
        if (!s.self().equals(s.round().leader())) {
            return Optional.empty();
        }
        for (Certificate notarization : s.certificates().notarizationsDownward()) {
            Block block = notarization.block();
            if (block.view().compareTo(s.view()) < 0) {
                View gap = s.certificates().firstNotNullified(block.view(), s.view());
                return gap.equals(s.view()) ? Optional.of(block) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean hasReasonToNullify(State s) {
        boolean hasVoted = s.own().hasSigned(s.view(), Kind.NOTARIZE);
        return s.round().leaderTimerFired() && !hasVoted
                || s.round().viewTimerFired()
                || isHopeless(s)
                || s.votes().hasNullified(s.round().leader(), s.view());
    }

    /** Is there a proposal that this validator can never vote for? */
    private static boolean isHopeless(State s) {
        ProposalBook.@Nullable Offer offer = s.proposals().at(s.view());
        return offer != null
                && (!offer.valid()
                        || Guards.isBelowFinalized(s, offer.first().parentView())
                        || isOnAnotherThanTheFinalized(s, offer.first()));
    }

    private static boolean isOnAnotherThanTheFinalized(State s, Block block) {
        Block finalized = s.certificates().finalization().block();
        Digest parent = block.parent();
        return block.parentView().equals(finalized.view()) && !parent.equals(finalized.digest());
    }
}
