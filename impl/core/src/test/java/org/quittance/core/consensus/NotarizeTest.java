package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.message.Block;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Statement;

class NotarizeTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final Block b = scene.b;
    private final State ready = scene.proposed(scene.inView3(), b, true);

    @TestFactory
    List<DynamicTest> guard() {
        Block other = Block.on(scene.a, b.view(), Four.payload("other"));
        State unproposed = scene.inView3();
        State low = scene.in(3, scene.holding(scene.fresh(), scene.nullificationOf2));
        State gap = scene.in(3, scene.holding(scene.fresh(), scene.notarizationOfA));
        Block final2 = four.on(scene.a, 2);
        return new Rows()
                .allows("a valid proposal on a notarized parent", () -> can(ready))
                .allows("after a vote in another view",
                        () -> can(scene.voted(ready, Statement.nullify(Four.view(2)))))
                .rejects("of an earlier view", () -> can(scene.in(4, ready)))
                .rejects("of a later view", () -> can(scene.in(2, ready)))
                .rejects("not proposed", () -> can(unproposed))
                .rejects("not the first proposal",
                        () -> can(scene.proposed(scene.proposed(unproposed, other, true), b, true)))
                .rejects("not valid", () -> can(scene.proposed(unproposed, b, false)))
                .rejects("notarized already",
                        () -> can(scene.voted(ready, Statement.notarize(b))))
                .rejects("notarized another already",
                        () -> can(scene.voting(ready, Statement.notarize(other))))
                .rejects("nullified already",
                        () -> can(scene.voted(ready, Statement.nullify(b.view()))))
                .rejects("nullified already, but not durably",
                        () -> can(scene.voting(ready, Statement.nullify(b.view()))))
                .rejects("voted to finalize already",
                        () -> can(scene.voted(ready, Statement.finalization(b))))
                .rejects("parent not notarized", () -> can(scene.proposed(low, b, true)))
                .rejects("skipped view not nullified", () -> can(scene.proposed(gap, b, true)))
                .rejects("parent below the finalized block",
                        () -> can(scene.holding(ready, four.finalization(final2))))
                .tests();
    }

    private boolean can(State state) {
        return Guards.canNotarize(state, b);
    }

    @Test
    void votesForTheProposalButSendsNothingBeforeItIsDurable() {
        Step step = Simplex.step(
                scene.inView3(), four.received(0, scene.proposal(scene.a, 3)));

        assertThat(Scene.names(step)).containsExactly("Receive", "Notarize");
        assertThat(step.state().pending()).singleElement()
                .satisfies(vote -> assertThat(vote.statement()).isEqualTo(Statement.notarize(b)));
        assertThat(Scene.sends(step)).isEmpty();
        List<Effect.Persist> writes = Scene.only(Effect.Persist.class, step.effects());
        assertThat(writes.get(0).record()).isInstanceOf(LogRecord.Stored.class);
        assertThat(writes.get(1).record()).isInstanceOf(LogRecord.Own.class);

        Step durable = Scene.acknowledge(step);
        assertThat(Scene.names(durable)).containsExactly("Persist");
        assertThat(Scene.sends(durable)).hasSize(1);
        assertThat(durable.state().pending()).isEmpty();
    }

    @Test
    void waitsForTheCertificatesOfTheParentAndAsksForThem() {
        State lacking = scene.in(3, scene.holding(scene.fresh(), scene.nullificationOf2));

        Step step = Simplex.step(lacking, four.received(0, scene.proposal(scene.a, 3)));
        assertThat(Scene.names(step)).containsExactly("Receive");
        assertThat(Scene.only(Effect.SendTo.class, step.effects())).singleElement()
                .satisfies(send -> assertThat(send.to().index()).isEqualTo(four.leader(3)));

        Step then = Simplex.step(step.state(), four.received(0, scene.notarizationOfA));
        assertThat(Scene.names(then)).contains("HoldCertificate", "Notarize");
    }
}
