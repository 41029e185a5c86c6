package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;
import org.quittance.sim.check.Property;

/** Accounts that lack margin are treated wrongly. */
final class LiquidationFaults {

    private LiquidationFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("flagged-keeps-orders", Area.LIQUIDATION,
                        "who lacks margin keeps its orders",
                        edit("settlement/LiquidationPhase",
                                "s.book().removeAllOf(a);",
                                ""))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "differs in orders"),
                Fault.of("never-unflagged", Area.LIQUIDATION,
                        "who has margin again stays flagged",
                        edit("settlement/LiquidationPhase",
                                "return !isUnderwater && s.accounts().isFlagged(a);",
                                "return !isUnderwater && s.height() < 0;"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "\\A a \\in DOMAIN cash: swept < a => ~NeedsStep(a)"),
                Fault.of("takeover-leaves-flag", Area.LIQUIDATION,
                        "who was taken over stays flagged",
                        edit("settlement/LiquidationRules",
                                "accounts.setFlagged(c.target(), 0);",
                                ""))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "differs in flagged"),
                Fault.of("liquidation-at-stale-price", Area.LIQUIDATION,
                        "accounts are swept at a stale price",
                        edit("settlement/LiquidationPhase",
                                "if (s.isFresh()) {",
                                "if (s.height() > 0) {"))
                        .shownBy(Run.settlement(Run.SMALL, 84),
                                "candidate <= 0"),
                Fault.of("lowest-first", Area.LIQUIDATION,
                        "the lowest account is closed against first, and not "
                                + "the largest holder",
                        edit("settlement/Deleveraging",
                                "Comparator.comparing(Holder::size).reversed().t"
                                        + "henComparing(Holder::account);",
                                "Comparator.comparing(Holder::account);"))
                        .shownBy(Run.settlement(Run.SMALL, 1470),
                                "differs in cash"),
                Fault.of("late-deleverage", Area.LIQUIDATION,
                        "positions are closed out two blocks late",
                        edit("settlement/LiquidationPhase",
                                "> s.parameters().takeoverBlocks();",
                                "> s.parameters().takeoverBlocks() + 2;"))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "\\A a \\in DOMAIN cash: swept < a => ~NeedsStep(a)")
                        .breaking(Property.S12_TAKEOVER,
                                "has been flagged for"),
                Fault.of("takeover-of-all-cash", Area.LIQUIDATION,
                        "a takeover gives all cash at once",
                        edit("settlement/LiquidationRules",
                                "long gain = gain(s, c.target());",
                                "long gain = accounts.cash(c.target()) - "
                                        + "payment(s, c.target());"))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "differs in cash")
                        .breaking(Property.S12_TAKEOVER,
                                "is due"),
                Fault.of("takeover-for-nothing", Area.LIQUIDATION,
                        "a takeover pays nothing for what is worth something",
                        edit("settlement/LiquidationRules",
                                "return Math.max(0, worth);",
                                "return Math.max(0, worth) & 0;"))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "differs in cash")
                        .breaking(Property.S12_TAKEOVER,
                                "that its positions are worth"),
                Fault.of("flags-age-without-price", Area.LIQUIDATION,
                        "the time for takeovers runs while the price is stale",
                        edit("settlement/BlockRules",
                                "accounts.flaggedCount() == 0 || s.isFresh()",
                                "accounts.flaggedCount() >= 0"))
                        .shownBy(Run.settlement("settlement-13", 0),
                                "differs in flagged")
                        .breaking(Property.S12_TAKEOVER,
                                "in which it could be taken over"),
                Fault.of("takeover-of-recovered", Area.LIQUIDATION,
                        "who has margin again can be taken over all the same",
                        edit("settlement/LiquidationRules",
                                "|| !MarginRule.isUnderwater(s, c.target())",
                                ""))
                        .shownBy(Run.settlement(Run.SMALL, 3403),
                                "TakeoverRefusal(bidder, target) = \"ACCEPTED\"")
                        .breaking(Property.S12_TAKEOVER,
                                "has the margin that it needs"),
                Fault.of("withdrawal-of-flagged", Area.LIQUIDATION,
                        "money leaves though its owner lacks margin",
                        edit("settlement/TreasuryRules",
                                "if (s.accounts().isFlagged(withdrawal.account())) {",
                                "if (withdrawal.account() < 0) {"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "ReasonFor(e.args.command, e.args.reason) = "
                                        + "e.args.reason")
                        .breaking(Property.S10_WITHDRAWALS,
                                "is flagged"),
                Fault.of("maintenance-above-initial", Area.LIQUIDATION,
                        "keeping positions needs more margin than trading with them",
                        edit("settlement/MarginRule",
                                "band(s, p.maintenanceRate())",
                                "band(s, Math.min(Parameters.WHOLE, 3 * "
                                        + "p.initialRate()))"))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "\\A a \\in DOMAIN cash: swept < a => ~NeedsStep(a)")
                        .breaking(Property.S14_MARGIN_ORDER,
                                "could trade"));
    }
}
