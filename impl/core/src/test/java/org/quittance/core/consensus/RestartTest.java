package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.base.Height;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;

class RestartTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final Block a = scene.a;
    private final Block b = scene.b;
    private final LogRecord commitOfA = new LogRecord.Committed(new Height(1), a);
    private final LogRecord finalizationOfA = new LogRecord.Held(four.finalization(a));

    @TestFactory
    List<DynamicTest> guard() {
        Block other = Block.on(a, b.view(), Four.payload("other"));
        LogRecord notarize = own(Statement.notarize(b));
        LogRecord nullify = own(Statement.nullify(b.view()));
        LogRecord finalize = own(Statement.finalization(b));
        return new Rows()
                .allows("an empty log", () -> starts())
                .allows("a commit with its finalization", () -> starts(finalizationOfA, commitOfA))
                .allows("votes that fit together", () -> starts(notarize, nullify))
                .allows("votes of different views",
                        () -> starts(nullify, own(Statement.nullify(Four.view(4)))))
                .rejects("a commit without its finalization", () -> starts(commitOfA))
                .rejects("a vote twice", () -> starts(nullify, nullify))
                .rejects("two blocks notarized",
                        () -> starts(notarize, own(Statement.notarize(other))))
                .rejects("notarize after nullify", () -> starts(nullify, notarize))
                .rejects("notarize after finalize", () -> starts(finalize, notarize))
                .rejects("nullify and finalize", () -> starts(nullify, finalize))
                .rejects("finalize and nullify", () -> starts(finalize, nullify))
                .rejects("another finalized than notarized",
                        () -> starts(notarize, own(Statement.finalization(other))))
                .rejects("somebody else's vote", () -> starts(new LogRecord.Own(
                        four.vote(four.others(1, scene.self)[0], Statement.nullify(b.view())))))
                .tests();
    }

    private LogRecord own(Statement statement) {
        return new LogRecord.Own(four.vote(scene.self, statement));
    }

    private boolean starts(LogRecord... log) {
        try {
            Simplex.restart(four.config(scene.self), List.of(log));
            return true;
        } catch (InconsistentLogException e) {
            assertThat(e).hasMessageContaining("log");
            return false;
        }
    }

    @Test
    void tellsWhatItReadBackAndMovesOn() throws InconsistentLogException {
        LogRecord vote = own(Statement.notarize(b));
        Step step = restart(
                finalizationOfA, commitOfA, new LogRecord.Held(scene.nullificationOf2), vote);
        assertThat(step.events().get(0)).isEqualTo(new Event.Restart(
                List.of(
                        Certificate.genesisFinalization(four.genesis),
                        Certificate.genesisNotarization(four.genesis),
                        four.finalization(a),
                        scene.nullificationOf2),
                a, Four.view(1), List.of(),
                List.of(four.signed(scene.self, Statement.notarize(b)))));
        assertThat(step.events()).element(1).isEqualTo(new Event.EnterView(Four.view(3)));
        assertThat(step.state().nextIndex()).isEqualTo(4);
        assertThat(step.state().height()).isEqualTo(new Height(1));
    }

    @Test
    void tellsWhatItHoldsAndNotWhatItRead() throws InconsistentLogException {
        Certificate others = four.certificate(Statement.finalization(a), 1, 2, 3);
        Step step = restart(
                new LogRecord.Held(scene.notarizationOfA), finalizationOfA,
                new LogRecord.Held(others), commitOfA);
        Event.Restart event = (Event.Restart) step.events().get(0);
        List<Certificate> held = new ArrayList<>(List.of(
                Certificate.genesisFinalization(four.genesis),
                Certificate.genesisNotarization(four.genesis)));
        held.addAll(step.state().heldCertificates());
        assertThat(event.kept()).isEqualTo(held).hasSize(4).doesNotContain(others);
        assertThat(event.pending()).isEqualTo(step.state().pending()).isEmpty();
        Event.Restart atGenesis = (Event.Restart) restart().events().get(0);
        assertThat(atGenesis.kept()).isEqualTo(scene.fresh().heldCertificates()).hasSize(2);
    }

    @Test
    void sendsItsVotesAgainAndNeverOthers() throws InconsistentLogException {
        Step step = restart(
                new LogRecord.Held(scene.notarizationOfA),
                new LogRecord.Held(scene.nullificationOf2),
                own(Statement.notarize(b)));
        assertThat(Scene.sends(step).<Message>map(Effect.Send::message))
                .contains(four.vote(scene.self, Statement.notarize(b)));
        Step other = Simplex.step(step.state(), four.received(
                0, four.proposal(a, 3, Four.payload("other"))));
        assertThat(Scene.names(other)).doesNotContain("Notarize");
    }

    @Test
    void itsOwnVotesCount() throws InconsistentLogException {
        Step step = restart(own(Statement.nullify(Four.view(1))));
        int[] others = four.others(2, scene.self);
        State one = four.after(step.state(), four.vote(others[0], Statement.nullify(Four.view(1))));
        Step two = Simplex.step(one, four.received(
                others[1], four.vote(others[1], Statement.nullify(Four.view(1)))));
        assertThat(Scene.names(two)).contains("HoldCertificate", "EnterView");
    }

    @Test
    void aLoneValidatorFormsItsCertificatesAgain() throws InconsistentLogException {
        Four one = new Four(Four.weighted(1));
        SignedMessage vote = one.vote(0, Statement.nullify(Four.view(1)));
        Step step = Simplex.restart(one.config(0), List.of(new LogRecord.Own(vote)));
        assertThat(Scene.names(step)).startsWith("Restart", "HoldCertificate", "EnterView");
    }

    @Test
    void aProposalIsNotMadeTwice() throws InconsistentLogException {
        int leader = four.leader(1);
        Step step = Simplex.restart(four.config(leader),
                List.of(new LogRecord.Own(scene.proposal(four.genesis, 1))));
        assertThat(Scene.only(Effect.RequestPayload.class, step.effects())).isEmpty();
        assertThat(Scene.names(step)).contains("Notarize").doesNotContain("Propose");
    }

    @Test
    void evidenceIsNotFoundTwiceButItsOtherHalfMayBeInTheLog() throws InconsistentLogException {
        int culprit = four.others(1, scene.self)[0];
        int[] signers = four.others(3, scene.self);
        Certificate notarization = four.certificate(Statement.notarize(a), signers);
        Block other = Block.on(four.genesis, Four.view(1), Four.payload("other"));
        Step step = restart(new LogRecord.Held(notarization));
        Step found = Simplex.step(step.state(), four.received(
                culprit, four.vote(culprit, Statement.notarize(other))));
        Evidence evidence = Evidence.of(
                four.signed(culprit, Statement.notarize(a)),
                four.signed(culprit, Statement.notarize(other))).orElseThrow();
        assertThat(found.effects()).contains(new Effect.Tell(new Report.Guilty(evidence)));
        assertThat(Scene.only(Effect.Persist.class, found.effects()))
                .extracting(Effect.Persist::record).contains(new LogRecord.Convicted(evidence));

        Step again = restart(
                new LogRecord.Held(notarization), new LogRecord.Convicted(evidence));
        Step known = Simplex.step(again.state(), four.received(
                culprit, four.vote(culprit, Statement.notarize(other))));
        assertThat(Scene.only(Effect.Tell.class, known.effects())).isEmpty();
    }

    @Test
    void votesBelowTheTipAreNotNeeded() throws InconsistentLogException {
        Step step = restart(own(Statement.nullify(a.view())), finalizationOfA, commitOfA);
        assertThat(step.state().durable()).isEmpty();
        // It nullified view 1, in which a is final: it must not vote to finalize a now.
        Step notarized = Simplex.step(step.state(), four.received(0, scene.notarizationOfA));
        assertThat(Scene.names(notarized)).contains("HoldCertificate").doesNotContain("Finalize");
    }

    @Test
    void messagesVerifiedForAnotherChainAreADriversMistake() {
        Four elsewhere = Fixtures.onChain(four, "elsewhere");
        Input foreign = elsewhere.received(0, elsewhere.nullification(1));
        assertThatThrownBy(() -> Simplex.step(scene.fresh(), foreign))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Step restart(LogRecord... log) throws InconsistentLogException {
        return Simplex.restart(four.config(scene.self), new ArrayList<>(List.of(log)));
    }
}
