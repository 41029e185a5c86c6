package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quittance.core.transitions.Transitions;

/** Every transition of the spec's graphs is one of the program, and the other way round. */
class SimplexTransitionsTest {

    @Test
    void programAndSpecTakeTheSameSteps() {
        SortedMap<String, Integer> exceptions = new TreeMap<>();
        for (String model : Transitions.SIMPLEX) {
            Transitions corpus = Transitions.of(model);
            List<SimplexRunner.Difference> differences =
                    SimplexRunner.differences(corpus, SimplexProgram.REAL, exceptions);
            assertThat(differences).as(() -> SimplexRunner.text(corpus, differences)).isEmpty();
            assertThat(corpus.missed()).as("transitions that nothing led to")
                    .allMatch(missed -> missed.name().action().equals("Crash"));
            System.out.println(model + ": " + corpus.size() + " transitions "
                    + corpus.ranByAction());
        }
        System.out.println("stricter than the spec: " + exceptions);
        assertThat(exceptions.keySet()).containsExactlyInAnyOrder(
                SimplexRunner.BELOW_FINAL, SimplexRunner.FURTHER_ON,
                SimplexRunner.OUTCOME_KNOWN,
                SimplexRunner.TWO_PROPOSALS, SimplexRunner.NOT_FIRST, SimplexRunner.LEAVES_FIRST);
    }
}
