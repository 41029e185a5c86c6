package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.sim.check.Property;
import org.quittance.sim.scenario.Scenarios;

/** Negative controls: surroundings that are faulty break what is attested, and are caught. */
class FaultyDriversOfSettlingTest {

    /** A disk that claims to have written what it has not. */
    private static final Driver EAGER = new Driver() {
        @Override
        public boolean acknowledgesAtOnce(int node) {
            return true;
        }
    };

    @Test
    void attestationsThatAreSentBeforeTheyAreDurableAreCaught() {
        Set<Property> others = EnumSet.allOf(Property.class);
        others.remove(Property.NO_HONEST_ATTESTATION_EVIDENCE);
        Outcome outcome = Cluster.run(
                Scenarios.settling(1), Options.PLAIN.drivenBy(EAGER).ignoring(others));
        assertThat(outcome.violation()).isNotNull();
        assertThat(outcome.violation().property())
                .isEqualTo(Property.NO_HONEST_ATTESTATION_EVIDENCE);
        assertThat(outcome.violation()).hasMessageContaining("its disk lacks");
    }
}
