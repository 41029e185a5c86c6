package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.Body;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.core.settlement.Command;
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
