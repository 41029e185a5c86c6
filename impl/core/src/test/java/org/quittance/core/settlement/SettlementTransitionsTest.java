package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        System.out.println(model + ": " + corpus.size() + " transitions " + corpus.ranByName());
    }
}
