package org.quittance.sim.settlement.script;

import java.util.List;
import java.util.Map;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;
import org.quittance.sim.settlement.Keyring;

/**
 * Two groups that expire together. Of the one, a debtor that also has stake, another debtor, a fund
 * that is too small and three creditors; of the other, nobody who can't pay.
 *
 * <p>The price jumps after the trades, so that it must be confirmed, and the debtors are flagged.
 */
final class ExpiryScript {

    private ExpiryScript() {}

    static Script of(Scripts.Scale scale) {
        return new Script(5, keys -> {
            ScriptWriter m = new ScriptWriter(genesis(scale, keys), keys, scale);
            listings(m);
            trades(m);
            shock(m);
            expiry(m);
            return m;
        });
    }

    private static Genesis genesis(Scripts.Scale scale, Keyring keys) {
        long stake = scale.units(300) + 1;
        return Scripts.genesis(keys,
                Scripts.rules(scale, Map.of("TakeoverBlocks", 4L, "MaxAge", 2L)),
                List.of(scale.units(13), 0L, 0L, 0L),
                List.of(scale.units(5), stake, stake, stake),
                List.of(scale.units(41) + 3, scale.units(300), scale.units(300),
                        scale.units(300) + 1, scale.units(300) + scale.rich()));
    }

    /** Two groups, three series, and a convicted validator whose stake the fund gets. */
    private static void listings(ScriptWriter m) {
        m.group(1, 4);
        m.group(2, 4);
        m.refused(Rejection.TOO_MANY).group(3, 4);
        m.series(1, 100, Right.CALL, 1);
        m.series(2, 120, Right.PUT, 2);
        m.series(3, 100, Right.PUT, 2);
        m.refused(Rejection.UNKNOWN_VALIDATOR).convict(7, EvidenceKind.VOTE, 3);
        m.convict(1, EvidenceKind.VOTE, 1);
        m.reports(100, 0, 100, 100);
        m.endWithRound();
    }

    /** Accounts 4 and 0 sell calls that they can't pay for later; 4 wants money back. */
    private static void trades(ScriptWriter m) {
        m.place(5, 1, Side.BUY, 5, 2, OrderKind.GTC);
        m.place(6, 1, Side.BUY, 5, 3, OrderKind.GTC);
        m.place(7, 1, Side.BUY, 5, 2, OrderKind.GTC);
        m.place(4, 1, Side.SELL, 5, 6, OrderKind.GTC);
        m.place(0, 1, Side.SELL, 4, 2, OrderKind.GTC);
        m.place(8, 1, Side.BUY, 4, 2, OrderKind.IOC);
        m.place(6, 2, Side.SELL, 22, 1, OrderKind.GTC);
        m.place(5, 2, Side.BUY, 22, 1, OrderKind.IOC);
        m.place(8, 3, Side.BUY, 2, 2, OrderKind.GTC);
        m.request(4, m.units(5));
        m.reports(115, 0, 115, 115);
        m.endWithRound();
    }

    /** The jump is confirmed. */
    private static void shock(ScriptWriter m) {
        m.refused(Rejection.HALTED).place(5, 1, Side.BUY, 5, 1, OrderKind.IOC);
        m.reports(115, 0, 115, 115);
        m.endWithRound();
    }

    /** Both groups have expired, and the settlement price is the mean of two rounds. */
    private static void expiry(ScriptWriter m) {
        m.refused(Rejection.GROUP_NOT_LIVE).place(5, 1, Side.BUY, 5, 1, OrderKind.IOC);
        m.refused(Rejection.GROUP_NOT_LIVE).place(8, 3, Side.BUY, 2, 1, OrderKind.IOC);
        m.refused(Rejection.FLAGGED).execute(1);
        m.reports(115, 0, 115, 115);
        m.endWithRound();
        m.refused(Rejection.ALREADY_LISTED).group(1, 9);
        m.refused(Rejection.GROUP_NOT_LIVE).series(4, 90, Right.CALL, 1);
        m.reportAbove(0, 115);
        m.reportAbove(2, 115);
        m.reportAbove(3, 115);
        m.endWithRound();
    }
}
