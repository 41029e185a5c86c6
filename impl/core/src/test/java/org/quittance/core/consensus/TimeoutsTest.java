package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.function.LongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.message.Certificate;

class TimeoutsTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;

    @Property
    void doublesExactlyUpToTheLimit(
            @ForAll @LongRange(min = 1) long base,
            @ForAll @IntRange(max = 200) int times,
            @ForAll @LongRange(min = 1) long more) {
        long most = Math.max(base, more);
        BigInteger exact = BigInteger.valueOf(base).shiftLeft(times);
        assertThat(BigInteger.valueOf(Timeouts.doubled(base, times, most)))
                .isEqualTo(exact.min(BigInteger.valueOf(most)));
    }

    @Test
    void doublesWhatIsJustHalfOfTheLimit() {
        assertThat(Timeouts.doubled(2, 1, 4)).isEqualTo(4);
        assertThat(Timeouts.doubled(2, 1, 5)).isEqualTo(4);
        assertThat(Timeouts.doubled(3, 1, 5)).isEqualTo(5);
    }

    @TestFactory
    List<DynamicTest> eachViewSinceTheLatestFinalBlockDoublesThemHoweverItEnded() {
        return new Rows()
                .allows("given up", () -> growsWhenViewsEndIn(four::nullification))
                .allows("notarized and not final", () -> growsWhenViewsEndIn(
                        view -> four.notarization(four.on(four.genesis, view))))
                .tests();
    }

    private boolean growsWhenViewsEndIn(LongFunction<Certificate> end) {
        State state = scene.fresh();
        long view = Four.TIMING.view();
        long leader = Four.TIMING.leader();
        assertThat(Timeouts.view(state)).isEqualTo(view);
        for (int ended = 1; ended <= 6; ended++) {
            state = four.after(state, end.apply(ended));
            assertThat(state.view()).isEqualTo(Four.view(ended + 1));
            // In view 2 nothing is late yet: view 1 may be final in a moment.
            view = ended == 1 ? view : Math.min(2 * view, Four.TIMING.most());
            leader = ended == 1 ? leader : Math.min(2 * leader, Four.TIMING.most());
            assertThat(Timeouts.view(state)).isEqualTo(view);
            assertThat(Timeouts.leader(state)).isEqualTo(leader);
        }
        assertThat(leader).isEqualTo(Four.TIMING.most());
        State done = four.after(state, four.finalization(four.on(four.genesis, 7)));
        assertThat(Timeouts.view(done)).isEqualTo(Four.TIMING.view());
        assertThat(Timeouts.leader(done)).isEqualTo(Four.TIMING.leader());
        return true;
    }

    @Test
    void startAndRestartSetAllTimers() throws InconsistentLogException {
        Config config = four.config(scene.self);
        checkTimers(Simplex.start(config));
        checkTimers(Simplex.restart(config, List.of()));
    }

    private static void checkTimers(Step step) {
        assertThat(Scene.only(Effect.SetTimer.class, step.effects())).containsExactly(
                new Effect.SetTimer(Timer.LEADER, Four.view(1), Four.TIMING.leader()),
                new Effect.SetTimer(Timer.VIEW, Four.view(1), Four.TIMING.view()),
                new Effect.SetTimer(Timer.REBROADCAST, Four.view(0), Four.TIMING.rebroadcast()));
    }

    @Test
    void timingIsInOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(1, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(2, 1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(1, 2, 1, 1));
        assertThat(Timing.usual().view()).isGreaterThanOrEqualTo(Timing.usual().leader());
    }
}
