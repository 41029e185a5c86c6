package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Statement;

class ProposeTest {

    private static final Payload PAYLOAD = Four.payload("view 3");

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final int leader = four.leader(3);
    private final State ready = scene.inView3(leader);
    private final Body b = new Body(scene.b, PAYLOAD);

    @TestFactory
    List<DynamicTest> guard() {
        Payload bad = Four.payload("bad");
        Body invalid = new Body(Block.on(scene.a, Four.view(3), bad), bad);
        State low = scene.in(3, scene.holding(scene.fresh(leader), scene.nullificationOf2));
        State gap = scene.in(3, scene.holding(scene.fresh(leader), scene.notarizationOfA));
        Block higher = four.on(scene.a, 2);
        State proposed = ready.with(ready.own().withDurable(scene.proposal(scene.a, 3)));
        State proposing = ready.with(ready.own().withPending(0, scene.proposal(scene.a, 3)));
        return new Rows()
                .allows("the leader on the highest notarized block", () -> can(ready))
                .rejects("of another view", () -> can(scene.in(4, ready)))
                .rejects("not the leader", () -> can(scene.inView3()))
                .rejects("not valid", () -> Guards.canPropose(ready, invalid))
                .rejects("proposed already", () -> can(proposed))
                .rejects("proposed already, but not durably", () -> can(proposing))
                .rejects("nullified",
                        () -> can(scene.voted(ready, Statement.nullify(Four.view(3)))))
                .rejects("parent not notarized", () -> can(low))
                .rejects("skipped view not nullified", () -> can(gap))
                .rejects("a higher block is notarized",
                        () -> can(scene.holding(ready, four.notarization(higher))))
                .tests();
    }

    private boolean can(State state) {
        return Guards.canPropose(state, b);
    }

    @Test
    void asksForAPayloadAndProposesItOnce() {
        State lacking = scene.holding(scene.fresh(leader), scene.notarizationOfA);
        Step asked = Simplex.step(
                scene.in(3, scene.voted(lacking, Statement.finalization(scene.a))),
                four.received(0, scene.nullificationOf2));
        assertThat(asked.effects())
                .contains(new Effect.RequestPayload(Four.view(3), scene.a));

        Input ready = new Input.PayloadReady(Four.view(3), scene.a.digest(), PAYLOAD);
        Step proposed = Simplex.step(asked.state(), ready);
        assertThat(Scene.names(proposed)).containsExactly("Propose");
        assertThat(Scene.sends(proposed)).isEmpty();
        assertThat(Simplex.step(proposed.state(), ready).events()).isEmpty();

        Step durable = Scene.acknowledge(proposed);
        assertThat(Scene.names(durable)).containsExactly("Persist", "Notarize");
        assertThat(Scene.sends(durable).map(Effect.Send::message))
                .singleElement().isInstanceOf(Proposal.class);
    }

    @Test
    void aPayloadForAnotherParentOrViewIsIgnored() {
        State asked = Simplex.step(ready, new Input.Persisted(-1)).state();
        assertThat(Simplex.step(asked, new Input.PayloadReady(
                Four.view(3), four.genesis.digest(), PAYLOAD)).events()).isEmpty();
        assertThat(Simplex.step(asked, new Input.PayloadReady(
                Four.view(2), scene.a.digest(), PAYLOAD)).events()).isEmpty();
    }

    @Test
    void aPayloadNobodyAskedForIsIgnored() {
        State other = scene.inView3();
        assertThat(Simplex.step(other, new Input.PayloadReady(
                Four.view(3), scene.a.digest(), PAYLOAD)).events()).isEmpty();
    }

    @Test
    void anInvalidPayloadIsNotProposed() {
        State asked = Simplex.step(ready, new Input.Persisted(-1)).state();
        assertThat(Simplex.step(asked, new Input.PayloadReady(
                Four.view(3), scene.a.digest(), Four.payload("bad"))).events()).isEmpty();
    }

    @Test
    void aHigherNotarizationMakesItAskAgain() {
        State asked = Simplex.step(ready, new Input.Persisted(-1)).state();
        Block higher = four.on(scene.a, 2);
        Step again = Simplex.step(asked, four.received(0, four.notarization(higher)));
        assertThat(again.effects()).contains(new Effect.RequestPayload(Four.view(3), higher));
        assertThat(Simplex.step(again.state(), new Input.PayloadReady(
                Four.view(3), scene.a.digest(), PAYLOAD)).events()).isEmpty();
    }

    @Test
    void aLeaderThatLacksCertificatesAsksForThem() {
        State lacking = scene.in(3, scene.holding(scene.fresh(leader), scene.notarizationOfA));
        Step step = Simplex.step(lacking, new Input.Persisted(-1));
        assertThat(Scene.only(Effect.SendTo.class, step.effects())).hasSize(1);
        assertThat(Scene.only(Effect.RequestPayload.class, step.effects())).isEmpty();
    }
}
