package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.base.View;

class EnterViewTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;

    @TestFactory
    List<DynamicTest> guard() {
        State holdsNone = scene.fresh();
        State notarized = scene.holding(holdsNone, scene.notarizationOfA);
        State nullified = scene.holding(holdsNone, scene.nullificationOf2);
        State finalized = scene.holding(holdsNone, four.finalization(scene.b));
        return new Rows()
                .allows("after a notarization", () -> can(notarized, 2))
                .allows("after a nullification, skipping one", () -> can(nullified, 3))
                .allows("after a finalization, skipping two", () -> can(finalized, 4))
                .rejects("view 0", () -> Guards.canEnterView(notarized, View.GENESIS))
                .rejects("the current view", () -> can(scene.in(2, notarized), 2))
                .rejects("an earlier view", () -> can(scene.in(3, notarized), 2))
                .rejects("no certificate", () -> can(holdsNone, 2))
                .rejects("a certificate of an earlier view only", () -> can(notarized, 3))
                .tests();
    }

    private static boolean can(State state, long view) {
        return Guards.canEnterView(state, Four.view(view));
    }

    @Test
    void goesToTheHighestViewAtOnceAndSetsBothTimers() {
        Step step = Simplex.step(scene.fresh(), four.received(0, four.nullification(7)));
        assertThat(step.events()).contains(new Event.EnterView(Four.view(8)));
        assertThat(Scene.names(step).stream().filter("EnterView"::equals)).hasSize(1);
        assertThat(Scene.only(Effect.SetTimer.class, step.effects()))
                .extracting(Effect.SetTimer::timer)
                .containsExactly(Timer.LEADER, Timer.VIEW);
        assertThat(Scene.only(Effect.SetTimer.class, step.effects()))
                .allMatch(timer -> timer.view().equals(Four.view(8)));
    }

    @Test
    void forgetsWhatTimersSaidBefore() {
        State fired = Scene.timer(scene.fresh(), Timer.VIEW).state();
        State next = four.after(fired, four.nullification(1));
        assertThat(next.view()).isEqualTo(Four.view(2));
        assertThat(next.round().viewTimerFired()).isFalse();
    }
}
