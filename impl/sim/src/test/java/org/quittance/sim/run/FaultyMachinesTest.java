package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.sim.check.Property;
import org.quittance.sim.fault.Fault;
import org.quittance.sim.fault.Faults;
import org.quittance.sim.fault.FaultyWorld;

/**
 * Negative controls: the settlement machine with a fault in it, such as real systems had, is caught
 * by the checker whose property the fault breaks, while all other checkers look away.
 */
class FaultyMachinesTest {

    private static List<Fault> faults() {
        List<Property> ofSettlement = Property.ofSettlement();
        return Faults.all().stream()
                .filter(fault -> fault.broken() != null && ofSettlement.contains(fault.broken()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> faultIsCaught() {
        return faults().stream().map(fault -> DynamicTest.dynamicTest(
                fault.name() + " breaks " + fault.broken().label(), () -> caught(fault)));
    }

    @Test
    void everyPropertyOfSettlementIsBroken() {
        assertThat(faults()).extracting(Fault::broken).containsAll(
                Stream.of(Property.values())
                        .filter(property -> property.label().matches("S\\d+_.*")).toList());
    }

    private static void caught(Fault fault) throws Exception {
        try (FaultyWorld world = FaultyWorld.of(fault, FaultyWorld.IMPL)) {
            assertThat(world.ask(FaultyRun.class, fault.broken().label()))
                    .contains(fault.message());
        }
    }
}
