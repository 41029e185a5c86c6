package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.quittance.core.message.Block;

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
    void eachViewGivenUpDoublesThemAndAFinalBlockResetsThem() {
        State state = scene.fresh();
        long expected = Four.TIMING.view();
        assertThat(Timeouts.view(state)).isEqualTo(expected);
        for (int view = 1; view <= 5; view++) {
            state = four.after(state, four.nullification(view));
            expected = Math.min(2 * expected, Four.TIMING.most());
            assertThat(Timeouts.view(state)).isEqualTo(expected);
            assertThat(Timeouts.leader(state)).isLessThanOrEqualTo(expected);
        }
        assertThat(expected).isEqualTo(Four.TIMING.most());
        Block final6 = four.on(four.genesis, 6);
        state = four.after(state, four.finalization(final6));
        assertThat(Timeouts.view(state)).isEqualTo(Four.TIMING.view());
    }

    @Test
    void startSetsAllTimers() {
        Step step = Simplex.start(four.config(scene.self));
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
