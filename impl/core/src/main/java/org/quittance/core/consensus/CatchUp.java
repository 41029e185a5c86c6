package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;

/**
 * Asks others for certificates and blocks that are missing, and answers those who ask.
 *
 * <p>One request of each kind is out at a time. It is made when the need arises, and again, to
 * another validator, with each rebroadcast for as long as the need lasts.
 *
 * @param attempt counts rebroadcasts, so that requests go round among the others
 * @param askedBlock the block asked for; {@link Digest#NONE} if none is
 * @param askedViews the certificates asked for, if any are
 */
record CatchUp(long attempt, Digest askedBlock, @Nullable CertificateRequest askedViews) {

    static CatchUp none() {
        return new CatchUp(0, Digest.NONE, null);
    }

    private boolean hasAskedFor(CertificateRequest views) {
        return askedViews != null && askedViews.equals(views);
    }

    /** A rebroadcast is due: asks again, others than before, for whatever is still missing. */
    static State askAgain(State s, Outbox out) {
        State again = s.with(new CatchUp(s.catchUp().attempt + 1, Digest.NONE, null));
        Digest unseen = notarizedWithoutBody(again);
        return Ancestry.missing(again).equals(Digest.NONE) && !unseen.equals(Digest.NONE)
                ? askForBlock(again, unseen, 1, out)
                : again;
    }

    /** Asks for what is missing, unless that was asked for already. */
    static State ask(State s, Outbox out) {
        Digest block = Ancestry.missing(s);
        boolean isNewBlock = !block.equals(Digest.NONE)
                && !block.equals(s.catchUp().askedBlock);
        State next = isNewBlock ? askForBlock(s, block, BlockResponse.MAX_SIZE, out) : s;
        Optional<CertificateRequest> views = missingViews(next);
        return views.isPresent() && !next.catchUp().hasAskedFor(views.get())
                ? askForViews(next, views.get(), out)
                : next;
    }

    /** Answers with certificates of those views, and the latest finalization if that is later. */
    static State answer(State s, ValidatorId from, CertificateRequest request, Outbox out) {
        List<Certificate> answer = new ArrayList<>();
        Certificate finalization = s.certificates().finalization();
        if (finalization.view().compareTo(request.from()) >= 0) {
            answer.add(finalization);
        }
        for (Certificate held : s.certificates().between(request.from(), request.to())) {
            if (answer.size() < CertificateResponse.MAX_SIZE && !held.equals(finalization)) {
                answer.add(held);
            }
        }
        answer.removeIf(certificate -> certificate.view().isGenesis());
        if (answer.isEmpty() || from.equals(s.self()) || !s.budget().allowsAnswer(from)) {
            return s;
        }
        out.add(new Effect.SendTo(from, new CertificateResponse(answer)));
        return s.with(s.budget().withAnswer(from));
    }

    /** Has the driver answer: blocks are in its log. */
    static State answer(State s, ValidatorId from, BlockRequest request, Outbox out) {
        if (from.equals(s.self()) || !s.budget().allowsAnswer(from)) {
            return s;
        }
        out.add(new Effect.ServeBlocks(from, request));
        return s.with(s.budget().withAnswer(from));
    }

    private static State askForBlock(State s, Digest digest, int limit, Outbox out) {
        toPeer(s, s.catchUp().attempt, new BlockRequest(digest, limit), out);
        return s.with(new CatchUp(s.catchUp().attempt, digest, s.catchUp().askedViews));
    }

    private static State askForViews(State s, CertificateRequest request, Outbox out) {
        CatchUp asked = s.catchUp();
        toPeer(s, asked.attempt, request, out);
        return s.with(new CatchUp(asked.attempt, asked.askedBlock, request));
    }

    /** The leader first, since it must have what its proposal needs; then the others. */
    private static void toPeer(
            State s, long attempt, Message request, Outbox out) {
        int size = s.validators().size();
        int start = s.round().leader().index();
        for (int k = 0; k < size; k++) {
            ValidatorId peer = new ValidatorId((int) ((start + attempt + k) % size));
            if (!peer.equals(s.self())) {
                out.add(new Effect.SendTo(peer, request));
                return;
            }
        }
    }

    /** The highest notarized block without its payload. It may become final, so it is fetched. */
    private static Digest notarizedWithoutBody(State s) {
        for (Certificate notarization : s.certificates().notarizationsDownward()) {
            Block block = notarization.block();
            if (block.view().compareTo(s.committed().view()) > 0 && !s.chain().hasBody(block)) {
                return block.digest();
            }
        }
        return Digest.NONE;
    }

    /** Certificates without which this validator can neither propose nor vote in this view. */
    private static Optional<CertificateRequest> missingViews(State s) {
        if (s.own().hasSigned(s.view(), Kind.NULLIFY)) {
            return Optional.empty();
        }
        ProposalBook.@Nullable Offer offer = s.proposals().at(s.view());
        if (offer != null) {
            return Guards.isBelowFinalized(s, offer.first().parentView())
                    ? Optional.empty()
                    : missingBelow(s, offer.first());
        }
        return s.self().equals(s.round().leader())
                ? missingFrom(s, s.certificates().highestNotarizedBelow(s.view()))
                : Optional.empty();
    }

    private static Optional<CertificateRequest> missingBelow(State s, Block block) {
        return s.certificates().holdsNotarizationOfParentOf(block)
                ? missingFrom(s, block.parentView())
                : Optional.of(new CertificateRequest(block.parentView(), s.view().previous()));
    }

    private static Optional<CertificateRequest> missingFrom(State s, View notarized) {
        View gap = s.certificates().firstNotNullified(notarized, s.view());
        return gap.equals(s.view())
                ? Optional.empty()
                : Optional.of(new CertificateRequest(gap, s.view().previous()));
    }
}
