package org.quittance.trace.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quittance.trace.specs.Election;

/** The expected leaders were computed with another implementation of the rule, in Python. */
class ElectionTest {

    @Test
    void electsByTheRule() {
        assertThat(leaders("sim", 0, List.of(1, 1, 1, 1)))
                .containsExactly(3, 0, 1, 0, 0, 0, 1, 1, 0, 1, 2, 3);
        assertThat(leaders("zürich", 7, List.of(5, 1, 3)))
                .containsExactly(2, 2, 1, 2, 0, 0, 0, 1, 1, 0, 0, 0);
    }

    private static List<Integer> leaders(String chainId, long epoch, List<Integer> weights) {
        Election election = new Election(chainId, epoch, weights);
        return IntStream.rangeClosed(1, 12).map(election::leader).boxed().toList();
    }
}
