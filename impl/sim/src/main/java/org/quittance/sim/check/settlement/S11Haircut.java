package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.List;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Event.Haircut;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Whoever gets less than its claim does so since the insurance fund is empty; nobody gets more; and
 * what one lacks differs from its part of all that is lacking by less than a unit.
 */
public final class S11Haircut implements Checker {

    @Override
    public void stepped(Step step) {
        if (step.event() instanceof Event.SettleGroup settle) {
            cut(step, settle.haircuts());
        }
        if (step.event() instanceof Event.Deleverage out) {
            cut(step, out.haircuts());
        }
    }

    private static void cut(Step step, List<Haircut> haircuts) {
        BigInteger lacking = ZERO;
        BigInteger claimed = ZERO;
        for (int account : step.before().accounts()) {
            BigInteger gained = gained(step, account);
            BigInteger cut = of(account, haircuts);
            expect(cut.signum() >= 0, "account " + account + " gets more than its claim: " + cut);
            lacking = lacking.add(cut);
            claimed = claimed.add(gained.max(ZERO)).add(cut);
        }
        if (lacking.signum() == 0) {
            return;
        }
        expect(step.after().amount(Variable.INSURANCE_FUND).signum() == 0,
                "there is a haircut of " + lacking + " though the insurance fund still has "
                        + step.after().amount(Variable.INSURANCE_FUND));
        for (int account : step.before().accounts()) {
            BigInteger cut = of(account, haircuts);
            BigInteger claim = gained(step, account).max(ZERO).add(cut);
            BigInteger error =
                    cut.multiply(claimed).subtract(claim.multiply(lacking)).abs();
            expect(error.compareTo(claimed) < 0, "account " + account + " with a claim of " + claim
                    + " of all " + claimed + " lacks " + cut + " of all " + lacking);
        }
    }

    /** In cash, or, for a debtor, in what comes back to its cash from withdrawals. */
    private static BigInteger gained(Step step, int account) {
        return liquid(step.after(), account).subtract(liquid(step.before(), account));
    }

    private static BigInteger liquid(Picture state, int account) {
        return state.pending(account).values().stream()
                .reduce(state.cash(account), BigInteger::add);
    }

    private static BigInteger of(int account, List<Haircut> haircuts) {
        return haircuts.stream().filter(cut -> cut.account() == account)
                .map(cut -> BigInteger.valueOf(cut.amount())).reduce(ZERO, BigInteger::add);
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(Property.S11_HAIRCUT, otherwise);
        }
    }
}
