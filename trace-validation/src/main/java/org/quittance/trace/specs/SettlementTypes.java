package org.quittance.trace.specs;

import static org.quittance.trace.format.FieldType.AMOUNT;
import static org.quittance.trace.format.FieldType.INT;
import static org.quittance.trace.format.FieldType.INTS;
import static org.quittance.trace.format.FieldType.fields;

import java.util.List;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.FieldType.Changes;
import org.quittance.trace.format.FieldType.MapOf;
import org.quittance.trace.format.FieldType.OneOf;
import org.quittance.trace.format.FieldType.Rec;
import org.quittance.trace.format.FieldType.Seq;
import org.quittance.trace.format.FieldType.SetOf;

/** What the variables and arguments of Settlement hold. */
final class SettlementTypes {

    static final FieldType SIDE = new OneOf(List.of("buy", "sell"));
    static final FieldType KIND = new OneOf(List.of("GTC", "IOC", "POST_ONLY"));
    static final FieldType RIGHT = new OneOf(List.of("CALL", "PUT"));
    static final FieldType EVIDENCE_KIND = new OneOf(List.of("vote", "attestation"));
    static final FieldType PHASE =
            new OneOf(List.of("commands", "oracle", "expiry", "liquidation", "staking"));
    static final FieldType SWEPT = new FieldType.Number(-1, FieldType.MOST);

    static final FieldType ORDER =
            new Rec(
                    fields(
                            "id", INT,
                            "account", INT,
                            "series", INT,
                            "side", SIDE,
                            "price", AMOUNT,
                            "quantity", AMOUNT,
                            "kind", KIND));
    static final FieldType TAKER = new FieldType.Optional(ORDER);
    static final FieldType GROUP =
            new Rec(
                    fields(
                            "expiry", INT,
                            "status", new OneOf(List.of("LIVE", "EXPIRED", "SETTLED")),
                            "observed", new Seq(AMOUNT)));
    static final FieldType SERIES =
            new Rec(fields("strike", AMOUNT, "right", RIGHT, "group", INT));
    static final FieldType UNBONDING = new Rec(fields("amount", AMOUNT, "due", INT));
    static final FieldType WITHDRAWAL =
            new Rec(
                    fields(
                            "account", INT,
                            "amount", AMOUNT,
                            "status", new OneOf(List.of("PENDING", "EXECUTED", "VOID")),
                            "requested", INT,
                            "approvals", INTS,
                            "approved", INT));
    static final FieldType EVIDENCES =
            new SetOf(new FieldType.Tuple(List.of(INT, EVIDENCE_KIND, INT)));
    static final FieldType POSITIONS = new MapOf(new MapOf(AMOUNT));

    static final FieldType CHANGED_AMOUNTS = new Changes(AMOUNT);
    static final FieldType CHANGED_INTS = new Changes(INT);
    static final FieldType CHANGED_UNBONDING = new Changes(UNBONDING);
    static final FieldType CHANGED_WITHDRAWALS = new Changes(WITHDRAWAL);
    static final FieldType CHANGED_ORDERS = new Changes(ORDER);
    static final FieldType CHANGED_GROUPS = new Changes(GROUP);

    private SettlementTypes() {}
}
