package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** Of every series as many contracts are owed as are held. */
public final class S2OpenInterest implements Checker {

    @Override
    public void stepped(Step step) {
        Picture state = step.after();
        for (int series : state.series().keySet()) {
            BigInteger sum = state.accounts().stream()
                    .map(account -> state.position(account, series))
                    .reduce(ZERO, BigInteger::add);
            if (sum.signum() != 0) {
                throw new Violation(Property.S2_OPEN_INTEREST,
                        "the positions in series " + series + " sum to " + sum);
            }
        }
    }
}
