package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * As long as faulty validators have less than a third of the weight, a price is within the range of
 * what the others reported. And it is the weighted median of the reports that count; whose do, and
 * for how much, changes at the end of an epoch only, but for outliers.
 */
public final class S7HonestPrice implements Checker {

    private final Rounds rounds;
    private final Standing standing;
    private final SortedSet<Integer> faulty;

    /**
     * A checker for one run.
     *
     * @param faulty the validators that may report anything
     */
    public S7HonestPrice(Parameters parameters, SortedSet<Integer> faulty) {
        this.rounds = new Rounds(parameters);
        this.standing = new Standing(parameters);
        this.faulty = new TreeSet<>(faulty);
    }

    @Override
    public void stepped(Step step) {
        Optional<BigInteger> agreed = rounds.agreed(step.before());
        boolean isOpen = step.event() instanceof Event.KeepRound
                || step.event() instanceof Event.GiveUpRound;
        if (isOpen && agreed.isPresent()) {
            throw new Violation(Property.S7_HONEST_PRICE, "the round is not closed at height "
                    + step.before().height() + " though enough has been reported");
        }
        if (step.event() instanceof Event.CloseRound) {
            BigInteger candidate = step.after().amount(Variable.CANDIDATE);
            BigInteger price = candidate.signum() > 0
                    ? candidate : step.after().amount(Variable.PRICE);
            closed(step.before(), price, agreed);
        }
        standing(step, agreed);
    }

    private void standing(Step step, Optional<BigInteger> agreed) {
        Optional<String> fault = standing.fault(step, agreed);
        if (fault.isPresent()) {
            throw new Violation(Property.S7_HONEST_PRICE, fault.get() + " after "
                    + step.event().getClass().getSimpleName() + " at height "
                    + step.before().height());
        }
    }

    private void closed(Picture before, BigInteger price, Optional<BigInteger> agreed) {
        SortedMap<Integer, BigInteger> counted = rounds.counted(before);
        List<BigInteger> honest = counted.entrySet().stream()
                .filter(report -> !faulty.contains(report.getKey()))
                .map(report -> report.getValue()).sorted().toList();
        BigInteger weight = Rounds.weight(before);
        BigInteger bad = Rounds.weight(before, faulty);
        boolean fewFaulty = bad.multiply(BigInteger.valueOf(3)).compareTo(weight) < 0;
        if (fewFaulty && (honest.isEmpty() || price.compareTo(honest.getFirst()) < 0
                || price.compareTo(honest.getLast()) > 0)) {
            throw new Violation(Property.S7_HONEST_PRICE,
                    "the price is " + price + ", but honest validators reported " + honest);
        }
        if (!agreed.equals(Optional.of(price))) {
            throw new Violation(Property.S7_HONEST_PRICE, "the price is " + price
                    + ", but the median of the reports is "
                    + agreed.map(BigInteger::toString).orElse("not there"));
        }
    }
}
