package org.quittance.sim.run;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.quittance.sim.check.Property;
import org.quittance.sim.scenario.SettlementScenario;

/** Runs settlement until one property fails, in whatever class loader this was loaded by. */
public final class FaultyRun implements Function<String, String> {

    /** Some faults show in a few of all runs only. */
    private static final int SEEDS = 400;

    /** The message of the violation of this property; empty if there is none in many runs. */
    @Override
    public String apply(String label) {
        Set<Property> others = EnumSet.allOf(Property.class);
        others.removeIf(property -> property.label().equals(label));
        Options options = Options.PLAIN.ignoring(others);
        for (long seed = 1; seed <= SEEDS; seed++) {
            var violation = SettlementRun.run(seed % 2 == 0
                    ? SettlementScenario.random(seed) : SettlementScenario.small("small", seed),
                    options).violation();
            // A machine that is that faulty may also fail in other ways.
            if (violation != null && violation.property().label().equals(label)) {
                return String.valueOf(violation.getMessage());
            }
        }
        return "";
    }
}
