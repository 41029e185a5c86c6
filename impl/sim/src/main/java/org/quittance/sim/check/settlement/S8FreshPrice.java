package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.Optional;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Nothing that depends on the price happens on a price that is stale or not confirmed. Which price
 * that is, since when, and what waits to be confirmed, is remembered here from round to round; what
 * the state says of it is not believed. And no round is open for longer than a price is fresh.
 */
public final class S8FreshPrice implements Checker {

    private final Parameters parameters;
    private final Rounds rounds;
    private BigInteger price = ZERO;
    private long since;
    private BigInteger candidate = ZERO;
    /** The round, and the first block in which could be reported to it. */
    private long round = 1;
    private long begun = 1;

    public S8FreshPrice(Parameters parameters) {
        this.parameters = parameters;
        this.rounds = new Rounds(parameters);
    }

    @Override
    public void stepped(Step step) {
        switch (step.event()) {
            case Event.CloseRound close -> {
                closed(step);
                next(step);
            }
            case Event.KeepRound keep -> expect(step, age(step) < parameters.maxAge(),
                    "the round stays open, which began at height " + begun);
            case Event.GiveUpRound none -> {
                expect(step, age(step) >= parameters.maxAge(),
                        "the round is given up, which began at height " + begun);
                next(step);
            }
            case Event.Place place -> traded(step);
            case Event.Fill fill -> traded(step);
            case Event.RequestWithdrawal request -> traded(step);
            case Event.Stake stake -> traded(step);
            case Event.Takeover takeover -> fresh(step);
            case Event.Flag flag -> fresh(step);
            case Event.Unflag unflag -> fresh(step);
            case Event.Deleverage deleverage -> fresh(step);
            default -> { }
        }
        expect(step, step.after().amount(Variable.PRICE).equals(price)
                && step.after().amount(Variable.CANDIDATE).equals(candidate)
                && step.after().number(Variable.PRICE_HEIGHT) == since,
                "the state has another price than was confirmed");
        expect(step, step.after().number(Variable.ROUND) == round
                && step.after().number(Variable.ROUND_START) == begun,
                "the state has another round than number " + round + " from height " + begun);
    }

    private long age(Step step) {
        return step.before().height() - begun;
    }

    private void next(Step step) {
        expect(step, age(step) <= parameters.maxAge(), "reports are " + age(step) + " blocks old");
        expect(step, step.after().amounts(Variable.REPORTS).isEmpty(),
                "reports are left for the next round");
        round++;
        begun = step.before().height() + 1;
    }

    private void closed(Step step) {
        Optional<BigInteger> agreed = rounds.agreed(step.before());
        BigInteger next = agreed.orElse(ZERO);
        if (rounds.isConfirmed(next, price, candidate)) {
            price = next;
            since = step.before().height();
            candidate = ZERO;
        } else {
            candidate = next;
        }
        for (Group group : step.after().groups().values()) {
            int seen = step.before().group(group.id()).map(g -> g.observed().size()).orElse(0);
            boolean due = candidate.signum() == 0 && group.expiry() <= begun
                    && seen < parameters.settlementRounds();
            expect(step, group.observed().size() == (due ? seen + 1 : seen)
                    && (!due || BigInteger.valueOf(group.observed().getLast()).equals(price)),
                    "group " + group.id() + " observes " + group.observed());
        }
    }

    private void fresh(Step step) {
        expect(step, price.signum() > 0 && candidate.signum() == 0
                && step.before().height() - since <= parameters.maxAge(),
                "it happens on a price that is stale or not confirmed");
    }

    private void traded(Step step) {
        fresh(step);
        expect(step, step.before().height() >= step.before().number(Variable.PAUSED_UNTIL),
                "it happens during a pause");
    }

    private void expect(Step step, boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(Property.S8_FRESH_PRICE,
                    step.event().getClass().getSimpleName() + " at height "
                            + step.before().height() + ": " + otherwise + "; the price is " + price
                            + " of height " + since + ", the candidate " + candidate);
        }
    }
}
