package org.quittance.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RngTest {

    @Test
    void numbersOfSeedAreThoseOfSplitMix64() {
        Rng rng = new Rng(1234567);
        assertThat(List.of(rng.nextLong(), rng.nextLong(), rng.nextLong()))
                .containsExactly(6457827717110365317L, 3203168211198807973L, -8629252141511181193L);
    }

    @Test
    void streamDependsOnSeedAndNameOnly() {
        Rng drawn = new Rng(1);
        drawn.nextLong();
        assertThat(drawn.split("a").nextLong()).isEqualTo(new Rng(1).split("a").nextLong());
        assertThat(new Rng(1).split("a").nextLong()).isNotEqualTo(new Rng(1).split("b").nextLong());
        assertThat(new Rng(1).split("a").nextLong()).isNotEqualTo(new Rng(2).split("a").nextLong());
    }

    @Test
    void rangesIncludeTheirEnds() {
        Rng rng = new Rng(3);
        List<Long> drawn = IntStream.range(0, 1000).mapToObj(i -> rng.between(-1, 1)).toList();
        assertThat(drawn).contains(-1L, 0L, 1L);
        assertThat(drawn).allMatch(number -> number >= -1 && number <= 1);
    }

    @Test
    void chanceIsRoughlyWhatItSays() {
        Rng rng = new Rng(4);
        long hits = IntStream.range(0, 10_000).filter(i -> rng.chance(250)).count();
        assertThat(hits).isBetween(2_300L, 2_700L);
        assertThat(IntStream.range(0, 100).noneMatch(i -> rng.chance(0))).isTrue();
        assertThat(IntStream.range(0, 100).allMatch(i -> rng.chance(1000))).isTrue();
    }

    @Test
    void shufflingLosesNothing() {
        assertThat(new Rng(5).shuffled(List.of(1, 2, 3, 4, 5)))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void emptyRangesAreRefused() {
        Rng rng = new Rng(6);
        assertThatThrownBy(() -> rng.below(0)).hasMessageContaining("bound");
        assertThatThrownBy(() -> rng.between(2, 1)).hasMessageContaining("empty range 2..1");
    }
}
