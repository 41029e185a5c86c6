package org.quittance.trace.specs;

import static org.quittance.trace.format.FieldType.AMOUNT;
import static org.quittance.trace.format.FieldType.INT;
import static org.quittance.trace.format.FieldType.INTS;
import static org.quittance.trace.format.FieldType.fields;
import static org.quittance.trace.specs.SettlementTypes.CHANGED_AMOUNTS;
import static org.quittance.trace.specs.SettlementTypes.CHANGED_GROUPS;
import static org.quittance.trace.specs.SettlementTypes.CHANGED_INTS;
import static org.quittance.trace.specs.SettlementTypes.CHANGED_ORDERS;
import static org.quittance.trace.specs.SettlementTypes.CHANGED_UNBONDING;
import static org.quittance.trace.specs.SettlementTypes.CHANGED_WITHDRAWALS;
import static org.quittance.trace.specs.SettlementTypes.EVIDENCES;
import static org.quittance.trace.specs.SettlementTypes.GROUP;
import static org.quittance.trace.specs.SettlementTypes.ORDER;
import static org.quittance.trace.specs.SettlementTypes.PHASE;
import static org.quittance.trace.specs.SettlementTypes.POSITIONS;
import static org.quittance.trace.specs.SettlementTypes.SERIES;
import static org.quittance.trace.specs.SettlementTypes.SWEPT;
import static org.quittance.trace.specs.SettlementTypes.TAKER;
import static org.quittance.trace.specs.SettlementTypes.UNBONDING;
import static org.quittance.trace.specs.SettlementTypes.WITHDRAWAL;

import java.util.List;
import java.util.Map;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.FieldType.MapOf;

/** What follows from commands in Settlement, and what happens in every block. */
final class SettlementSteps {

    private static final Map<String, FieldType> ENDS_PHASE = fields("phase", PHASE);

    static final List<Action> ALL =
            List.of(
                    new Action(
                            "Reject",
                            fields(
                                    "command", new FieldType.Command(SettlementCommands.ALL),
                                    "reason", new FieldType.Name()),
                            fields("nonce", CHANGED_INTS, "governanceNonce", INT)),
                    new Action("Quit", fields("at", INT), fields("quitted", INT)),
                    new Action(
                            "Fill",
                            fields("maker", INT),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "position", POSITIONS,
                                    "orders", CHANGED_ORDERS,
                                    "taker", TAKER)),
                    new Action("Evict", fields("maker", INT), fields("orders", CHANGED_ORDERS)),
                    new Action(
                            "Rest", fields(), fields("orders", CHANGED_ORDERS, "taker", TAKER)),
                    new Action("Expire", fields(), fields("taker", TAKER)),
                    new Action(
                            "EndCommands",
                            fields(),
                            fields("phase", PHASE, "flagged", CHANGED_INTS)),
                    new Action(
                            "CloseRound",
                            fields(),
                            fields(
                                    "phase", PHASE,
                                    "groups", CHANGED_GROUPS,
                                    "round", INT,
                                    "roundStart", INT,
                                    "reports", CHANGED_AMOUNTS,
                                    "price", AMOUNT,
                                    "priceHeight", INT,
                                    "candidate", AMOUNT,
                                    "outliers", CHANGED_INTS)),
                    new Action("KeepRound", fields(), ENDS_PHASE),
                    new Action(
                            "GiveUpRound",
                            fields(),
                            fields(
                                    "phase", PHASE,
                                    "round", INT,
                                    "roundStart", INT,
                                    "reports", CHANGED_AMOUNTS)),
                    new Action(
                            "ExpireGroup",
                            fields("group", INT),
                            fields("orders", CHANGED_ORDERS, "groups", CHANGED_GROUPS)),
                    new Action(
                            "SettleGroup",
                            fields("group", INT),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "position", POSITIONS,
                                    "groups", CHANGED_GROUPS,
                                    "withdrawals", CHANGED_WITHDRAWALS,
                                    "stake", CHANGED_AMOUNTS,
                                    "unbonding", CHANGED_UNBONDING,
                                    "insuranceFund", AMOUNT)),
                    new Action("EndExpiry", fields(), ENDS_PHASE),
                    new Action(
                            "Flag",
                            fields("account", INT),
                            fields(
                                    "flagged", CHANGED_INTS,
                                    "orders", CHANGED_ORDERS,
                                    "swept", SWEPT)),
                    new Action(
                            "Unflag",
                            fields("account", INT),
                            fields("flagged", CHANGED_INTS, "swept", SWEPT)),
                    new Action(
                            "Deleverage",
                            fields("account", INT),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "position", POSITIONS,
                                    "flagged", CHANGED_INTS,
                                    "withdrawals", CHANGED_WITHDRAWALS,
                                    "stake", CHANGED_AMOUNTS,
                                    "unbonding", CHANGED_UNBONDING,
                                    "insuranceFund", AMOUNT,
                                    "swept", SWEPT)),
                    new Action("EndLiquidation", fields(), ENDS_PHASE),
                    new Action(
                            "ReleaseUnbonding",
                            fields("validator", INT),
                            fields("cash", CHANGED_AMOUNTS, "unbonding", CHANGED_UNBONDING)),
                    new Action("EndBlock", fields(), everything()));

    private SettlementSteps() {}

    /** All variables of the spec, entirely. */
    private static Map<String, FieldType> everything() {
        return fields(
                "height", INT,
                "phase", PHASE,
                "swept", SWEPT,
                "taker", TAKER,
                "cash", new MapOf(AMOUNT),
                "position", POSITIONS,
                "nonce", new MapOf(INT),
                "flagged", new MapOf(INT),
                "governanceNonce", INT,
                "orders", new MapOf(ORDER),
                "nextOrder", INT,
                "groups", new MapOf(GROUP),
                "series", new MapOf(SERIES),
                "round", INT,
                "roundStart", INT,
                "reports", new MapOf(AMOUNT),
                "price", AMOUNT,
                "priceHeight", INT,
                "candidate", AMOUNT,
                "outliers", new MapOf(INT),
                "stake", new MapOf(AMOUNT),
                "unbonding", new MapOf(UNBONDING),
                "jailed", INTS,
                "joined", INTS,
                "weight", new MapOf(AMOUNT),
                "usedEvidence", EVIDENCES,
                "insuranceFund", AMOUNT,
                "withdrawals", new MapOf(WITHDRAWAL),
                "nextWithdrawal", INT,
                "withdrawn", AMOUNT,
                "usedDeposits", INTS,
                "externalIn", AMOUNT,
                "externalOut", AMOUNT,
                "pausedUntil", INT,
                "quitted", INT);
    }
}
