package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;
import org.quittance.sim.check.Property;

/** Expiries, withdrawals and evidence go wrong. */
final class TreasuryFaults {

    private TreasuryFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("unbonding-released-early", Area.SETTLEMENT,
                        "unbonding stake is released a block early",
                        edit("settlement/StakingPhase",
                                "&& unbonding.due() <= s.height();",
                                "&& unbonding.due() <= s.height() + 1;"))
                        .shownBy(Run.settlement("market-validators", 0),
                                "unbonding[v].due <= height"),
                Fault.of("withdrawal-too-early", Area.SETTLEMENT,
                        "a withdrawal is executed before its delay is over: <= for <",
                        edit("settlement/TreasuryRules",
                                "if (s.height() - withdrawal.requested() < "
                                        + "s.parameters().withdrawalDelay()) {",
                                "if (s.height() - withdrawal.requested() + 1 < "
                                        + "s.parameters().withdrawalDelay()) {"))
                        .shownBy(Run.settlement("market-treasury", 0),
                                "ReasonFor(e.args.command, e.args.reason) = "
                                        + "e.args.reason"),
                Fault.of("expired-keeps-orders", Area.SETTLEMENT,
                        "orders in an expired group stay",
                        edit("settlement/ExpiryPhase",
                                "s.book().removeAllOf(series);",
                                "s.book().count(0);"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in orders"),
                Fault.of("withdrawal-void-pays-twice", Area.SETTLEMENT,
                        "a withdrawal that isn't pending can be made void",
                        edit("settlement/TreasuryRules",
                                "return unlessPending(withdrawal); } /** The "
                                        + "money goes back",
                                "return Checks.ok(); } /** The money goes back"))
                        .shownBy(Run.settlement("market-treasury", 0),
                                "VoidWithdrawalRefusal(a, w) = \"ACCEPTED\""),
                Fault.of("double-exercise", Area.SETTLEMENT,
                        "an expired position stays after it was paid out",
                        edit("settlement/ExpiryPhase",
                                "positions.set(account, series, 0);",
                                ""))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in position")
                        .breaking(Property.S5_SETTLED_ONCE,
                                "has a position in series"),
                Fault.of("sum-not-divided", Area.SETTLEMENT,
                        "the settlement price is a sum instead of a mean",
                        edit("settlement/ExpiryPhase",
                                "return sum / group.observed().size();",
                                "return sum;"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in cash")
                        .breaking(Property.S6_PAYOFF,
                                "by the contracts it is"),
                Fault.of("order-of-a-map", Area.SETTLEMENT,
                        "a result depends on chance inside the process",
                        edit("settlement/BlockRules",
                                "next[v] = takesPart ? validators.stake(v) : 0;",
                                "next[v] = (takesPart ? validators.stake(v) : "
                                        + "0) + (System.identityHashCode(new Object()) & 1);"))
                        .shownByNothing(
                                "what depends on chance inside the process "
                                        + "makes another trace each time")
                        .breaking(Property.S13_DETERMINISTIC,
                                "the root is"),
                Fault.of("withdrawal-without-quittance", Area.SETTLEMENT,
                        "money leaves before a quittance proves the approval",
                        edit("settlement/TreasuryRules",
                                "return s.treasury().quitted() < withdrawal.approved()",
                                "return s.treasury().quitted() < 0"))
                        .shownBy(Run.settlement("market-treasury", 0),
                                "ExecuteWithdrawalRefusal(w) = \"ACCEPTED\"")
                        .breaking(Property.S10_WITHDRAWALS,
                                "under a quittance for height"),
                Fault.of("too-few-approvals", Area.SETTLEMENT,
                        "one approval is enough for a withdrawal",
                        edit("settlement/TreasuryRules",
                                "if (withdrawal.approvals().size() < "
                                        + "s.parameters().custodianQuorum()) {",
                                "if (withdrawal.approvals().isEmpty()) {"))
                        .shownBy(Run.settlement("market-treasury", 0),
                                "ReasonFor(e.args.command, e.args.reason) = "
                                        + "e.args.reason")
                        .breaking(Property.S10_WITHDRAWALS,
                                "executes"),
                Fault.of("allowance-of-earlier-epoch", Area.SETTLEMENT,
                        "a void withdrawal of an earlier epoch is counted in this one",
                        edit("settlement/TreasuryRules",
                                "epoch(s, withdrawal.requested()) == epoch(s, "
                                        + "s.height())",
                                "withdrawal.requested() > 0"))
                        .shownBy(Run.settlement("settlement-4", 0),
                                "differs in withdrawn")
                        .breaking(Property.S10_WITHDRAWALS,
                                "in this epoch"),
                Fault.of("evidence-twice", Area.SETTLEMENT,
                        "one piece of evidence is applied twice",
                        edit("settlement/StakingRules",
                                "return s.validators().isUsed(c.validator(), "
                                        + "c.kind(), c.at())",
                                "return c.at() < 0"))
                        .shownBy(Run.settlement("market-validators", 0),
                                "SlashRefusal(v, kind, at) = \"ACCEPTED\"")
                        .breaking(Property.S15_SLASHED,
                                "applied twice"));
    }
}
