package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** Nobody has less than nothing. */
public final class S4NonNegative implements Checker {

    @Override
    public void stepped(Step step) {
        Picture state = step.after();
        for (Variable variable : new Variable[] {Variable.CASH, Variable.STAKE,
            Variable.INSURANCE_FUND, Variable.EXTERNAL_IN, Variable.EXTERNAL_OUT,
            Variable.WITHDRAWN, Variable.WEIGHT}) {
            state.amounts(variable).forEach((id, amount) -> expect(variable.word(), id, amount));
        }
        for (int validator : state.amounts(Variable.STAKE).keySet()) {
            expect("unbonding", validator, BigInteger.valueOf(state.unbonding(validator).amount()));
        }
        for (Withdrawal withdrawal : state.withdrawals().values()) {
            expect("withdrawals", (int) withdrawal.id(), BigInteger.valueOf(withdrawal.amount()));
        }
    }

    private static void expect(String what, int id, BigInteger amount) {
        if (amount.signum() < 0) {
            throw new Violation(Property.S4_NON_NEGATIVE, what + "[" + id + "] is " + amount);
        }
    }
}
