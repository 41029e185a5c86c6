package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;
import org.quittance.sim.check.Property;

/** Debts are collected and paid wrongly. */
final class WaterfallFaults {

    private WaterfallFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("fund-before-stake", Area.WATERFALL,
                        "the insurance fund pays before the debtor's stake",
                        edit("settlement/Clearing",
                                "taken[k] = Math.min(missing[pledgors[k]], pledged[k]);",
                                "taken[k] = Math.max(0, "
                                        + "Math.min(missing[pledgors[k]], pledged[k]) - fund);"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in cash"),
                Fault.of("unbonding-spared", Area.WATERFALL,
                        "unbonding stake doesn't pay debts",
                        edit("settlement/Obligations",
                                "pledges.add(new Pledge(place, v, true, "
                                        + "s.validators().unbonding(v).amount()));",
                                "pledges.add(new Pledge(place, v, true, 0));"))
                        .shownBy(Run.settlement("settlement-16", 0),
                                "differs in cash"),
                Fault.of("stake-spared", Area.WATERFALL,
                        "stake doesn't pay debts",
                        edit("settlement/Obligations",
                                "pledges.add(new Pledge(place, v, false, "
                                        + "s.validators().stake(v)));",
                                "pledges.add(new Pledge(place, v, false, 0));"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in cash"),
                Fault.of("debtor-keeps-half-its-cash", Area.WATERFALL,
                        "a debtor keeps half of its cash though it owes more",
                        edit("settlement/Clearing",
                                "paid[k] = Math.min(owed, cash[k]);",
                                "paid[k] = Math.min(owed, (cash[k] + 1) / 2);"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in cash"),
                Fault.of("fund-not-charged", Area.WATERFALL,
                        "what the insurance fund pays isn't taken from it",
                        edit("settlement/Obligations",
                                "s.treasury().setInsuranceFund(s.treasury().insu"
                                        + "ranceFund() - result.drawn());",
                                ""))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in insuranceFund"),
                Fault.of("slash-rounded-down", Area.WATERFALL,
                        "what is slashed is rounded down",
                        edit("settlement/StakingRules",
                                "return "
                                        + "Exact.ceilMulDiv(s.parameters().slashRate(), "
                                        + "amount, Parameters.WHOLE);",
                                "return "
                                        + "Exact.floorMulDiv(s.parameters().slashRate(), "
                                        + "amount, Parameters.WHOLE);"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in stake"),
                Fault.of("remainder-to-one", Area.WATERFALL,
                        "what rounding leaves over goes to one creditor",
                        edit("settlement/ProRata",
                                ".forEach(k -> shares[k]++);",
                                ".forEach(k -> shares[claims.length - 1]++);"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in cash")
                        .breaking(Property.S6_PAYOFF,
                                "by the contracts it is"),
                Fault.of("unfair-haircut", Area.WATERFALL,
                        "one creditor loses so that another loses less",
                        edit("settlement/ProRata",
                                "return shares;",
                                "int from = -1; int to = -1; for (int k = 0; k "
                                        + "< claims.length; k++) { if (from < 0 && "
                                        + "shares[k] > 9) { from = k; } else if "
                                        + "(claims[k] - shares[k] > 9) { to = k; } } if "
                                        + "(from >= 0 && to >= 0) { long more = "
                                        + "Math.min(shares[from], claims[to] - "
                                        + "shares[to]); shares[from] -= more; shares[to] "
                                        + "+= more; } return shares;"))
                        .shownBy(Run.settlement("market-large-expiry", 0),
                                "differs in cash")
                        .breaking(Property.S11_HAIRCUT,
                                "of all"),
                Fault.of("haircut-before-fund", Area.WATERFALL,
                        "half of the insurance fund is spared",
                        edit("settlement/Clearing",
                                ".min(BigInteger.valueOf(fund))",
                                ".min(BigInteger.valueOf(fund / 2))"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in cash")
                        .breaking(Property.S11_HAIRCUT,
                                "though the insurance fund still has"),
                Fault.of("withdrawals-spared", Area.WATERFALL,
                        "a debtor keeps its pending withdrawals",
                        edit("settlement/Obligations",
                                "pending.subList(0, count)",
                                "pending.subList(count, count)"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in cash")
                        .breaking(Property.S6_PAYOFF,
                                "by the contracts it is"),
                Fault.of("all-withdrawals-void", Area.WATERFALL,
                        "all withdrawals of a debtor become void, needed or not",
                        edit("settlement/Obligations",
                                "pending.subList(0, count)",
                                "pending.subList(0, count == 0 ? 0 : pending.size())"))
                        .shownBy(Run.settlement(Run.SMALL, 1338),
                                "differs in cash")
                        .breaking(Property.S6_PAYOFF,
                                "by the contracts it is"),
                Fault.of("slashed-stake-lost", Area.WATERFALL,
                        "what is slashed of unbonding stake doesn't reach the fund",
                        edit("settlement/StakingRules",
                                "treasury.insuranceFund() + ofStake + ofUnbonding",
                                "treasury.insuranceFund() + ofStake"))
                        .shownBy(Run.settlement("market-validators", 0),
                                "differs in insuranceFund")
                        .breaking(Property.S15_SLASHED,
                                "gains"));
    }
}
