package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.message.Statement;

class PersistTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;

    @TestFactory
    List<DynamicTest> guard() {
        State waiting = scene.voting(scene.inView3(), Statement.notarize(scene.b));
        State written = acknowledged(waiting, 0);
        return new Rows()
                .allows("the first pending message is written", () -> Guards.canPersist(written))
                .rejects("nothing is pending",
                        () -> Guards.canPersist(acknowledged(scene.inView3(), 9)))
                .rejects("not written yet", () -> Guards.canPersist(waiting))
                .tests();
    }

    private static State acknowledged(State state, long upTo) {
        return state.with(state.own().withAcknowledged(upTo));
    }

    @Test
    void oneEventForEachMessageInOrder() {
        State two = scene.voting(
                scene.voting(scene.inView3(), Statement.notarize(scene.b)),
                Statement.nullify(Four.view(3)));
        Step first = Simplex.step(two, new Input.Persisted(0));
        assertThat(Scene.only(Event.Persist.class, first.events())).singleElement()
                .satisfies(event -> {
                    assertThat(event.pending()).extracting(m -> m.kind().word())
                            .containsExactly("nullify");
                    assertThat(event.durable()).extracting(m -> m.kind().word())
                            .containsExactly("notarize");
                });
        Step second = Simplex.step(first.state(), new Input.Persisted(1));
        assertThat(Scene.only(Event.Persist.class, second.events())).singleElement()
                .satisfies(event -> {
                    assertThat(event.pending()).isEmpty();
                    assertThat(event.durable()).extracting(m -> m.kind().word())
                            .containsExactly("notarize", "nullify");
                });
        assertThat(Scene.only(Event.Persist.class,
                Simplex.step(two, new Input.Persisted(1)).events())).hasSize(2);
    }

    @Test
    void anOldAcknowledgementChangesNothing() {
        State later = acknowledged(scene.inView3().withNextIndex(6), 5);
        State state = Simplex.step(later, new Input.Persisted(2)).state();
        assertThat(state.own().acknowledged()).isEqualTo(5);
    }

    @Test
    void acknowledgingWhatWasNotWrittenIsADriversMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simplex.step(scene.inView3(), new Input.Persisted(0)));
    }

    @Test
    void ownVoteCountsOnceItIsDurable() {
        Statement nullify = Statement.nullify(Four.view(1));
        int[] others = four.others(2, scene.self, four.leader(1));
        State state = scene.fresh();
        for (int other : others) {
            state = four.after(state, four.vote(other, nullify));
        }
        Step signed = Scene.timer(state, Timer.VIEW);
        assertThat(Scene.names(signed)).contains("Nullify").doesNotContain("HoldCertificate");
        Step durable = Scene.acknowledge(signed);
        assertThat(Scene.names(durable))
                .startsWith("Persist", "HoldCertificate", "EnterView");
    }
}
