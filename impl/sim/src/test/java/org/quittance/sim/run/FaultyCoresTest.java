package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.quittance.sim.check.Property;
import org.quittance.sim.fault.Fault;
import org.quittance.sim.fault.Faults;
import org.quittance.sim.fault.FaultyWorld;

/**
 * Negative controls: replicas that all have the same fault in ordering or in attestation. The
 * checker whose property it breaks must catch them, while all other checkers look away.
 */
@Timeout(120)
class FaultyCoresTest {

    private static List<Fault> faults() {
        List<Property> ofSettlement = Property.ofSettlement();
        return Faults.all().stream()
                .filter(fault -> fault.broken() != null && !ofSettlement.contains(fault.broken()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> faultIsCaught() {
        return faults().stream().map(fault -> DynamicTest.dynamicTest(
                fault.name() + " breaks " + fault.broken().label(), () -> caught(fault)));
    }

    @Test
    void propertiesOfOrderingAndOfAttestationAreBroken() {
        assertThat(faults()).extracting(Fault::broken).contains(
                Property.FINALIZED_NOT_NULLIFIED, Property.QUITTANCE_AGREEMENT,
                Property.QUITTANCE_MATCHES_EXECUTION, Property.BOUNDED_LAG);
    }

    private static void caught(Fault fault) throws Exception {
        try (FaultyWorld world = FaultyWorld.of(fault, FaultyWorld.IMPL)) {
            assertThat(world.ask(FaultyCluster.class, fault.broken().label()))
                    .contains(fault.message());
        }
    }
}
