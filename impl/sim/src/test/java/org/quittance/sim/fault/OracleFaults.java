package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;
import org.quittance.sim.check.Property;

/** Prices go wrong. */
final class OracleFaults {

    private OracleFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("round-closes-with-half", Area.ORACLE,
                        "reports of half of the weight close a round",
                        edit("settlement/OraclePhase",
                                "3 * counted > 2 * weight(s, v -> true);",
                                "2 * counted > weight(s, v -> true);"))
                        .shownBy(Run.settlement("settlement-1", 0),
                                "3 * CountedWeight > 2 * TotalWeight"),
                Fault.of("round-closes-with-two-thirds", Area.ORACLE,
                        "reports of exactly two thirds of the weight close a "
                                + "round: >= for >",
                        edit("settlement/OraclePhase",
                                "3 * counted > 2 * weight(s, v -> true);",
                                "3 * counted >= 2 * weight(s, v -> true);"))
                        .shownBy(Run.settlement(Run.SMALL, 91),
                                "3 * CountedWeight > 2 * TotalWeight"),
                Fault.of("reports-of-convicted-count", Area.ORACLE,
                        "reports of who was convicted since count",
                        edit("settlement/OraclePhase",
                                "&& !s.validators().isJailed(v)",
                                ""))
                        .shownBy(Run.settlement("settlement-1", 0),
                                "3 * CountedWeight > 2 * TotalWeight"),
                Fault.of("reports-of-outliers-count", Area.ORACLE,
                        "reports count however often they were far off",
                        edit("settlement/OraclePhase",
                                "&& s.oracle().outliers(v) < "
                                        + "s.parameters().outlierRounds();",
                                ";"))
                        .shownBy(Run.settlement("settlement-5", 0),
                                "3 * CountedWeight > 2 * TotalWeight"),
                Fault.of("median-by-count", Area.ORACLE,
                        "the median takes each validator for one, whatever its weight",
                        edit("settlement/OraclePhase",
                                "IntStream.of(counted).mapToLong(v -> "
                                        + "s.validators().weight(v)).toArray());",
                                "IntStream.of(counted).mapToLong(v -> 1).toArray());"))
                        .shownBy(Run.settlement("market-validators", 0),
                                "differs in price"),
                Fault.of("median-above", Area.ORACLE,
                        "the median is the next price above: > for >=",
                        edit("settlement/WeightedMedian",
                                "if (Math.multiplyExact(2, cumulative) >= total) {",
                                "if (2 * cumulative > total) {"))
                        .shownBy(Run.settlement(Run.SMALL, 14),
                                "differs in price"),
                Fault.of("jump-not-confirmed", Area.ORACLE,
                        "a price that jumps is taken at once",
                        edit("settlement/OraclePhase",
                                "if (isConfirmed(s, median)) {",
                                "if (isConfirmed(s, median) || median > 0) {"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in price"),
                Fault.of("candidate-kept", Area.ORACLE,
                        "a candidate stays after another price was confirmed",
                        edit("settlement/OraclePhase",
                                "oracle.setCandidate(0);",
                                ""))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in candidate"),
                Fault.of("report-of-another-round", Area.ORACLE,
                        "a report of another round is taken",
                        edit("settlement/OracleRules",
                                "return c.round() != s.oracle().round()",
                                "return c.round() < 0"))
                        .shownBy(Run.settlement("market-validators", 0),
                                "ReportRefusal(v, r, x) = \"ACCEPTED\""),
                Fault.of("report-replaced", Area.ORACLE,
                        "a second report of a round replaces the first",
                        edit("settlement/OracleRules",
                                "if (s.oracle().report(v) > 0) {",
                                "if (s.oracle().report(v) < 0) {"))
                        .shownBy(Run.settlement("market-validators", 0),
                                "ReportRefusal(v, r, x) = \"ACCEPTED\""),
                Fault.of("reports-kept", Area.ORACLE,
                        "reports of a closed round count in the next one",
                        edit("settlement/OraclePhase",
                                "s.oracle().setReport(v, 0);",
                                "s.oracle().setReport(v, s.oracle().report(v));"))
                        .shownBy(Run.settlement("market-book", 0),
                                "differs in reports"),
                Fault.of("floored-median", Area.ORACLE,
                        "half of an odd weight is rounded down for the median",
                        edit("settlement/WeightedMedian",
                                "if (Math.multiplyExact(2, cumulative) >= total) {",
                                "if (cumulative >= total / 2) {"))
                        .shownBy(Run.settlement(Run.SMALL, 65),
                                "differs in price")
                        .breaking(Property.S7_HONEST_PRICE,
                                "but the median"),
                Fault.of("weight-of-convicted", Area.ORACLE,
                        "who was convicted keeps its weight in the next epoch",
                        edit("settlement/BlockRules",
                                "validators.isJoined(v) && !validators.isJailed(v);",
                                "validators.isJoined(v);"))
                        .shownBy(Run.settlement("market-expiry", 0),
                                "differs in weight")
                        .breaking(Property.S7_HONEST_PRICE,
                                "the weights are"),
                Fault.of("outliers-for-ever", Area.ORACLE,
                        "outliers are never forgiven",
                        edit("settlement/BlockRules",
                                "s.oracle().setOutliers(v, 0);",
                                ""))
                        .shownBy(Run.settlement("market-validators", 0),
                                "differs in outliers")
                        .breaking(Property.S7_HONEST_PRICE,
                                "the outliers are"),
                Fault.of("stale-price", Area.ORACLE,
                        "a price never gets stale",
                        edit("settlement/State",
                                "&& height() - oracle().priceHeight() <= "
                                        + "parameters.maxAge();",
                                ";"))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "ReasonFor(e.args.command, e.args.reason) = "
                                        + "e.args.reason")
                        .breaking(Property.S8_FRESH_PRICE,
                                "stale"),
                Fault.of("round-open-for-ever", Area.ORACLE,
                        "a round that is too old is never given up",
                        edit("settlement/OraclePhase",
                                "return s.height() - s.oracle().roundStart() "
                                        + ">= s.parameters().maxAge();",
                                "return s.height() < 0;"))
                        .shownBy(Run.settlement("market-liquidation", 0),
                                "~IsTooOld",
                                "CanKeepRound")
                        .breaking(Property.S8_FRESH_PRICE,
                                "the round stays open"),
                Fault.of("price-from-before-expiry", Area.ORACLE,
                        "a group takes down a price that was reported before it expired",
                        edit("settlement/OraclePhase",
                                "group.expiry() <= s.oracle().roundStart()",
                                "group.expiry() <= s.height()"))
                        .shownBy(Run.settlement("settlement-6", 0),
                                "differs in groups")
                        .breaking(Property.S8_FRESH_PRICE,
                                "observes"),
                Fault.of("stale-price-after-restart", Area.ORACLE,
                        "after a restart the price counts as new",
                        edit("settlement/commit/Restoring",
                                "case PRICE_HEIGHT -> "
                                        + "ledger.oracle().setPrice(ledger.oracle().price("
                                        + "), number);",
                                "case PRICE_HEIGHT -> "
                                        + "ledger.oracle().setPrice(ledger.oracle().price("
                                        + "), ledger.progress().height());"))
                        .shownBy(Run.settlement("settling", 4),
                                "differs in priceHeight")
                        .breaking(Property.S13_DETERMINISTIC,
                                "restored from a snapshot"));
    }
}
