package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "9999,'9,999'", "10000,10 k", "12345,12.3 k", "999499,999 k", "999500,1 M",
        "-2582903029293,-2.58 T", "9223372036854775807,9.22 E"})
    void briefHasThreeDigits(long value, String words) {
        assertThat(Words.brief(value)).isEqualTo(words);
    }

    @Test
    void ticksAreRoundAndOnTheScale() {
        assertThat(new Scale(93, 411, 0, 1).ticks(5)).containsExactly(100L, 200L, 300L, 400L);
        assertThat(new Scale(0.5, 3.5, 0, 1).ticks(12)).containsExactly(1L, 2L, 3L);
        assertThat(Scale.around(7, 7, 0, 10).at(7)).isEqualTo(5);
        assertThat(new Scale(0, 10, 100, 0).at(10)).isZero();
    }
}
