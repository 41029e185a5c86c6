package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Four;
import org.quittance.core.consensus.Input;
import org.quittance.core.message.Block;
import org.quittance.core.message.Proposal;

/** What a replica is made of, each part by itself. */
class ReplicaPartsTest {

    private final Four four = new Four();

    @Test
    void aRecordIsAcknowledgedOnce() {
        LogIndexes indexes = new LogIndexes(3);
        assertThat(indexes.place(0)).isEqualTo(3);
        assertThat(indexes.place()).isEqualTo(4);
        assertThat(indexes.place(1)).isEqualTo(5);
        assertThat(indexes.acknowledge(4)).hasValue(0);
        assertThat(indexes.acknowledge(4)).isEmpty();
        assertThat(indexes.acknowledge(5)).hasValue(1);
        assertThatIllegalArgumentException().isThrownBy(() -> indexes.acknowledge(6))
                .withMessageContaining("record 6");
    }

    @Test
    void aBlockOfWhichNothingIsKnownIsCountedFromTheCommittedOne() {
        Block a = four.on(four.genesis, 2);
        BlockHeights heights = new BlockHeights(a, new Height(1));
        Block stranger = four.on(four.on(a, 5), 9);
        assertThat(heights.atMost(stranger.digest(), stranger.view())).isEqualTo(1 + 9 - 2);
    }

    /** Of two blocks of a view one is committed; nothing needs to be known of the other. */
    @Test
    void aBlockOfTheCommittedViewIsForgotten() {
        Block a = four.on(four.genesis, 2);
        Block other = Block.on(four.genesis, Four.view(2), Four.payload("other"));
        BlockHeights heights = new BlockHeights(four.genesis, Height.GENESIS);
        heights.seen(other);
        assertThat(heights.atMost(other.digest(), other.view())).isEqualTo(1);
        heights.committed(a, new Height(7));
        assertThat(heights.atMost(other.digest(), other.view())).isEqualTo(7);
        heights.seen(other);
        assertThat(heights.atMost(other.digest(), other.view())).isEqualTo(7);
    }

    /** Blocks of views 1, 2, ..., each on the one before. */
    private List<Proposal> chain(int length) {
        List<Proposal> chain = new ArrayList<>();
        Block tip = four.genesis;
        for (int view = 1; view <= length; view++) {
            chain.add(four.proposal(tip, view));
            tip = chain.get(chain.size() - 1).block();
        }
        return chain;
    }

    private Input.Received received(Proposal proposal) {
        return four.received(1, proposal);
    }

    @Test
    void aNewQuittanceLetsThroughWhatItCovers() {
        List<Proposal> chain = chain(5);
        BlockHeights heights = new BlockHeights(four.genesis, Height.GENESIS);
        chain.forEach(proposal -> heights.seen(proposal.block()));
        OrderingGate gate = new OrderingGate(2, heights);
        Input.Received third = received(chain.get(2));
        Input.Received fourth = received(chain.get(3));
        Input.Received fifth = received(chain.get(4));
        assertThat(gate.admit(third, chain.get(2), 0)).contains(third);
        assertThat(gate.admit(fourth, chain.get(3), 0)).isEmpty();
        assertThat(gate.admit(fifth, chain.get(4), 0)).isEmpty();
        assertThat(gate.release(1)).containsExactly(fourth);
        assertThat(gate.release(1)).isEmpty();
        assertThat(gate.release(2)).containsExactly(fifth);
    }

    @Test
    void fourProposalsWaitAndTheLatestStay() {
        List<Proposal> chain = chain(8);
        OrderingGate gate =
                new OrderingGate(2, new BlockHeights(four.genesis, Height.GENESIS));
        List<Input.Received> waiting = new ArrayList<>();
        for (Proposal proposal : chain.subList(3, 8)) {
            waiting.add(received(proposal));
            assertThat(gate.admit(waiting.get(waiting.size() - 1), proposal, 0)).isEmpty();
        }
        assertThat(gate.release(99)).isEqualTo(waiting.subList(1, 5));
    }

    @Test
    void theSizeIsThatOfBothParts() {
        Lone lone = new Lone(8);
        lone.receive(1, four.attestation(1, 2, Digest.NONE));
        int ordering = lone.replica.ordering().size();
        assertThat(ordering).isPositive();
        assertThat(lone.replica.size()).isEqualTo(ordering + 1);
    }

    @Test
    void aPayloadThatIsNoneIsNoReasonToFail() {
        Lone lone = new Lone(8);
        long view = lone.next(null).block().view().number();
        lone.receive(1, four.proposal(lone.tip, view, Four.payload("no payload")));
        assertThat(lone.replica.quittance()).isEqualTo(Optional.empty());
        assertThat(lone.replica.divergence()).isEmpty();
    }
}
