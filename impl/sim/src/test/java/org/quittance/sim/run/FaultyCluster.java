package org.quittance.sim.run;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.scenario.Scenarios;

/** Runs clusters until one property fails, in whatever class loader this was loaded by. */
public final class FaultyCluster implements Function<String, String> {

    private static final int SEEDS = 40;

    /** The message of the violation of this property; empty if there is none in many runs. */
    @Override
    public String apply(String label) {
        Set<Property> others = EnumSet.allOf(Property.class);
        others.removeIf(property -> property.label().equals(label));
        boolean isOfOrdering = Property.ofClusters(false).stream()
                .anyMatch(property -> property.label().equals(label));
        Options options = Options.PLAIN.ignoring(others);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Violation violation = Cluster.run(isOfOrdering
                    ? Scenarios.random(seed) : Scenarios.settling(seed), options).violation();
            // A core that is that faulty may also fail in other ways.
            if (violation != null && violation.property().label().equals(label)) {
                return String.valueOf(violation.getMessage());
            }
        }
        return "";
    }
}
