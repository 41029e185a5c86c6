package org.quittance.sim.check.settlement;

import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** Machines that were given the same log have the same root and the same entries. */
public final class S13Deterministic implements Checker {

    @Override
    public void compared(Comparison comparison) {
        if (!comparison.root().equals(comparison.otherRoot())) {
            throw new Violation(Property.S13_DETERMINISTIC, "after height " + comparison.height()
                    + " the root is " + comparison.root() + ", but that of the machine "
                    + comparison.way() + " is " + comparison.otherRoot());
        }
        if (!comparison.bytes().equals(comparison.otherBytes())) {
            throw new Violation(Property.S13_DETERMINISTIC, "after height " + comparison.height()
                    + " the machine " + comparison.way() + " has other entries");
        }
    }
}
