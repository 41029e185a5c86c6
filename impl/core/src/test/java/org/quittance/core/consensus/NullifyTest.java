package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.base.Digest;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Statement;

class NullifyTest {

    private static final View THREE = Four.view(3);

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final State ready = scene.inView3();

    @TestFactory
    List<DynamicTest> guard() {
        return new Rows()
                .allows("the current view", () -> Guards.canNullify(ready, THREE))
                .allows("after a vote to notarize", () -> Guards.canNullify(
                        scene.voted(ready, Statement.notarize(scene.b)), THREE))
                .rejects("an earlier view", () -> Guards.canNullify(ready, Four.view(2)))
                .rejects("a later view", () -> Guards.canNullify(ready, Four.view(4)))
                .rejects("nullified already", () -> Guards.canNullify(
                        scene.voted(ready, Statement.nullify(THREE)), THREE))
                .rejects("nullified already, but not durably", () -> Guards.canNullify(
                        scene.voting(ready, Statement.nullify(THREE)), THREE))
                .rejects("voted to finalize", () -> Guards.canNullify(
                        scene.voted(ready, Statement.finalization(scene.b)), THREE))
                .rejects("voted to finalize, but not durably", () -> Guards.canNullify(
                        scene.voting(ready, Statement.finalization(scene.b)), THREE))
                .tests();
    }

    @Test
    void withoutAReasonNothingIsNullified() {
        Step step = Simplex.step(ready, new Input.Persisted(-1));
        assertThat(step.events()).isEmpty();
    }

    @Test
    void theLeaderTimerIsAReasonWhileThereIsNoVoteToNotarize() {
        assertThat(Scene.names(Scene.timer(ready, Timer.LEADER))).containsExactly("Nullify");
        State voted = scene.voted(ready, Statement.notarize(scene.b));
        assertThat(Scene.names(Scene.timer(voted, Timer.LEADER))).isEmpty();
    }

    @Test
    void theViewTimerIsAReasonAlsoAfterAVoteToNotarize() {
        State voted = scene.voted(ready, Statement.notarize(scene.b));
        assertThat(Scene.names(Scene.timer(voted, Timer.VIEW))).containsExactly("Nullify");
    }

    @Test
    void aTimerOfAnotherViewIsNone() {
        Step step = Simplex.step(ready, new Input.TimerFired(Timer.VIEW, Four.view(2)));
        assertThat(step.events()).isEmpty();
    }

    @Test
    void anInvalidPayloadIsAReason() {
        Proposal bad = four.proposal(scene.a, 3, Four.payload("bad"));
        Step step = Simplex.step(ready, four.received(0, bad));
        assertThat(Scene.names(step)).containsExactly("Receive", "Nullify");
        assertThat(Scene.only(Effect.Persist.class, step.effects())).hasSize(1);
    }

    @Test
    void aParentBelowTheFinalizedBlockIsAReason() {
        Block final2 = four.on(scene.a, 2);
        State later = scene.holding(ready, four.finalization(final2));
        Step step = Simplex.step(later, four.received(0, scene.proposal(scene.a, 3)));
        assertThat(Scene.names(step)).containsExactly("Receive", "Nullify");
    }

    @Test
    void aParentBesideTheFinalizedBlockIsAReason() {
        Block final2 = four.on(scene.a, 2);
        Block beside = Block.on(scene.a, Four.view(2), Four.payload("beside"));
        State later = scene.holding(ready, four.finalization(final2));
        Step step = Simplex.step(later, four.received(0, scene.proposal(beside, 3)));
        assertThat(Scene.names(step)).containsExactly("Receive", "Nullify");
    }

    @Test
    void aMissingParentIsNoReason() {
        Block unknown = Block.of(0, Four.view(2), Four.view(1), scene.a.digest(), Digest.NONE);
        Step step = Simplex.step(ready, four.received(0, scene.proposal(unknown, 3)));
        assertThat(Scene.names(step)).containsExactly("Receive");
    }

    @Test
    void theLeadersNullifyVoteIsAReason() {
        int leader = four.leader(3);
        Step step = Simplex.step(
                ready, four.received(leader, four.vote(leader, Statement.nullify(THREE))));
        assertThat(Scene.names(step)).containsExactly("Receive", "Nullify");
    }

    @Test
    void anotherValidatorsNullifyVoteIsNone() {
        int other = four.others(1, scene.self, four.leader(3))[0];
        Step step = Simplex.step(
                ready, four.received(other, four.vote(other, Statement.nullify(THREE))));
        assertThat(Scene.names(step)).containsExactly("Receive");
    }
}
