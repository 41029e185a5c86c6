package org.quittance.sim.settlement.script;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.Rejection;
import org.quittance.sim.settlement.Keyring;

/** Deposits, and withdrawals that are approved, wait, are proven and paid, or taken back. */
final class TreasuryScript {

    private TreasuryScript() {}

    static Script of(Scripts.Scale scale) {
        return new Script(5, keys -> {
            ScriptWriter m = new ScriptWriter(genesis(scale, keys), keys, scale);
            deposits(m);
            requests(m);
            waiting(m);
            payments(m);
            return m;
        });
    }

    private static Genesis genesis(Scripts.Scale scale, Keyring keys) {
        return Scripts.genesis(keys, Scripts.rules(scale, Map.of("EpochLength", 5L,
                        "UnbondingBlocks", 5L)),
                List.of(0L, 0L, 0L, 0L), Collections.nCopies(4, scale.units(300)),
                List.of(scale.units(50) + scale.rich(), scale.units(200)));
    }

    /** What comes in. */
    private static void deposits(ScriptWriter m) {
        m.refused(Rejection.NOT_ENOUGH_SIGNERS).deposit(1, 4, m.units(1));
        m.refused(Rejection.NOT_IN_RANGE).deposit(1, 4, 0);
        m.deposit(1, 4, m.units(10));
        m.refused(Rejection.ALREADY_USED).deposit(1, 4, m.units(10), 3);
        m.deposit(2, 6, m.units(5) + 1, 3);
        m.refused(Rejection.NOT_IN_RANGE).deposit(3, 9, 5);
        m.refused(Rejection.LIMIT).deposit(4, 4, Parameters.MAX_MONEY - 1);
        m.refused(Rejection.STALE_PRICE).request(4, m.units(1));
        m.reports(100, 100, 100, 100);
        m.endWithRound();
    }

    /** Who wants money back, and who approves of it. */
    private static void requests(ScriptWriter m) {
        m.refused(Rejection.NOT_IN_RANGE).request(4, 0);
        m.request(4, m.units(40));
        m.request(5, m.units(30));
        m.refused(Rejection.INSUFFICIENT_CASH).request(6, m.units(8));
        m.refused(Rejection.CAP_REACHED).request(5, m.units(31));
        m.refused(Rejection.NOT_APPROVED).execute(1);
        m.approve(0, 1);
        m.refused(Rejection.ALREADY_APPROVED).approve(0, 1);
        m.refused(Rejection.WRONG_SIGNER).approve(7, 1);
        m.refused(Rejection.UNKNOWN_WITHDRAWAL).approve(1, 9);
        m.refused(Rejection.NOT_APPROVED).execute(1);
        m.approve(2, 1);
        m.approve(0, 2);
        m.refused(Rejection.TOO_EARLY).execute(1);
        m.refused(Rejection.UNKNOWN_WITHDRAWAL).execute(9);
        m.end();
    }

    /** The one withdrawal is taken back, the other waits. */
    private static void waiting(ScriptWriter m) {
        m.refused(Rejection.NOT_OWNER).takeBack(4, 2);
        m.takeBack(5, 2);
        m.refused(Rejection.NOT_PENDING).takeBack(5, 2);
        m.approve(1, 1);
        m.refused(Rejection.NOT_PENDING).approve(1, 2);
        m.refused(Rejection.TOO_EARLY).execute(1);
        m.end();
    }

    /** It is paid when its block is proven, once. */
    private static void payments(ScriptWriter m) {
        m.proves(1);
        m.refused(Rejection.NOT_QUITTED).execute(1);
        m.reports(99, 100, 100, 0);
        m.endWithRound();
        m.proves(3);
        m.execute(1);
        m.refused(Rejection.NOT_PENDING).execute(1);
        m.request(5, m.units(7) + 3);
        m.end();
    }
}
