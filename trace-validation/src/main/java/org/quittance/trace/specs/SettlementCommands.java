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
import static org.quittance.trace.specs.SettlementTypes.EVIDENCE_KIND;
import static org.quittance.trace.specs.SettlementTypes.KIND;
import static org.quittance.trace.specs.SettlementTypes.POSITIONS;
import static org.quittance.trace.specs.SettlementTypes.RIGHT;
import static org.quittance.trace.specs.SettlementTypes.SERIES;
import static org.quittance.trace.specs.SettlementTypes.SIDE;
import static org.quittance.trace.specs.SettlementTypes.TAKER;

import java.util.List;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.FieldType.Changes;

/** What anyone can ask Settlement for: what is carried out, or refused. */
final class SettlementCommands {

    /** Whoever sends a command can write any number; the spec refuses it. */
    private static final FieldType ANY_INT =
            new FieldType.Number(-Integer.MAX_VALUE, Integer.MAX_VALUE);

    static final List<Action> ALL =
            List.of(
                    new Action(
                            "Deposit",
                            fields(
                                    "ext", ANY_INT,
                                    "account", ANY_INT,
                                    "amount", AMOUNT,
                                    "signers", INTS),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "externalIn", AMOUNT,
                                    "usedDeposits", INTS)),
                    new Action(
                            "ListGroup",
                            fields("group", ANY_INT, "expiry", ANY_INT, "signers", INTS),
                            fields("groups", CHANGED_GROUPS)),
                    new Action(
                            "ListSeries",
                            fields(
                                    "series", ANY_INT,
                                    "strike", AMOUNT,
                                    "right", RIGHT,
                                    "group", ANY_INT,
                                    "signers", INTS),
                            fields("series", new Changes(SERIES))),
                    new Action(
                            "Pause",
                            fields("until", ANY_INT, "nonce", ANY_INT, "signers", INTS),
                            fields("pausedUntil", INT, "governanceNonce", INT)),
                    new Action(
                            "Resume",
                            fields("nonce", ANY_INT, "signers", INTS),
                            fields("pausedUntil", INT, "governanceNonce", INT)),
                    new Action(
                            "Place",
                            fields(
                                    "account", ANY_INT,
                                    "nonce", ANY_INT,
                                    "series", ANY_INT,
                                    "side", SIDE,
                                    "price", AMOUNT,
                                    "quantity", AMOUNT,
                                    "kind", KIND),
                            fields("nonce", CHANGED_INTS, "taker", TAKER, "nextOrder", INT)),
                    new Action(
                            "Cancel",
                            fields("account", ANY_INT, "nonce", ANY_INT, "order", ANY_INT),
                            fields("nonce", CHANGED_INTS, "orders", CHANGED_ORDERS)),
                    new Action(
                            "Report",
                            fields("validator", ANY_INT, "round", ANY_INT, "price", AMOUNT),
                            fields("reports", CHANGED_AMOUNTS)),
                    new Action(
                            "RequestWithdrawal",
                            fields("account", ANY_INT, "nonce", ANY_INT, "amount", AMOUNT),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "nonce", CHANGED_INTS,
                                    "withdrawals", CHANGED_WITHDRAWALS,
                                    "nextWithdrawal", INT,
                                    "withdrawn", AMOUNT)),
                    new Action(
                            "ApproveWithdrawal",
                            fields("custodian", ANY_INT, "withdrawal", ANY_INT),
                            fields("withdrawals", CHANGED_WITHDRAWALS)),
                    new Action(
                            "ExecuteWithdrawal",
                            fields("withdrawal", ANY_INT),
                            fields("withdrawals", CHANGED_WITHDRAWALS, "externalOut", AMOUNT)),
                    new Action(
                            "VoidWithdrawal",
                            fields("account", ANY_INT, "nonce", ANY_INT, "withdrawal", ANY_INT),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "nonce", CHANGED_INTS,
                                    "withdrawals", CHANGED_WITHDRAWALS,
                                    "withdrawn", AMOUNT)),
                    new Action(
                            "Takeover",
                            fields("account", ANY_INT, "nonce", ANY_INT, "target", ANY_INT),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "position", POSITIONS,
                                    "nonce", CHANGED_INTS,
                                    "flagged", CHANGED_INTS)),
                    new Action(
                            "Slash",
                            fields("validator", ANY_INT, "kind", EVIDENCE_KIND, "at", ANY_INT),
                            fields(
                                    "stake", CHANGED_AMOUNTS,
                                    "unbonding", CHANGED_UNBONDING,
                                    "jailed", INTS,
                                    "usedEvidence", EVIDENCES,
                                    "insuranceFund", AMOUNT)),
                    new Action(
                            "Stake",
                            fields(
                                    "account", ANY_INT,
                                    "nonce", ANY_INT,
                                    "validator", ANY_INT,
                                    "amount", AMOUNT),
                            fields(
                                    "cash", CHANGED_AMOUNTS,
                                    "nonce", CHANGED_INTS,
                                    "stake", CHANGED_AMOUNTS)),
                    new Action(
                            "Unstake",
                            fields(
                                    "account", ANY_INT,
                                    "nonce", ANY_INT,
                                    "validator", ANY_INT,
                                    "amount", AMOUNT),
                            fields(
                                    "nonce", CHANGED_INTS,
                                    "stake", CHANGED_AMOUNTS,
                                    "unbonding", CHANGED_UNBONDING)),
                    new Action(
                            "Join",
                            fields("account", ANY_INT, "nonce", ANY_INT, "validator", ANY_INT),
                            fields("nonce", CHANGED_INTS, "joined", INTS)),
                    new Action(
                            "Leave",
                            fields("account", ANY_INT, "nonce", ANY_INT, "validator", ANY_INT),
                            fields("nonce", CHANGED_INTS, "joined", INTS)));

    private SettlementCommands() {}
}
