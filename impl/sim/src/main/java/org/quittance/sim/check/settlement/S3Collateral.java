package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.SortedMap;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * After what an account did by itself it has free collateral, or misses no more than before. An
 * order is looked at as if it were filled at its limit, and at each of its fills.
 */
public final class S3Collateral implements Checker {

    private final Margins margins;

    public S3Collateral(Parameters parameters) {
        this.margins = new Margins(parameters);
    }

    @Override
    public void stepped(Step step) {
        switch (step.event()) {
            case Event.Place place -> step.after().taker().ifPresent(order -> placed(step, order));
            case Event.Fill fill -> {
                step.before().taker().ifPresent(order -> traded(step, order.account()));
                Value.OpenOrder maker = step.before().orders().get(fill.maker());
                if (maker != null) {
                    traded(step, maker.account());
                }
            }
            case Event.RequestWithdrawal request -> covered(step, request.command().account());
            case Event.Stake stake -> covered(step, stake.command().account());
            default -> { }
        }
    }

    private void placed(Step step, Value.OpenOrder order) {
        BigInteger contracts = BigInteger.valueOf(order.quantity());
        BigInteger gained = order.side() == Side.BUY ? contracts : contracts.negate();
        int account = order.account();
        BigInteger cash = step.before().cash(account)
                .subtract(gained.multiply(BigInteger.valueOf(order.price())));
        SortedMap<Integer, BigInteger> held =
                Margins.plus(step.before().positions(account), order.series(), gained);
        expect(margins.isOkAfterwards(step.before(), account, cash, held), step, account,
                "if its order were filled at its limit");
    }

    private void traded(Step step, int account) {
        Picture after = step.after();
        expect(margins.isOkAfterwards(step.before(), account,
                after.cash(account), after.positions(account)), step, account, "after a fill");
    }

    private void covered(Step step, int account) {
        expect(margins.free(step.after(), account).signum() >= 0, step, account,
                "after cash left it");
    }

    private void expect(boolean holds, Step step, int account, String when) {
        if (!holds) {
            throw new Violation(Property.S3_COLLATERAL, "account " + account
                    + " has not the collateral that it needs " + when + ": it had free "
                    + margins.free(step.before(), account) + ", and now has "
                    + margins.free(step.after(), account));
        }
    }
}
