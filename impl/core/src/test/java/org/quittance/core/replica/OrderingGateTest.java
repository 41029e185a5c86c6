package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.EvidenceCommands;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;

/** System!CanOrder, as each validator sees to it for itself. */
class OrderingGateTest {

    private final Lone lone = new Lone(2);

    @Test
    void aProposalIsHeldBackUntilThereIsAQuittance() {
        growTo(3);
        Body body = lone.next(null);
        lone.receive(1, lone.proposal(body));
        assertThat(hasNotarized(body)).isFalse();
        // A quittance for the first block: the parent is two blocks beyond it, which is allowed.
        lone.receive(1, lone.four.quittance(1, lone.root(1), 1, 2, 3));
        assertThat(hasNotarized(body)).isTrue();
    }

    @Test
    void aProposalWithinTheLagIsNot() {
        growTo(2);
        Body body = lone.next(null);
        lone.receive(1, lone.proposal(body));
        assertThat(hasNotarized(body)).isTrue();
    }

    @Test
    void aProposalMayBringTheQuittanceThatItNeeds() {
        growTo(3);
        Body body = lone.next(lone.four.quittance(2, lone.root(2), 1, 2, 3));
        lone.receive(1, lone.proposal(body));
        assertThat(hasNotarized(body)).isTrue();
    }

    @Test
    void itsParentsHeightCountsNotThatOfTheLastFinalBlock() {
        growTo(2);
        // Two blocks on their way to finality, the second of which goes too far.
        Body third = lone.next(null);
        lone.receive(1, lone.proposal(third));
        lone.receive(1, lone.four.certificate(Statement.notarize(third.block()), 1, 2, 3));
        lone.tip = third.block();
        Body fourth = lone.next(null);
        lone.receive(1, lone.proposal(fourth));
        assertThat(hasNotarized(third)).isTrue();
        assertThat(hasNotarized(fourth)).isFalse();
    }

    /** Of what waits nothing is looked at again before there is a newer quittance. */
    @Test
    void whatBecomesKnownOfItsParentLetsNoProposalThrough() {
        growTo(1);
        Body parent = afterAGap();
        lone.tip = parent.block();
        Body body = lone.next(null);
        lone.receive(1, lone.proposal(body));
        lone.receive(1, lone.four.certificate(Statement.notarize(parent.block()), 1, 2, 3));
        lone.receive(1, lone.four.certificate(Statement.finalization(parent.block()), 1, 2, 3));
        lone.receive(1, new BlockResponse(List.of(parent)));
        assertThat(hasNotarized(body)).isFalse();
        lone.receive(1, lone.four.quittance(1, lone.root(1), 1, 2, 3));
        assertThat(hasNotarized(body)).isTrue();
    }

    @Test
    void heightsOfBlocksInTheLogAreKnownEvenAfterARestart() throws Exception {
        growTo(1);
        Body parent = afterAGap();
        notarized(parent);
        Body body = lone.next(null);
        List<LogRecord> log = List.copyOf(lone.log);
        lone.receive(1, lone.proposal(body));
        assertThat(hasNotarized(body)).isTrue();
        lone.log.clear();
        lone.replica = Replica.restart(lone.config,
                SettlementExecution.genesis(Market.GENESIS, EventSink.NONE), log).replica();
        lone.receive(1, lone.proposal(body));
        assertThat(hasNotarized(body)).isTrue();
    }

    /** However late the views of blocks below the last final one. */
    @Test
    void whatIsUnknownIsCountedFromTheLastFinalBlock() {
        growTo(1);
        Body late = afterAGap();
        lone.receive(1, lone.four.certificate(Statement.notarize(late.block()), 1, 2, 3));
        lone.receive(1, lone.four.certificate(Statement.finalization(late.block()), 1, 2, 3));
        lone.receive(1, new BlockResponse(List.of(late)));
        lone.tip = late.block();
        lone.receive(1, lone.four.quittance(2, lone.root(1), 1, 2, 3));
        Body unknown = lone.next(null);
        lone.receive(1, lone.four.certificate(Statement.notarize(unknown.block()), 1, 2, 3));
        lone.tip = unknown.block();
        Body body = lone.next(null);
        lone.receive(1, lone.proposal(body));
        assertThat(hasNotarized(body)).isTrue();
    }

    private void notarized(Body body) {
        lone.receive(1, lone.proposal(body));
        lone.receive(1, lone.four.certificate(Statement.notarize(body.block()), 1, 2, 3));
        lone.tip = body.block();
    }

    /** A block on the tip, with five views between them at least, which are over. */
    private Body afterAGap() {
        long view = lone.tip.view().number() + 1;
        for (int skipped = 0; skipped < 5 || lone.four.leader(view) == 0; skipped++) {
            lone.receive(1, lone.four.certificate(Statement.nullify(Four.view(view)), 1, 2, 3));
            view++;
        }
        Payload payload = Lone.payload(null);
        return new Body(Block.on(lone.tip, Four.view(view), payload), payload);
    }

    @Test
    void noPayloadIsAskedForUntilThereIsAQuittance() {
        growTo(3);
        lead();
        assertThat(requested()).isFalse();
        lone.receive(1, lone.four.quittance(1, lone.root(1), 1, 2, 3));
        assertThat(requested()).isTrue();
        assertThat(lone.requests().stream().filter(this::isForNow)).hasSize(1);
    }

    @Test
    void theLeadersBlockCarriesTheNewestQuittanceAndTheCommands() throws Exception {
        growTo(2);
        lead();
        Quittance quittance = lone.four.quittance(2, lone.root(2), 1, 2, 3);
        lone.receive(1, lone.four.quittance(1, lone.root(1), 1, 2, 3));
        lone.receive(1, quittance);
        Effect.RequestPayload request = lone.requests().get(lone.requests().size() - 1);
        SealedCommand command = Market.seal(new Command.Resume(0), 210, 211);
        lone.input(new ReplicaInput.Commands(
                request.view(), request.parent().digest(), List.of(command)));
        assertThat(PayloadCodec.decode(proposed(request).payload())).isEqualTo(
                new BlockContents(Optional.of(quittance), List.of(command)));
    }

    @Test
    void aQuittanceIsCarriedOnce() throws Exception {
        growTo(2);
        Quittance quittance = lone.four.quittance(1, lone.root(1), 1, 2, 3);
        lone.execute(lone.finalizeNext(quittance));
        assertThat(lone.replica.quittance()).contains(quittance);
        lead();
        Effect.RequestPayload request = lone.requests().get(lone.requests().size() - 1);
        lone.input(new ReplicaInput.Commands(
                request.view(), request.parent().digest(), List.of()));
        assertThat(PayloadCodec.decode(proposed(request).payload()))
                .isEqualTo(BlockContents.empty());
    }

    private void lead() {
        while (lone.four.leader(lone.replica.ordering().view().number()) != 0) {
            long view = lone.replica.ordering().view().number();
            lone.receive(1, lone.four.certificate(
                    Statement.nullify(Four.view(view)), 1, 2, 3));
        }
    }

    private Proposal proposed(Effect.RequestPayload request) {
        LogRecord own = lone.log.stream()
                .filter(record -> record instanceof LogRecord.Own(Proposal proposal)
                        && proposal.block().view().equals(request.view()))
                .findFirst().orElseThrow();
        return (Proposal) ((LogRecord.Own) own).message();
    }

    /** Nobody votes for a block with such a command, and the view would be lost. */
    @Test
    void whatMayNotBeInABlockIsLeftOutOfIt() throws Exception {
        lead();
        Effect.RequestPayload request = lone.requests().get(lone.requests().size() - 1);
        SealedCommand good = Market.seal(new Command.Resume(0), 210, 211);
        SealedCommand forged = new SealedCommand(new Command.Resume(1), good.seals());
        Signed nullify = lone.four.signed(1, Statement.nullify(Four.view(3)));
        Signed finalize = lone.four.signed(1, Statement.finalization(
                lone.four.on(lone.four.genesis, 3)));
        SealedCommand falseEvidence = Market.seal(EvidenceCommands.of(Evidence.of(nullify,
                new Signed(Four.id(1), finalize.statement(), nullify.signature())).orElseThrow()));
        ReplicaStep step = lone.replica.step(new ReplicaInput.Commands(request.view(),
                request.parent().digest(), List.of(forged, falseEvidence, good)));
        lone.take(step);
        Proposal proposal = proposed(request);
        assertThat(PayloadCodec.decode(proposal.payload()).commands()).containsExactly(good);
        assertThat(lone.config.ordering().application().isValid(proposal.payload())).isTrue();
        assertThat(step.leftOut()).containsExactly(forged, falseEvidence);
    }

    @Test
    void heightsAreCountedAsFarAsBlocksAreKnown() {
        Four four = new Four();
        BlockHeights heights = new BlockHeights(four.genesis, Height.GENESIS);
        Block a = four.on(four.genesis, 2);
        Block b = four.on(a, 5);
        Block c = four.on(b, 6);
        assertThat(heights.atMost(four.genesis.digest(), four.genesis.view())).isZero();
        // Nothing is known of what lies below: there is at most one block in each view.
        assertThat(heights.atMost(c.digest(), c.view())).isEqualTo(6);
        heights.seen(c);
        assertThat(heights.atMost(c.digest(), c.view())).isEqualTo(1 + 5);
        heights.seen(b);
        assertThat(heights.atMost(c.digest(), c.view())).isEqualTo(2 + 2);
        heights.seen(a);
        assertThat(heights.atMost(c.digest(), c.view())).isEqualTo(3);
        heights.committed(a, new Height(1));
        assertThat(heights.atMost(c.digest(), c.view())).isEqualTo(3);
        assertThat(heights.atMost(a.digest(), a.view())).isEqualTo(1);
    }

    @Test
    void theLagIsAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lone(0));
    }

    private void growTo(long height) {
        while (lone.height < height) {
            lone.grow();
        }
        lone.sync();
    }

    private boolean requested() {
        return lone.requests().stream().anyMatch(this::isForNow);
    }

    private boolean isForNow(Effect.RequestPayload request) {
        return request.view().equals(lone.replica.ordering().view());
    }

    private boolean hasNotarized(Body body) {
        return lone.log.stream().anyMatch(record ->
                record instanceof LogRecord.Own(SignedMessage message)
                        && message instanceof Vote
                        && message.signed().kind() == Kind.NOTARIZE
                        && message.signed().block().equals(body.block()));
    }
}
