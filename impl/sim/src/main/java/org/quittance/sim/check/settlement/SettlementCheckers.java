package org.quittance.sim.check.settlement;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** All checkers of one settlement machine, and the picture of its state that they look at. */
public final class SettlementCheckers {

    private final List<Checker> all;
    private final Set<Property> ignored;
    private Picture picture;

    /**
     * The checkers of a machine that begins at genesis.
     *
     * @param faulty the validators that may report anything
     * @param ignored properties whose violation is none
     */
    public SettlementCheckers(
            Genesis genesis, SortedSet<Integer> faulty, Set<Property> ignored) {
        this.ignored = Set.copyOf(ignored);
        this.picture = Picture.of(genesis);
        this.all = List.of(
                new S1Conservation(genesis),
                new S2OpenInterest(),
                new S3Collateral(genesis.parameters()),
                new S4NonNegative(),
                new S5SettledOnce(genesis.parameters()),
                new S6Payoff(genesis),
                new S7HonestPrice(genesis.parameters(), faulty),
                new S8FreshPrice(genesis.parameters()),
                new S9Book(),
                new S10Withdrawals(genesis),
                new S11Haircut(),
                new S12Takeover(genesis.parameters()),
                new S13Deterministic(),
                new S14MarginOrder(genesis.parameters()),
                new S15Slashed(genesis.parameters()),
                new S16Rejected(genesis));
    }

    /** The state as it is by the events so far. */
    public Picture picture() {
        return picture;
    }

    /** The machine took a step. */
    public Step stepped(Event event) {
        Step step = new Step(event, picture, picture.after(event.post()));
        picture = step.after();
        tell(checker -> checker.stepped(step));
        return step;
    }

    /** The machine decided about a command. */
    public void decided(Decision decision) {
        tell(checker -> checker.decided(decision));
    }

    /** Another machine got to where this one is. */
    public void compared(Checker.Comparison comparison) {
        tell(checker -> checker.compared(comparison));
    }

    private void tell(Consumer<Checker> what) {
        for (Checker checker : all) {
            try {
                what.accept(checker);
            } catch (Violation violation) {
                if (!ignored.contains(violation.property())) {
                    throw violation;
                }
            }
        }
    }
}
