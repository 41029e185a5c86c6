package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

/** The part of the table of refusals that is about orders. */
final class OrderRefusals {

    private final Picture s;
    private final Parameters parameters;
    private final Margins margins;

    OrderRefusals(Picture s, Parameters parameters, Margins margins) {
        this.s = s;
        this.parameters = parameters;
        this.margins = margins;
    }

    void place(Command.Place c, Refusals.Reasons reasons) {
        reasons.when(s.series(c.series()).isEmpty(), Rejection.UNKNOWN_SERIES);
        reasons.when(c.price() < 1 || c.price() > parameters.maxPrice()
                || c.quantity() < 1 || c.quantity() > parameters.maxQuantity(),
                Rejection.NOT_IN_RANGE);
        reasons.when(s.orders().values().stream()
                .filter(order -> order.account() == c.account()).count()
                >= parameters.maxOrders(), Rejection.TOO_MANY);
        reasons.when(Refusals.isHalted(s), Rejection.HALTED);
        reasons.when(!Refusals.isFresh(s, parameters), Rejection.STALE_PRICE);
        int group = s.series(c.series()).map(Series::group).orElse(0);
        reasons.when(!Refusals.isLive(s, group), Rejection.GROUP_NOT_LIVE);
        reasons.when(s.has(Variable.FLAGGED, c.account()), Rejection.FLAGGED);
        List<Value.OpenOrder> crossed = s.orders().values().stream()
                .filter(order -> order.series() == c.series() && order.side() != c.side()
                        && c.side().crosses(c.price(), order.price())).toList();
        reasons.when(crossed.stream().anyMatch(order -> order.account() == c.account()),
                Rejection.SELF_TRADE);
        reasons.when(c.kind() == OrderKind.POST_ONLY && !crossed.isEmpty(),
                Rejection.WOULD_CROSS);
        filled(c, reasons);
    }

    /** As if it were filled at its limit. */
    private void filled(Command.Place c, Refusals.Reasons reasons) {
        BigInteger contracts = BigInteger.valueOf(c.quantity());
        BigInteger gained = c.side() == Side.BUY ? contracts : contracts.negate();
        SortedMap<Integer, BigInteger> held =
                Margins.plus(s.positions(c.account()), c.series(), gained);
        reasons.when(held.getOrDefault(c.series(), BigInteger.ZERO).abs()
                .compareTo(BigInteger.valueOf(parameters.maxPosition())) > 0,
                Rejection.POSITION_LIMIT);
        BigInteger cash = s.cash(c.account())
                .subtract(gained.multiply(BigInteger.valueOf(c.price())));
        reasons.when(cash.signum() < 0, Rejection.INSUFFICIENT_CASH);
        reasons.when(!margins.isOkAfterwards(s, c.account(), cash, held),
                Rejection.INSUFFICIENT_COLLATERAL);
    }
}
