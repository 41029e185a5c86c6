package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

class CatchUpTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final int peer = four.others(1, scene.self)[0];
    private final int another = four.others(1, scene.self, peer)[0];

    @Test
    void answersWithWhateverItHoldsOfTheViews() {
        State state = scene.inView3();
        assertThat(answer(state, 1, 2))
                .containsExactly(scene.notarizationOfA, scene.nullificationOf2);
        assertThat(answer(state, 2, 2)).containsExactly(scene.nullificationOf2);
        assertThat(answer(state, 7, 9)).isEmpty();
        assertThat(answer(state, 0, Long.MAX_VALUE)).hasSize(2);
    }

    @Test
    void answersWithTheFinalizationWhoeverAsksForLess() {
        State state = scene.holding(scene.inView3(), four.finalization(scene.b));
        assertThat(answer(state, 1, 1).get(0)).isEqualTo(four.finalization(scene.b));
        assertThat(answer(state, 3, 3)).containsExactly(four.finalization(scene.b));
    }

    @Test
    void answersAreLimitedInSizeAndNumber() {
        State state = scene.fresh();
        List<Certificate> held = new ArrayList<>();
        for (long view = 1; view <= 100; view++) {
            held.add(four.nullification(view));
        }
        State many = scene.in(101, scene.holding(state, held.toArray(Certificate[]::new)));
        assertThat(answer(many, 1, 100)).hasSize(CertificateResponse.MAX_SIZE);

        int answers = 0;
        for (int k = 0; k < 100; k++) {
            Step step = ask(many, new CertificateRequest(Four.view(1), Four.view(2)));
            answers += Scene.only(Effect.SendTo.class, step.effects()).size();
            many = step.state();
        }
        assertThat(answers).isEqualTo(PeerBudget.ANSWERS);
        State later = Scene.timer(many, Timer.REBROADCAST).state();
        assertThat(answer(later, 1, 1)).hasSize(1);
    }

    @Test
    void blocksAreServedByTheDriverAndAreLimitedToo() {
        State state = scene.inView3();
        BlockRequest request = new BlockRequest(scene.a.digest(), 5);
        int served = 0;
        for (int k = 0; k < 100; k++) {
            Step step = Simplex.step(state, four.received(peer, request));
            List<Effect.ServeBlocks> effects =
                    Scene.only(Effect.ServeBlocks.class, step.effects());
            assertThat(effects).allMatch(effect ->
                    effect.equals(new Effect.ServeBlocks(Four.id(peer), request))
                            && effect.digest().equals(scene.a.digest()));
            served += effects.size();
            state = step.state();
        }
        assertThat(served).isEqualTo(PeerBudget.ANSWERS);
    }

    @Test
    void asksOnceAndThenAgainAndElsewhereWithEachRebroadcast() {
        State state = four.after(scene.inView3(), four.finalization(scene.b));
        assertThat(requests(Simplex.step(state, new Input.Persisted(-1)))).isEmpty();
        SortedSet<Integer> asked = new TreeSet<>();
        for (int k = 0; k < 8; k++) {
            Step step = Scene.timer(state, Timer.REBROADCAST);
            List<Effect.SendTo> requests = requests(step);
            assertThat(requests).hasSize(1);
            assertThat(requests.get(0).to()).isNotEqualTo(state.self());
            asked.add(requests.get(0).to().index());
            state = step.state();
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void notarizedBlocksAreFetchedTooButNotAtOnce() {
        int self = scene.self;
        Step notarized = Simplex.step(scene.fresh(), four.received(0, scene.notarizationOfA));
        assertThat(requests(notarized)).isEmpty();
        assertThat(notarized.state().view()).isEqualTo(Four.view(2));
        Step due = Scene.timer(notarized.state(), Timer.REBROADCAST);
        assertThat(requests(due)).extracting(Effect.SendTo::message)
                .containsExactly(new BlockRequest(scene.a.digest(), 1));
        assertThat(due.state().self().index()).isEqualTo(self);
    }

    @Test
    void asksFromTheFirstViewThatIsMissing() {
        long top = LongStream.iterate(9, view -> view + 1)
                .filter(view -> four.leader(view) != scene.self).findFirst().orElseThrow();
        State state = scene.in(top, scene.holding(
                scene.fresh(), scene.notarizationOfA, scene.nullificationOf2,
                four.nullification(3), four.nullification(top - 1)));
        Step step = Simplex.step(state, four.received(0, scene.proposal(scene.a, top)));
        assertThat(requests(step)).extracting(Effect.SendTo::message)
                .containsExactly(new CertificateRequest(Four.view(4), Four.view(top - 1)));

        List<Certificate> rest =
                LongStream.range(4, top - 1).mapToObj(four::nullification).toList();
        Step answered = Simplex.step(
                step.state(), four.received(peer, new CertificateResponse(rest)));
        assertThat(Scene.only(Event.Notarize.class, answered.events())).singleElement()
                .satisfies(e -> assertThat(e.block()).isEqualTo(four.on(scene.a, top)));
    }

    @Test
    void aFinalizationAnswersAQuestionForANotarization() {
        State state = scene.in(3, scene.holding(scene.fresh(), scene.nullificationOf2));
        Step step = Simplex.step(state, four.received(0, scene.proposal(scene.a, 3)));
        assertThat(requests(step)).extracting(Effect.SendTo::message)
                .containsExactly(new CertificateRequest(Four.view(1), Four.view(2)));
        Step answered = Simplex.step(step.state(), four.received(
                2, new CertificateResponse(List.of(four.finalization(scene.b)))));
        assertThat(answered.state().view()).isEqualTo(Four.view(4));
    }

    @Test
    void whoeverSendsOldMessagesIsShownTheFinalizationOnce() {
        State state = four.after(scene.inView3(), four.finalization(scene.b));
        Statement old = Statement.nullify(Four.view(1));
        Step first = Simplex.step(state, four.received(peer, four.vote(peer, old)));
        assertThat(first.effects()).containsExactly(
                new Effect.SendTo(Four.id(peer), four.finalization(scene.b)));
        assertThat(first.events()).isEmpty();
        Step second = Simplex.step(first.state(), four.received(peer, four.vote(peer, old)));
        assertThat(second.effects()).isEmpty();
        Step third = Simplex.step(
                second.state(), four.received(another, four.vote(peer, old)));
        assertThat(third.effects()).hasSize(1);
        State later = Scene.timer(third.state(), Timer.REBROADCAST).state();
        Step fourth = Simplex.step(later, four.received(peer, four.vote(peer, old)));
        assertThat(fourth.effects()).hasSize(1);
    }

    @Test
    void messagesOfTheFinalizedViewAreNotOld() {
        State state = four.after(scene.inView3(), four.finalization(scene.b));
        Vote vote = four.vote(peer, Statement.nullify(scene.b.view()));
        Step step = Simplex.step(state, four.received(peer, vote));
        assertThat(step.events()).contains(new Event.Receive(vote.signed()));
        assertThat(Scene.only(Effect.SendTo.class, step.effects())).isEmpty();

        Vote own = four.vote(scene.self, Statement.finalization(scene.b));
        assertThat(state.votes().has(own.signed())).isFalse();
        assertThat(Reception.ownMessage(state, own, new Outbox()).votes().has(own.signed()))
                .isTrue();
    }

    private Step ask(State state, CertificateRequest request) {
        return Simplex.step(state, four.received(peer, request));
    }

    private List<Certificate> answer(State state, long from, long to) {
        Step step = ask(state, new CertificateRequest(Four.view(from), Four.view(to)));
        return Scene.only(Effect.SendTo.class, step.effects()).stream()
                .filter(send -> send.to().equals(Four.id(peer)))
                .flatMap(send -> ((CertificateResponse) send.message()).certificates().stream())
                .toList();
    }

    private static List<Effect.SendTo> requests(Step step) {
        return Scene.only(Effect.SendTo.class, step.effects()).stream()
                .filter(send -> send.message() instanceof BlockRequest
                        || send.message() instanceof CertificateRequest)
                .toList();
    }
}
