package org.quittance.sim.settlement.script;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;
import org.quittance.sim.settlement.Keyring;

/**
 * Accounts that lack margin after a jump of the price: 6 and 11 are taken over, 9 gets a deposit and
 * is sound again, 4 is closed out against its counterparties 5 and 7. What 11 holds is worth
 * something, and only a larger jump could make it a debt.
 */
final class LiquidationScript {

    private LiquidationScript() {}

    static Script of(Scripts.Scale scale) {
        return new Script(9, keys -> {
            ScriptWriter m = new ScriptWriter(genesis(scale, keys), keys, scale);
            trades(m);
            takeovers(m);
            closing(m);
            return m;
        });
    }

    private static Genesis genesis(Scripts.Scale scale, Keyring keys) {
        return Scripts.genesis(keys, Scripts.rules(scale, Map.of("MaxAge", 2L)),
                List.of(0L, 0L, 0L, 0L), Collections.nCopies(4, scale.units(300)),
                List.of(scale.units(34) + 1, scale.units(300), scale.units(20) + 1,
                        scale.units(300), scale.units(500), scale.units(7), scale.units(3),
                        scale.units(12)));
    }

    /** The first price, the trades, and a jump that must be confirmed. */
    private static void trades(ScriptWriter m) {
        m.group(1, 20);
        m.series(1, 100, Right.CALL, 1);
        m.series(2, 108, Right.CALL, 1);
        m.reports(100, 100, 100, 100);
        m.endWithRound();
        m.place(5, 1, Side.BUY, 5, 5, OrderKind.GTC);
        m.place(7, 1, Side.BUY, 5, 5, OrderKind.GTC);
        m.place(4, 1, Side.SELL, 5, 6, OrderKind.GTC);
        m.place(6, 1, Side.SELL, 5, 3, OrderKind.IOC);
        m.place(9, 1, Side.SELL, 5, 1, OrderKind.GTC);
        m.place(8, 1, Side.SELL, 5, 1, OrderKind.GTC);
        m.place(11, 1, Side.BUY, 5, 1, OrderKind.IOC);
        m.place(8, 2, Side.BUY, 1, 5, OrderKind.GTC);
        m.place(11, 2, Side.SELL, 1, 5, OrderKind.IOC);
        m.place(4, 1, Side.SELL, 30, 1, OrderKind.POST_ONLY);
        m.reports(108, 108, 108, 108);
        m.endWithRound();
        m.reports(108, 108, 108, 108);
        m.endWithRound();
    }

    /** Who is flagged can only wait for a bidder, or for money. */
    private static void takeovers(ScriptWriter m) {
        m.refused(Rejection.NOT_IN_RANGE).takeover(8, 8);
        m.refused(Rejection.NOT_FLAGGED).takeover(8, 5);
        m.refused(Rejection.UNKNOWN_ACCOUNT).takeover(8, 25);
        m.refused(Rejection.FLAGGED).takeover(4, 6);
        m.refused(Rejection.INSUFFICIENT_COLLATERAL).takeover(10, 6);
        m.takeover(8, 6);
        m.takeover(8, 11);
        m.refused(Rejection.FLAGGED).request(4, 1);
        m.refused(Rejection.FLAGGED).place(4, 1, Side.BUY, 1, 1, OrderKind.IOC);
        m.deposit(1, 9, m.units(20));
        m.reports(108, 108, 108, 108);
        m.endWithRound();
    }

    /** Nobody takes account 4 over in time; at last the price is stale. */
    private static void closing(ScriptWriter m) {
        m.refused(Rejection.POSITION_LIMIT).takeover(8, 4);
        m.end();
        m.refused(Rejection.TAKEOVER_OVER).takeover(8, 4);
        m.reports(108, 108, 108, 0);
        m.endWithRound();
        m.end();
        m.end();
        m.refused(Rejection.STALE_PRICE).takeover(8, 4);
        m.end();
    }
}
