package org.quittance.core.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;

/** The values of settlement's variables in a trace. */
final class SettlementValues {

    private static final String NULL = "null";

    private SettlementValues() {}

    /** One value; of a variable with few entries what it is when there is none. */
    static String of(Variable variable, Value value) {
        return switch (value) {
            case Value.Number number -> Long.toString(number.number());
            case Value.Member member -> "true";
            case Value.Key key -> throw new IllegalArgumentException("the spec has no keys");
            case Value.OpenOrder order -> order(order).close();
            case Value.Gone gone -> gone(variable);
            case Group group -> Json.object()
                    .number("expiry", group.expiry())
                    .string("status", group.status().name())
                    .numbers("observed", group.observed())
                    .close();
            case Phase phase -> Json.quoted(phase.word());
            case Series series -> Json.object()
                    .number("strike", series.strike())
                    .string("right", series.right().name())
                    .number("group", series.group())
                    .close();
            case Unbonding unbonding -> Json.object()
                    .number("amount", unbonding.amount())
                    .number("due", unbonding.due())
                    .close();
            case Withdrawal withdrawal -> withdrawal(withdrawal).close();
        };
    }

    private static String gone(Variable variable) {
        return switch (variable) {
            case POSITION, NONCE, FLAGGED, OUTLIERS -> "0";
            case UNBONDING -> of(variable, Unbonding.NONE);
            default -> NULL;
        };
    }

    private static Json order(Value.OpenOrder order) {
        return Json.object()
                .number("id", order.id())
                .number("account", order.account())
                .number("series", order.series())
                .string("side", order.side().word())
                .number("price", order.price())
                .number("quantity", order.quantity())
                .string("kind", order.kind().name());
    }

    private static Json withdrawal(Withdrawal withdrawal) {
        return Json.object()
                .number("account", withdrawal.account())
                .number("amount", withdrawal.amount())
                .string("status", withdrawal.status().name())
                .number("requested", withdrawal.requested())
                .numbers("approvals", withdrawal.approvals())
                .number("approved", withdrawal.approved());
    }

    /** A function, by its argument; positions are by account, and then by series. */
    static Json map(Variable variable, SortedMap<Key, Value> entries) {
        Json object = Json.object();
        if (variable != Variable.POSITION) {
            entries.forEach((key, value) ->
                    object.raw(Long.toString(key.first()), of(variable, value)));
            return object;
        }
        SortedMap<Long, Json> byAccount = new TreeMap<>();
        entries.forEach((key, value) -> byAccount
                .computeIfAbsent(key.first(), account -> Json.object())
                .raw(Long.toString(key.second()), of(variable, value)));
        byAccount.forEach((account, held) -> object.object(Long.toString(account), held));
        return object;
    }

    /** A set, in the order of its members; of evidence votes come before attestations. */
    static String set(SortedMap<Key, Value> entries) {
        List<String> members = new ArrayList<>();
        EvidenceKind[] kinds = EvidenceKind.values();
        for (Key key : entries.keySet()) {
            members.add(key.variable() == Variable.USED_EVIDENCE
                    ? "[" + key.first() / kinds.length + ","
                            + Json.quoted(kinds[(int) (key.first() % kinds.length)].word()) + ","
                            + key.second() + "]"
                    : Long.toString(key.first()));
        }
        return "[" + String.join(",", members) + "]";
    }
}
