package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timer;
import org.quittance.core.message.Body;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.settlement.commit.Snapshot;

/** What goes to ordering, and what comes of it; and what an operator is told. */
class ReplicaOrderingTest {

    private final Lone lone = new Lone(8);

    @Test
    void itSetsItsTimerWhenItBegins() {
        assertThat(lone.effects).anyMatch(effect ->
                effect instanceof ReplicaEffect.Ordering(Effect.SetTimer set)
                        && set.timer() == Timer.VIEW);
    }

    @Test
    void theTimerReachesOrdering() {
        lone.input(new Input.TimerFired(Timer.VIEW, lone.replica.ordering().view()));
        assertThat(lone.log).anyMatch(record ->
                record instanceof LogRecord.Own(SignedMessage message)
                        && message.signed().kind() == Kind.NULLIFY);
    }

    @Test
    void aVoteIsSentOnceItIsDurable() {
        Body body = lone.next(null);
        lone.receive(1, lone.proposal(body));
        var vote = lone.four.vote(0, Statement.notarize(body.block()));
        assertThat(lone.sent()).doesNotContain(vote);
        lone.sync();
        assertThat(lone.sent()).containsOnlyOnce(vote);
    }

    @Test
    void theDriverIsAskedForWhatIsFinal() {
        Body body = lone.finalizeNext(null);
        assertThat(lone.effects).contains(new ReplicaEffect.Ordering(
                new Effect.Execute(new Height(1), body.block())));
    }

    @Test
    void aDivergenceIsDescribedAndItsFirstDifferenceFound() {
        lone.grow();
        Snapshot mine = lone.replica.execution().snapshot();
        lone.grow();
        Snapshot theirs = lone.replica.execution().snapshot();
        Divergence divergence = new Divergence(
                mine.root(), lone.four.quittance(7, theirs.root(), 1, 2, 3));
        assertThat(divergence.describe())
                .contains("block 7 ", mine.root().hex(), theirs.root().hex());
        assertThat(divergence.firstDifference(mine, theirs)).isPresent();
        assertThat(divergence.firstDifference(mine, mine)).isEmpty();
        assertThat(divergence.firstDifference(theirs, theirs)).isEmpty();
        assertThat(divergence.firstDifference(theirs, mine)).isEmpty();
        Divergence other = new Divergence(
                theirs.root(), lone.four.quittance(7, mine.root(), 1, 2, 3));
        assertThat(other.firstDifference(mine, theirs)).isEmpty();
    }
}
