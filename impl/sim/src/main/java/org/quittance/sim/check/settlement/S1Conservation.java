package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.Optional;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** No money is made or lost: what is there is what came in, less what went out. */
public final class S1Conservation implements Checker {

    private BigInteger in;
    private BigInteger out = ZERO;

    public S1Conservation(Genesis genesis) {
        in = BigInteger.valueOf(genesis.money());
    }

    @Override
    public void stepped(Step step) {
        Picture state = step.after();
        if (step.event() instanceof Event.Deposit deposit) {
            in = in.add(BigInteger.valueOf(deposit.command().amount()));
        }
        if (step.event() instanceof Event.ExecuteWithdrawal executed) {
            Optional<Withdrawal> withdrawal =
                    step.before().withdrawal(executed.command().withdrawal());
            out = out.add(BigInteger.valueOf(withdrawal.map(Withdrawal::amount).orElse(0L)));
        }
        expect("externalIn", in, state.amount(Variable.EXTERNAL_IN));
        expect("externalOut", out, state.amount(Variable.EXTERNAL_OUT));
        expect("all money", in.subtract(out), money(state));
    }

    private static void expect(String what, BigInteger expected, BigInteger actual) {
        if (!expected.equals(actual)) {
            throw new Violation(Property.S1_CONSERVATION,
                    what + " is " + actual + ", but by what came in and out it is " + expected);
        }
    }

    private static BigInteger money(Picture state) {
        BigInteger sum = state.amount(Variable.INSURANCE_FUND);
        for (Variable variable : new Variable[] {Variable.CASH, Variable.STAKE}) {
            for (BigInteger amount : state.amounts(variable).values()) {
                sum = sum.add(amount);
            }
        }
        for (int validator : state.amounts(Variable.STAKE).keySet()) {
            sum = sum.add(BigInteger.valueOf(state.unbonding(validator).amount()));
        }
        for (Withdrawal withdrawal : state.withdrawals().values()) {
            if (withdrawal.status() == WithdrawalStatus.PENDING) {
                sum = sum.add(BigInteger.valueOf(withdrawal.amount()));
            }
        }
        return sum;
    }
}
