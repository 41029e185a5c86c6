package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Nobody needs more to keep its positions than it takes to trade with them: so nobody is flagged
 * who could trade. The machine's own margins are seen only in whom it flags and closes out.
 */
public final class S14MarginOrder implements Checker {

    private final Margins margins;

    public S14MarginOrder(Parameters parameters) {
        this.margins = new Margins(parameters);
    }

    @Override
    public void stepped(Step step) {
        switch (step.event()) {
            case Event.Flag flag -> lacks(step.before(), flag.account());
            case Event.Deleverage out -> lacks(step.before(), out.account());
            case Event.EndBlock end -> ordered(step);
            default -> { }
        }
    }

    private void lacks(Picture before, int account) {
        BigInteger free = margins.free(before, account);
        if (free.signum() >= 0) {
            throw new Violation(Property.S14_MARGIN_ORDER, "account " + account
                    + " is said not to have what it takes to keep its positions, but could trade"
                    + " with free collateral of " + free);
        }
    }

    private void ordered(Step step) {
        Picture state = step.after();
        for (int account : state.accounts()) {
            BigInteger initial = margins.initial(state, state.positions(account));
            BigInteger maintenance = margins.maintenance(state, state.positions(account));
            if (maintenance.compareTo(initial) > 0) {
                throw new Violation(Property.S14_MARGIN_ORDER, "account " + account
                        + " needs " + maintenance + " to keep its positions, but "
                        + initial + " to trade with them");
            }
        }
    }
}
