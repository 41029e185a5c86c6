package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Message;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Statement;

class RebroadcastTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;

    @Test
    void sendsCertificatesFromTheLatestFinalizationOn() {
        State state = scene.holding(scene.inView3(),
                four.notarization(scene.b), four.finalization(scene.b));
        State next = four.after(scene.in(4, state), four.nullification(4));
        assertThat(sent(next)).contains(
                four.finalization(scene.b), four.notarization(scene.b), four.nullification(4))
                .doesNotContain(scene.notarizationOfA, scene.nullificationOf2);
    }

    @Test
    void sendsNothingOfGenesis() {
        assertThat(sent(scene.fresh())).isEmpty();
    }

    @Test
    void sendsItsVotesOfThisViewAndTheOneBefore() {
        State state = scene.voted(scene.voted(scene.voted(scene.in(4, scene.inView3()),
                Statement.notarize(scene.b)),
                Statement.nullify(Four.view(4))),
                Statement.nullify(Four.view(2)));
        assertThat(sent(state)).contains(
                four.vote(scene.self, Statement.notarize(scene.b)),
                four.vote(scene.self, Statement.nullify(Four.view(4))))
                .doesNotContain(four.vote(scene.self, Statement.nullify(Four.view(2))));
    }

    @Test
    void sendsItsProposal() {
        int leader = four.leader(3);
        State state = scene.inView3(leader);
        Proposal proposal = scene.proposal(scene.a, 3);
        assertThat(sent(state.with(state.own().withDurable(proposal)))).contains(proposal);
    }

    @Test
    void sendsNothingThatIsNotDurable() {
        State state = scene.voting(scene.inView3(), Statement.nullify(Four.view(3)));
        assertThat(sent(state))
                .doesNotContain(four.vote(scene.self, Statement.nullify(Four.view(3))));
    }

    @Test
    void sendsALimitedNumberOfCertificatesTheLatest() {
        State state = scene.fresh();
        for (long view = 1; view <= 100; view++) {
            state = scene.holding(state, four.nullification(view));
        }
        List<Message> sent = sent(scene.in(101, state));
        assertThat(sent).hasSizeLessThan(30).contains(four.nullification(100));
    }

    @Test
    void comesAgain() {
        Step step = Scene.timer(scene.inView3(), Timer.REBROADCAST);
        assertThat(step.effects()).contains(new Effect.SetTimer(
                Timer.REBROADCAST, Four.view(0), Four.TIMING.rebroadcast()));
        assertThat(step.events()).isEmpty();
    }

    @Test
    void whoeverIsBehindGetsToTheSenderView() {
        State ahead = scene.holding(scene.inView3(), four.finalization(scene.b));
        State behind = scene.fresh();
        for (Message message : sent(scene.in(4, ahead))) {
            if (message instanceof Certificate) {
                behind = four.after(behind, message);
            }
        }
        assertThat(behind.view()).isEqualTo(Four.view(4));
    }

    private static List<Message> sent(State state) {
        return Scene.sends(Scene.timer(state, Timer.REBROADCAST))
                .<Message>map(Effect.Send::message).toList();
    }
}
