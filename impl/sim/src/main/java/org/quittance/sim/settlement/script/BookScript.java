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
 * Orders that rest, trade and are refused; a maker that is evicted; a pause.
 *
 * <p>Accounts 4 to 7 can afford what they do, account 8 hardly anything.
 */
final class BookScript {

    private BookScript() {}

    static Script of(Scripts.Scale scale) {
        return new Script(3, keys -> {
            ScriptWriter m = new ScriptWriter(genesis(scale, keys), keys, scale);
            listings(m);
            refusals(m);
            trades(m);
            pauses(m);
            return m;
        });
    }

    private static Genesis genesis(Scripts.Scale scale, Keyring keys) {
        return Scripts.genesis(keys, Scripts.rules(scale, Map.of()),
                List.of(0L, 0L, 0L, 0L), Collections.nCopies(4, scale.units(300)),
                List.of(scale.units(500) + scale.rich(), scale.units(500), scale.units(500),
                        scale.units(500) + 7, scale.units(20)));
    }

    /** Groups and series, and a price. */
    private static void listings(ScriptWriter m) {
        m.refused(Rejection.NOT_ENOUGH_SIGNERS).group(1, 6);
        m.refused(Rejection.NOT_IN_RANGE).group(1, 1);
        m.group(1, 6);
        m.refused(Rejection.ALREADY_LISTED).group(1, 7);
        m.refused(Rejection.UNKNOWN_GROUP).series(1, 100, Right.CALL, 2);
        m.series(1, 100, Right.CALL, 1);
        m.refused(Rejection.ALREADY_LISTED).series(1, 90, Right.PUT, 1);
        m.refused(Rejection.NOT_IN_RANGE).series(2, 1001, Right.PUT, 1);
        m.series(2, 100, Right.PUT, 1);
        m.refused(Rejection.STALE_PRICE).place(4, 1, Side.SELL, 12, 3, OrderKind.GTC);
        m.reports(100, 101, 99, 100);
        m.endWithRound();
    }

    /** Three offers, and orders that nobody may place. */
    private static void refusals(ScriptWriter m) {
        m.place(4, 1, Side.SELL, 12, 3, OrderKind.GTC);
        m.place(5, 1, Side.SELL, 11, 2, OrderKind.GTC);
        m.place(6, 1, Side.SELL, 11, 2, OrderKind.POST_ONLY);
        m.refused(Rejection.SELF_TRADE).place(4, 1, Side.BUY, 12, 1, OrderKind.GTC);
        m.refused(Rejection.WOULD_CROSS).place(7, 1, Side.BUY, 12, 1, OrderKind.POST_ONLY);
        m.refused(Rejection.INSUFFICIENT_CASH).place(8, 1, Side.BUY, 7, 3, OrderKind.GTC);
        m.refused(Rejection.INSUFFICIENT_COLLATERAL).place(8, 1, Side.SELL, 1, 8, OrderKind.GTC);
        m.refused(Rejection.POSITION_LIMIT).place(4, 1, Side.SELL, 13, 9, OrderKind.GTC);
        m.refused(Rejection.NOT_IN_RANGE).place(4, 1, Side.SELL, 1001, 1, OrderKind.GTC);
        m.refused(Rejection.UNKNOWN_SERIES).place(4, 9, Side.SELL, 10, 1, OrderKind.GTC);
        m.refused(Rejection.WRONG_NONCE).cancel(4, 1);
        m.refused(Rejection.NOT_OWNER).cancel(7, 1);
        m.refused(Rejection.UNKNOWN_ORDER).cancel(7, 99);
    }

    /** One order takes all three offers; another finds a maker without collateral. */
    private static void trades(ScriptWriter m) {
        m.place(7, 1, Side.BUY, 12, 5, OrderKind.IOC);
        m.place(8, 1, Side.SELL, 3, 2, OrderKind.GTC);
        m.request(8, m.units(15));
        m.place(7, 1, Side.BUY, 3, 1, OrderKind.IOC);
        m.place(4, 2, Side.BUY, 3, 1, OrderKind.GTC);
        m.place(4, 2, Side.BUY, 2, 1, OrderKind.GTC);
        m.refused(Rejection.TOO_MANY).place(4, 2, Side.BUY, 1, 1, OrderKind.GTC);
        m.cancel(4, 7);
        m.reports(101, 101, 0, 100);
        m.endWithRound();
    }

    /** Trading is paused, goes on, and the round doesn't close. */
    private static void pauses(ScriptWriter m) {
        m.refused(Rejection.NOT_ENOUGH_SIGNERS).pause(5);
        m.refused(Rejection.WRONG_NONCE).pause(5);
        m.refused(Rejection.NOT_IN_RANGE).pause(99);
        m.pause(6);
        m.refused(Rejection.HALTED).place(5, 1, Side.BUY, 12, 1, OrderKind.IOC);
        m.refused(Rejection.NOT_ENOUGH_SIGNERS).resume();
        m.resume();
        m.place(5, 2, Side.SELL, 1, 3, OrderKind.GTC);
        m.end();
    }
}
