package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.quittance.core.transitions.Transitions;

/** Every transition of the spec's graphs is one of the program, and the other way round. */
class SettlementTransitionsTest {

    static final List<String> MODELS = Transitions.SETTLEMENT;

    @ParameterizedTest
    @FieldSource("MODELS")
    void programAndSpecTakeTheSameSteps(String model) {
        Transitions corpus = Transitions.of(model);
        List<TransitionRunner.Difference> differences =
                TransitionRunner.differences(corpus, TransitionRunner::real);
        assertThat(differences).as(() -> TransitionRunner.text(corpus, differences)).isEmpty();
        assertThat(corpus.missed()).as("transitions that nothing led to").isEmpty();
        System.out.println(model + ": " + corpus.size() + " transitions " + corpus.ranByAction());
    }

    /** Every reason that there is to refuse a command is one of these. */
    @Test
    void everyReasonOccurs() {
        SortedSet<String> verdicts = new TreeSet<>();
        for (String model : MODELS) {
            Transitions.of(model).names().forEach(name -> verdicts.add(name.verdict()));
        }
        assertThat(verdicts).containsAll(
                Stream.of(Rejection.values()).map(Rejection::name).toList());
    }
}
