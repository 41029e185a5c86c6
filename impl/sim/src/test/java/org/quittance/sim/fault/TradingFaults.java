package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;
import org.quittance.sim.check.Property;

/** Orders and trades go wrong. */
final class TradingFaults {

    private TradingFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("taker-sets-the-price", Area.SETTLEMENT,
                        "trades are made at the incoming order's price",
                        edit("settlement/BookRules",
                                "trade(s, taker, traded, maker.price()); "
                                        + "trade(s, maker, traded, maker.price());",
                                "trade(s, taker, traded, taker.price()); "
                                        + "trade(s, maker, traded, taker.price());"))
                        .shownBy(Run.settlement("market-book", 0),
                                "differs in cash"),
                Fault.of("no-margin-check", Area.SETTLEMENT,
                        "an order needs no collateral",
                        edit("settlement/BookGuards",
                                "return isCovered(s, order, order.quantity(), "
                                        + "order.price())",
                                "return order.quantity() > 0"))
                        .shownBy(Run.settlement("market-book", 0),
                                "PlaceRefusal(a, s, side, x, n, kind) = \"ACCEPTED\"")
                        .breaking(Property.S3_COLLATERAL,
                                "has not the collateral that it needs"),
                Fault.of("no-margin-check-of-makers", Area.SETTLEMENT,
                        "a resting order trades whatever its owner has",
                        edit("settlement/BookGuards",
                                "&& isCovered(s, maker, traded, maker.price())",
                                ""))
                        .shownBy(Run.settlement("market-book", 0),
                                "Shortfall(P, c, q) <= Shortfall(P, cash[a], "
                                        + "position[a])")
                        .breaking(Property.S3_COLLATERAL,
                                "after a fill"),
                Fault.of("margin-of-last-group-only", Area.SETTLEMENT,
                        "the margin is that of the last group alone: = for +=",
                        edit("settlement/MarginRule",
                                "sum = Math.addExact(sum, "
                                        + "groupMargin(portfolio, from, to, band, floor));",
                                "sum = groupMargin(portfolio, from, to, band, floor);"))
                        .shownBy(Run.settlement(Run.SMALL, 1312),
                                "\\A a \\in DOMAIN cash: swept < a => ~NeedsStep(a)")
                        .breaking(Property.S16_REJECTED,
                                "must be refused as INSUFFICIENT_COLL"),
                Fault.of("bid-without-cash", Area.SETTLEMENT,
                        "who buys needs no cash",
                        edit("settlement/BookGuards",
                                "cashAfter(s, order, order.quantity(), "
                                        + "order.price()) < 0",
                                "order.quantity() < 0"),
                        edit("settlement/BookGuards",
                                "return isCovered(s, order, order.quantity(), "
                                        + "order.price())",
                                "return order.signed(1) > 0 || isCovered(s, "
                                        + "order, order.quantity(), order.price())"),
                        edit("settlement/BookGuards",
                                "&& isCovered(s, maker, traded, maker.price())",
                                "&& (maker.signed(1) > 0 || isCovered(s, "
                                        + "maker, traded, maker.price()))"))
                        .shownBy(Run.settlement("market-book", 0),
                                "PlaceRefusal(a, s, side, x, n, kind) = \"ACCEPTED\"")
                        .breaking(Property.S4_NON_NEGATIVE,
                                "cash["),
                Fault.of("premium-lost", Area.SETTLEMENT,
                        "a seller gets less than the buyer paid",
                        edit("settlement/BookRules",
                                "s.accounts().addCash(order.account(), "
                                        + "Math.negateExact(premium));",
                                "s.accounts().addCash(order.account(), "
                                        + "Math.negateExact(premium) - (quantity < 0 ? 1 : 0));"))
                        .shownBy(Run.settlement("market-book", 0),
                                "differs in cash")
                        .breaking(Property.S1_CONSERVATION,
                                "all money is"),
                Fault.of("contracts-from-nowhere", Area.SETTLEMENT,
                        "a buyer gets one contract more than the seller sold",
                        edit("settlement/BookRules",
                                "s.positions().add(order.account(), "
                                        + "order.series(), quantity);",
                                "s.positions().add(order.account(), "
                                        + "order.series(), quantity > 0 ? quantity + 1 : "
                                        + "quantity);"))
                        .shownBy(Run.settlement("market-book", 0),
                                "differs in position")
                        .breaking(Property.S2_OPEN_INTEREST,
                                "sum to"),
                Fault.of("trade-with-oneself", Area.SETTLEMENT,
                        "an order may trade with one of the same account",
                        edit("settlement/BookGuards",
                                "if (crosses && s.book().crossesOwn(order)) {",
                                "if (crosses && order.quantity() < 0) {"))
                        .shownBy(Run.settlement("market-book", 0),
                                "PlaceRefusal(a, s, side, x, n, kind) = \"ACCEPTED\"")
                        .breaking(Property.S9_BOOK,
                                "trades with itself"),
                Fault.of("post-only-takes", Area.SETTLEMENT,
                        "a POST_ONLY order trades at once",
                        edit("settlement/BookGuards",
                                "if (crosses && order.kind() == OrderKind.POST_ONLY) {",
                                "if (crosses && order.quantity() < 0) {"))
                        .shownBy(Run.settlement("market-book", 0),
                                "PlaceRefusal(a, s, side, x, n, kind) = \"ACCEPTED\"")
                        .breaking(Property.S9_BOOK,
                                "POST_ONLY"),
                Fault.of("nonce-of-wrong-turn", Area.SETTLEMENT,
                        "a command that isn't in turn uses up a nonce",
                        edit("settlement/Commands",
                                "if (reason.compareTo(Rejection.WRONG_NONCE) > 0) {",
                                "if (reason.compareTo(Rejection.WRONG_NONCE) >= 0) {"))
                        .shownBy(Run.settlement("market-book", 0),
                                "differs in nonce")
                        .breaking(Property.S16_REJECTED,
                                "but changes something"));
    }
}
