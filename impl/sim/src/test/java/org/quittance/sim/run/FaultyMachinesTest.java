package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.sim.check.Property;

/**
 * Negative controls: the settlement machine with a fault in it, such as real systems had, is caught
 * by the checker whose property the fault breaks, while all other checkers look away. The fault is
 * made in the source, which is compiled and loaded instead of the real class.
 */
class FaultyMachinesTest {

    private static final Path SOURCES =
            Path.of("..", "core", "src", "main", "java", "org", "quittance", "core", "settlement");

    private record Fault(String name, Property broken, String message, List<FaultyClasses.Edit> edits) {}

    @TempDir
    private Path folder;

    private static Fault fault(
            String name, Property broken, String message, String file, String from, String to) {
        return new Fault(name, broken, message, List.of(new FaultyClasses.Edit(file, from, to)));
    }

    private static List<Fault> faults() {
        return List.of(
                fault("double exercise", Property.S5_SETTLED_ONCE, "has a position in series",
                        "ExpiryPhase", "positions.set(account, series, 0);", ""),
                fault("missing margin check", Property.S3_COLLATERAL,
                        "has not the collateral that it needs", "BookGuards",
                        "return isCovered(s, order, order.quantity(), order.price())",
                        "return order.quantity() > 0"),
                fault("missing margin check of makers", Property.S3_COLLATERAL, "after a fill",
                        "BookGuards", "&& isCovered(s, maker, traded, maker.price())", ""),
                fault("= for +=", Property.S16_REJECTED, "must be refused as INSUFFICIENT_COLL",
                        "MarginRule",
                        "sum = Math.addExact(sum, groupMargin(portfolio, from, to, band, floor));",
                        "sum = groupMargin(portfolio, from, to, band, floor);"),
                new Fault("bid without cash", Property.S4_NON_NEGATIVE, "cash[", List.of(
                        new FaultyClasses.Edit("BookGuards",
                                "cashAfter(s, order, order.quantity(), order.price()) < 0",
                                "order.quantity() < 0"),
                        new FaultyClasses.Edit("BookGuards",
                                "return isCovered(s, order, order.quantity(), order.price())",
                                "return order.signed(1) > 0"
                                        + " || isCovered(s, order, order.quantity(),"
                                        + " order.price())"),
                        new FaultyClasses.Edit("BookGuards",
                                "&& isCovered(s, maker, traded, maker.price())",
                                "&& (maker.signed(1) > 0"
                                        + " || isCovered(s, maker, traded, maker.price()))"))),
                fault("floored median", Property.S7_HONEST_PRICE, "but the median",
                        "WeightedMedian", "if (Math.multiplyExact(2, cumulative) >= total) {",
                        "if (cumulative >= total / 2) {"),
                fault("weight of who was convicted", Property.S7_HONEST_PRICE, "the weights are",
                        "BlockRules",
                        "validators.isJoined(v) && !validators.isJailed(v);",
                        "validators.isJoined(v);"),
                fault("outliers for ever", Property.S7_HONEST_PRICE, "the outliers are",
                        "BlockRules", "s.oracle().setOutliers(v, 0);", ""),
                fault("all remainder to one creditor", Property.S6_PAYOFF,
                        "by the contracts it is", "ProRata",
                        ".forEach(k -> shares[k]++);",
                        ".forEach(k -> shares[claims.length - 1]++);"),
                fault("unfair haircut", Property.S11_HAIRCUT, "of all", "ProRata",
                        "        return shares;",
                        "int from = -1; int to = -1;"
                                + " for (int k = 0; k < claims.length; k++) {"
                                + " if (from < 0 && shares[k] > 9) { from = k; }"
                                + " else if (claims[k] - shares[k] > 9) { to = k; } }"
                                + " if (from >= 0 && to >= 0) { long more ="
                                + " Math.min(shares[from], claims[to] - shares[to]);"
                                + " shares[from] -= more; shares[to] += more; }"
                                + " return shares;"),
                fault("haircut before the fund is empty", Property.S11_HAIRCUT,
                        "though the insurance fund still has", "Clearing",
                        ".min(BigInteger.valueOf(fund))", ".min(BigInteger.valueOf(fund / 2))"),
                fault("stake before pending withdrawals", Property.S6_PAYOFF,
                        "by the contracts it is", "Obligations", "pending.subList(0, count)",
                        "pending.subList(count, count)"),
                fault("all withdrawals of a debtor void", Property.S6_PAYOFF,
                        "by the contracts it is", "Obligations", "pending.subList(0, count)",
                        "pending.subList(0, count == 0 ? 0 : pending.size())"),
                fault("blocked liquidation", Property.S12_TAKEOVER, "has been flagged for",
                        "LiquidationPhase", "> s.parameters().takeoverBlocks();",
                        "> s.parameters().takeoverBlocks() + 2;"),
                fault("takeover of all cash at once", Property.S12_TAKEOVER, "is due",
                        "LiquidationRules", "long gain = gain(s, c.target());",
                        "long gain = accounts.cash(c.target()) - payment(s, c.target());"),
                fault("takeover that takes options for nothing", Property.S12_TAKEOVER,
                        "that its positions are worth", "LiquidationRules",
                        "return Math.max(0, worth);", "return Math.max(0, worth) & 0;"),
                fault("takeover time that runs while the price is stale", Property.S12_TAKEOVER,
                        "in which it could be taken over", "BlockRules",
                        "accounts.flaggedCount() == 0 || s.isFresh()",
                        "accounts.flaggedCount() >= 0"),
                fault("stale price", Property.S8_FRESH_PRICE, "stale", "State",
                        "&& height() - oracle().priceHeight() <= parameters.maxAge();", ";"),
                fault("round that stays open for ever", Property.S8_FRESH_PRICE,
                        "the round stays open", "OraclePhase",
                        "return s.height() - s.oracle().roundStart() >= s.parameters().maxAge();",
                        "return s.height() < 0;"),
                fault("price from before the expiry", Property.S8_FRESH_PRICE, "observes",
                        "OraclePhase", "group.expiry() <= s.oracle().roundStart()",
                        "group.expiry() <= s.height()"),
                fault("stale price after a restart", Property.S13_DETERMINISTIC,
                        "restored from a snapshot", "commit/Restoring",
                        "case PRICE_HEIGHT -> ledger.oracle()"
                                + ".setPrice(ledger.oracle().price(), number);",
                        "case PRICE_HEIGHT -> ledger.oracle().setPrice("
                                + "ledger.oracle().price(), ledger.progress().height());"),
                fault("sum not divided", Property.S6_PAYOFF, "by the contracts it is",
                        "ExpiryPhase", "return sum / group.observed().size();", "return sum;"),
                fault("result that depends on the order of a map", Property.S13_DETERMINISTIC,
                        "the root is", "BlockRules",
                        "next[v] = takesPart ? validators.stake(v) : 0;",
                        "next[v] = (takesPart ? validators.stake(v) : 0)"
                                + " + (System.identityHashCode(new Object()) & 1);"),
                fault("takeover of who has come back", Property.S12_TAKEOVER,
                        "has the margin that it needs", "LiquidationRules",
                        "|| !MarginRule.isUnderwater(s, c.target())", ""),
                fault("premium that nobody gets", Property.S1_CONSERVATION, "all money is",
                        "BookRules",
                        "s.accounts().addCash(order.account(), Math.negateExact(premium));",
                        "s.accounts().addCash(order.account(),"
                                + " Math.negateExact(premium) - (quantity < 0 ? 1 : 0));"),
                fault("contracts from nowhere", Property.S2_OPEN_INTEREST, "sum to",
                        "BookRules",
                        "s.positions().add(order.account(), order.series(), quantity);",
                        "s.positions().add(order.account(), order.series(),"
                                + " quantity > 0 ? quantity + 1 : quantity);"),
                fault("trade with oneself", Property.S9_BOOK, "trades with itself", "BookGuards",
                        "if (crosses && s.book().crossesOwn(order)) {",
                        "if (crosses && order.quantity() < 0) {"),
                fault("POST_ONLY that takes", Property.S9_BOOK, "POST_ONLY", "BookGuards",
                        "if (crosses && order.kind() == OrderKind.POST_ONLY) {",
                        "if (crosses && order.quantity() < 0) {"),
                fault("withdrawal without a quittance", Property.S10_WITHDRAWALS,
                        "under a quittance for height", "TreasuryRules",
                        "return s.treasury().quitted() < withdrawal.approved()",
                        "return s.treasury().quitted() < 0"),
                fault("withdrawal with too few approvals", Property.S10_WITHDRAWALS,
                        "executes", "TreasuryRules",
                        "if (withdrawal.approvals().size() < s.parameters().custodianQuorum()) {",
                        "if (withdrawal.approvals().isEmpty()) {"),
                fault("allowance of an earlier epoch", Property.S10_WITHDRAWALS,
                        "in this epoch", "TreasuryRules",
                        "epoch(s, withdrawal.requested()) == epoch(s, s.height())",
                        "withdrawal.requested() > 0"),
                fault("withdrawal of who lacks margin", Property.S10_WITHDRAWALS,
                        "is flagged", "TreasuryRules",
                        "if (s.accounts().isFlagged(withdrawal.account())) {",
                        "if (withdrawal.account() < 0) {"),
                fault("evidence that is applied twice", Property.S15_SLASHED, "applied twice",
                        "StakingRules",
                        "return s.validators().isUsed(c.validator(), c.kind(), c.at())",
                        "return c.at() < 0"),
                fault("slashed stake that is lost", Property.S15_SLASHED, "gains",
                        "StakingRules", "treasury.insuranceFund() + ofStake + ofUnbonding",
                        "treasury.insuranceFund() + ofStake"),
                fault("maintenance above initial margin", Property.S14_MARGIN_ORDER,
                        "could trade", "MarginRule", "band(s, p.maintenanceRate())",
                        "band(s, Math.min(Parameters.WHOLE, 3 * p.initialRate()))"),
                fault("nonce used by what isn't in turn", Property.S16_REJECTED,
                        "but changes something", "Commands",
                        "if (reason.compareTo(Rejection.WRONG_NONCE) > 0) {",
                        "if (reason.compareTo(Rejection.WRONG_NONCE) >= 0) {"));
    }

    @TestFactory
    Stream<DynamicTest> faultIsCaught() {
        return faults().stream().map(fault -> DynamicTest.dynamicTest(
                fault.name() + " breaks " + fault.broken().label(), () -> caught(fault)));
    }

    @Test
    void everyPropertyOfSettlementIsBroken() {
        assertThat(faults()).extracting(Fault::broken).containsAll(
                Stream.of(Property.values())
                        .filter(property -> property.label().matches("S\\d+_.*")).toList());
    }

    private void caught(Fault fault) throws Exception {
        Path classes = Files.createDirectory(folder.resolve(fault.name().replaceAll("\\W", "")));
        FaultyClasses.compile(SOURCES, fault.edits(), classes);
        assertThat(FaultyClasses.run(classes, FaultyRun.class, fault.broken()))
                .contains(fault.message());
    }
}
