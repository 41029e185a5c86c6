package org.quittance.sim.settlement.script;

import java.util.Collections;
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
 * Reports, outliers and a jump that must be confirmed; stake that comes, goes and is slashed; an
 * epoch that ends; a price that grows stale.
 */
final class ValidatorsScript {

    private ValidatorsScript() {}

    static Script of(Scripts.Scale scale) {
        return new Script(8, keys -> {
            ScriptWriter m = new ScriptWriter(genesis(scale, keys), keys, scale);
            reports(m);
            stakes(m);
            jump(m);
            convictions(m);
            return m;
        });
    }

    private static Genesis genesis(Scripts.Scale scale, Keyring keys) {
        return Scripts.genesis(keys, Scripts.rules(scale, Map.of("MaxAge", 1L)),
                Collections.nCopies(4, scale.units(50)),
                List.of(scale.units(301), scale.units(302), scale.units(303), scale.units(304)),
                List.of(scale.units(50)));
    }

    /** As many series as there may be, and the first round. */
    private static void reports(ScriptWriter m) {
        m.group(1, 4);
        for (int series = 1; series <= 4; series++) {
            m.series(series, 95 + 5 * series, Right.CALL, 1);
        }
        m.refused(Rejection.TOO_MANY).series(5, 90, Right.CALL, 1);
        m.refused(Rejection.STALE_PRICE).stake(0, 0, m.units(1));
        m.refused(Rejection.UNKNOWN_VALIDATOR).report(9, 100);
        m.refused(Rejection.NOT_IN_RANGE).report(0, 0);
        m.refused(Rejection.WRONG_ROUND).report(0, 100, 2);
        m.reports(100, 102, 98, 0);
        m.refused(Rejection.ALREADY_REPORTED).report(0, 101);
        m.report(3, 120);
        m.endWithRound();
    }

    /** Stake comes and goes; half of a round is reported. */
    private static void stakes(ScriptWriter m) {
        m.stake(0, 0, m.units(10));
        m.refused(Rejection.NOT_OWNER).stake(0, 1, m.units(1));
        m.refused(Rejection.INSUFFICIENT_CASH).stake(0, 0, m.units(41));
        m.refused(Rejection.NOT_IN_RANGE).stake(0, 0, 0);
        m.unstake(1, 1, m.units(33));
        m.refused(Rejection.UNBONDING).unstake(1, 1, 1);
        m.refused(Rejection.INSUFFICIENT_STAKE).unstake(2, 2, m.units(304));
        m.unstake(2, 2, m.units(210) + 1);
        m.leave(3, 3);
        m.refused(Rejection.NOT_OWNER).leave(3, 2);
        m.reports(150, 150, 0, 0);
        m.end();
    }

    /** The other half comes with the next block; the price jumps, and is confirmed. */
    private static void jump(ScriptWriter m) {
        m.report(2, 151);
        m.report(3, 190);
        m.endWithRound();
        m.refused(Rejection.HALTED).place(4, 1, Side.BUY, 1, 1, OrderKind.IOC);
        m.refused(Rejection.INSUFFICIENT_STAKE).join(2, 2);
        m.join(3, 3);
        m.reports(152, 152, 152, 100);
        m.endWithRound();
    }

    /** Validators are convicted, one while its stake is unbonding. */
    private static void convictions(ScriptWriter m) {
        m.report(1, 150);
        m.convict(1, EvidenceKind.ATTESTATION, 2);
        m.refused(Rejection.ALREADY_USED).convict(1, EvidenceKind.ATTESTATION, 2);
        m.refused(Rejection.JAILED).join(1, 1);
        m.report(0, 152);
        m.convict(3, EvidenceKind.VOTE, 4);
        m.refused(Rejection.JAILED).report(3, 150);
        m.end();
        m.convict(0, EvidenceKind.VOTE, 3);
        m.unstake(0, 0, m.units(7));
        m.end();
        m.refused(Rejection.STALE_PRICE).place(4, 1, Side.BUY, 1, 1, OrderKind.IOC);
        m.end();
        m.end();
    }
}
