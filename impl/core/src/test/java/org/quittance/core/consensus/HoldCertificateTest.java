package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Statement;

class HoldCertificateTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final State fresh = scene.fresh();
    private final Certificate c = scene.notarizationOfA;

    @TestFactory
    List<DynamicTest> guard() {
        State crowded = fresh;
        for (int k = 0; k < CertificateStore.MOST_PER_VIEW; k++) {
            Block one = Block.on(four.genesis, Four.view(1), Four.payload("one of many " + k));
            crowded = scene.holding(crowded, four.notarization(one));
        }
        State full = crowded;
        Four weighted = new Four(Four.weighted(1, 1, 1, 7));
        State unequal = State.initial(weighted.config(0));
        Statement statement = Statement.nullify(Four.view(1));
        return new Rows()
                .allows("a quorum", () -> can(c))
                .allows("a quorum by weight", () -> Guards.canHoldCertificate(
                        unequal, weighted.certificate(statement, 0, 3)))
                .allows("another kind of the same view", () -> Guards.canHoldCertificate(
                        scene.holding(fresh, c), four.nullification(1)))
                .rejects("held already", () -> Guards.canHoldCertificate(
                        scene.holding(fresh, c), c))
                .rejects("held already, with other signers", () -> Guards.canHoldCertificate(
                        scene.holding(fresh, c), four.certificate(c.statement(), 1, 2, 3)))
                .rejects("genesis", () -> can(Certificate.genesisNotarization(four.genesis)))
                .rejects("no quorum", () -> can(four.certificate(c.statement(), 0, 1)))
                .rejects("a signer twice", () -> can(four.certificate(c.statement(), 0, 1, 1)))
                .rejects("a quorum by count but not by weight",
                        () -> Guards.canHoldCertificate(
                                unequal, weighted.certificate(statement, 0, 1, 2)))
                .rejects("below the finalized view", () -> Guards.canHoldCertificate(
                        scene.holding(fresh, four.finalization(scene.b)), c))
                .rejects("many of that view already",
                        () -> Guards.canHoldCertificate(full, c))
                .tests();
    }

    private boolean can(Certificate certificate) {
        return Guards.canHoldCertificate(fresh, certificate);
    }

    @Test
    void aReceivedOneIsUnpackedKeptWrittenAndSentOnce() {
        Step step = Simplex.step(fresh, four.received(0, c));
        long others = c.signers().stream().filter(i -> i.index() != scene.self).count();
        assertThat(Scene.only(Event.Receive.class, step.events())).hasSize((int) others);
        assertThat(Scene.only(Event.HoldCertificate.class, step.events())).singleElement()
                .isEqualTo(new Event.HoldCertificate(c, c.signers(), List.of(c)));
        assertThat(Scene.only(Effect.Persist.class, step.effects()).get(0).record())
                .isEqualTo(new LogRecord.Held(c));
        assertThat(step.effects()).contains(new Effect.Send(c));
        assertThat(Simplex.step(step.state(), four.received(1, c)).events()).isEmpty();
    }

    /** Others may lack it if they are no further than this validator; old ones they asked for. */
    @Test
    void onesOfTheViewBeforeAreSentAndOlderOnesAreNot() {
        State in3 = scene.in(3, scene.holding(fresh, c));
        assertThat(Simplex.step(in3, four.received(0, scene.nullificationOf2)).effects())
                .contains(new Effect.Send(scene.nullificationOf2));
        Step old = Simplex.step(in3, four.received(0, four.nullification(1)));
        assertThat(Scene.names(old)).contains("HoldCertificate");
        assertThat(old.effects()).doesNotContain(new Effect.Send(four.nullification(1)));
    }

    @Test
    void votesAddUpToOne() {
        int[] others = four.others(3, scene.self);
        Statement statement = Statement.nullify(Four.view(1));
        State state = fresh;
        for (int k = 0; k < 2; k++) {
            Step step = Simplex.step(
                    state, four.received(others[k], four.vote(others[k], statement)));
            assertThat(Scene.names(step)).doesNotContain("HoldCertificate");
            state = step.state();
        }
        Step third = Simplex.step(
                state, four.received(others[2], four.vote(others[2], statement)));
        assertThat(Scene.names(third)).contains("HoldCertificate", "EnterView");
    }

    @Test
    void votesForDifferentBlocksDoNotAddUp() {
        int[] others = four.others(3, scene.self);
        State state = fresh;
        for (int k = 0; k < 3; k++) {
            Block one = Block.on(four.genesis, Four.view(1), Four.payload("one of many " + k));
            Step step = Simplex.step(state, four.received(
                    others[k], four.vote(others[k], Statement.notarize(one))));
            assertThat(Scene.names(step)).containsExactly("Receive");
            state = step.state();
        }
    }

    @Test
    void votesAlreadyReceivedAreNotReceivedAgain() {
        int other = four.others(1, scene.self)[0];
        State state = four.after(fresh, four.vote(other, c.statement()));
        Step step = Simplex.step(state, four.received(0, c));
        assertThat(Scene.only(Event.Receive.class, step.events()))
                .noneMatch(event -> event.message().signer().index() == other);
    }

    @Test
    void olderOnesMakeRoomWhenALaterOneIsFinal() {
        State state = four.after(scene.inView3(), four.finalization(scene.b));
        assertThat(state.certificates().finalizedView()).isEqualTo(Four.view(3));
        assertThat(state.votes().byView().firstKey()).isEqualTo(Four.view(3));
        assertThat(Simplex.step(state, four.received(0, four.nullification(1))).events())
                .isEmpty();
    }
}
