package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Payload;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.core.settlement.EventSink;

/** System!CanOrder, where the heights of blocks must be told from their views. */
class OrderingHeightsTest {

    private final Lone lone = new Lone(2);

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

    private void growTo(long height) {
        while (lone.height < height) {
            lone.grow();
        }
        lone.sync();
    }

    private boolean hasNotarized(Body body) {
        return lone.log.stream().anyMatch(record ->
                record instanceof LogRecord.Own(SignedMessage message)
                        && message instanceof Vote
                        && message.signed().kind() == Kind.NOTARIZE
                        && message.signed().block().equals(body.block()));
    }
}
