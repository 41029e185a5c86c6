package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Statement;

class FinalizeTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final Block b = scene.b;
    private final Certificate notarizationOfB = four.notarization(b);
    private final State ready = scene.holding(scene.inView3(), notarizationOfB);

    @TestFactory
    List<DynamicTest> guard() {
        Block other = Block.on(scene.a, b.view(), Four.payload("other"));
        Block c = four.on(b, 4);
        return new Rows()
                .allows("a notarized block", () -> can(ready))
                .allows("without a vote to notarize, and of an earlier view",
                        () -> can(scene.in(9, ready)))
                .allows("after a vote to notarize it",
                        () -> can(scene.voted(ready, Statement.notarize(b))))
                .rejects("genesis", () -> Guards.canFinalize(scene.fresh(), four.genesis))
                .rejects("not notarized", () -> can(scene.inView3()))
                .rejects("another is notarized",
                        () -> can(scene.holding(scene.inView3(), four.notarization(other))))
                .rejects("nullified", () -> can(scene.voted(ready, Statement.nullify(b.view()))))
                .rejects("nullified, but not durably",
                        () -> can(scene.voting(ready, Statement.nullify(b.view()))))
                .rejects("voted to finalize already",
                        () -> can(scene.voted(ready, Statement.finalization(b))))
                .rejects("voted to notarize another",
                        () -> can(scene.voted(ready, Statement.notarize(other))))
                .rejects("voted to notarize another, but not durably",
                        () -> can(scene.voting(ready, Statement.notarize(other))))
                .rejects("the leader made two proposals", () -> can(
                        scene.proposed(scene.proposed(ready, b, true), other, true)))
                .rejects("final already",
                        () -> can(scene.holding(ready, four.finalization(b))))
                .rejects("below the finalized block",
                        () -> can(scene.holding(ready, four.finalization(c))))
                .tests();
    }

    private boolean can(State state) {
        return Guards.canFinalize(state, b);
    }

    @Test
    void followsTheNotarization() {
        Step step = Simplex.step(scene.inView3(), four.received(0, notarizationOfB));
        assertThat(Scene.names(step)).endsWith("HoldCertificate", "EnterView", "Finalize");
        assertThat(step.state().pending()).singleElement().satisfies(vote ->
                assertThat(vote.statement()).isEqualTo(Statement.finalization(b)));
    }

    @Test
    void twoProposalsAreToldOfAndHinderIt() {
        Block other = Block.on(scene.a, b.view(), Four.payload("other"));
        Step first = Simplex.step(
                scene.inView3(), four.received(0, scene.proposal(scene.a, 3)));
        Step second = Simplex.step(first.state(), four.received(
                0, four.proposal(scene.a, 3, Four.payload("other"))));
        assertThat(second.effects()).contains(
                new Effect.Tell(new Report.TwoProposals(b.view(), b, other)));
        Step third = Simplex.step(second.state(), four.received(0, notarizationOfB));
        assertThat(Scene.names(third)).contains("EnterView").doesNotContain("Finalize");
    }
}
