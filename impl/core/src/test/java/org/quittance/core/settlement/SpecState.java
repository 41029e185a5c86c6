package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;
import org.quittance.core.transitions.Tla;

/**
 * A state of the spec as the entries that a ledger has in it.
 *
 * <p>The spec's variables {@code settlements}, {@code takerShortfall} and {@code rejected} are
 * history, on which nothing depends, and the program has none of them.
 */
final class SpecState {

    private final Map<String, Object> values;
    private final long moneyBefore;
    private final List<Entry> entries = new ArrayList<>();

    private SpecState(Map<String, Object> values, long moneyBefore) {
        this.values = values;
        this.moneyBefore = moneyBefore;
    }

    /**
     * The entries, in key order.
     *
     * @param moneyBefore is added to what came in: the limit of the program is a fixed one, and
     *     models have a lower one
     */
    static List<Entry> entries(Map<String, Object> values, long moneyBefore) {
        SpecState state = new SpecState(values, moneyBefore);
        for (Variable variable : Variable.values()) {
            state.add(variable);
        }
        state.entries.removeIf(entry -> !entry.isPresent());
        state.entries.sort(Comparator.comparing(Entry::key));
        return List.copyOf(state.entries);
    }

    private void add(Variable variable) {
        switch (variable) {
            case PHASE -> entry(Key.of(variable), phase());
            case TAKER -> entry(Key.of(variable), order(value(variable)));
            case EXTERNAL_IN -> number(Key.of(variable), moneyBefore + scalar(variable));
            case POSITION -> function(variable).forEach((account, held) ->
                    Tla.function(held).forEach((series, quantity) -> number(
                            Key.position(Math.toIntExact(account), Math.toIntExact(series)),
                            Tla.number(quantity))));
            case ORDERS -> Tla.list(value(variable)).forEach(order -> entry(
                    Key.of(variable, Tla.number(Tla.field(order, "id"))), order(order)));
            case GROUPS -> function(variable).forEach((id, group) ->
                    entry(Key.of(variable, id), group(id, group)));
            case SERIES -> function(variable).forEach((id, series) ->
                    entry(Key.of(variable, id), series(id, series)));
            case UNBONDING -> function(variable).forEach((validator, unbonding) ->
                    entry(Key.of(variable, validator), unbonding(unbonding)));
            case JAILED, JOINED, USED_DEPOSITS -> Tla.list(value(variable)).forEach(member ->
                    entry(Key.of(variable, Tla.number(member)), new Value.Member()));
            case USED_EVIDENCE -> Tla.list(value(variable)).forEach(evidence ->
                    entry(evidence(Tla.list(evidence)), new Value.Member()));
            case WITHDRAWALS -> function(variable).forEach((id, withdrawal) ->
                    entry(Key.of(variable, id), withdrawal(id, withdrawal)));
            case KEY -> function(Variable.CASH).keySet().forEach(account -> entry(
                    Key.of(variable, account),
                    new Value.Key(World.key("account", Math.toIntExact(account)))));
            default -> addNumbers(variable);
        }
    }

    private void addNumbers(Variable variable) {
        if (variable.isScalar()) {
            number(Key.of(variable), scalar(variable));
        } else {
            function(variable).forEach((argument, number) ->
                    number(Key.of(variable, argument), Tla.number(number)));
        }
    }

    private Object value(Variable variable) {
        Object value = values.get(variable.word());
        if (value == null) {
            throw new IllegalArgumentException("the spec has no " + variable.word());
        }
        return value;
    }

    private long scalar(Variable variable) {
        return Tla.number(value(variable));
    }

    private SortedMap<Long, Object> function(Variable variable) {
        return Tla.function(value(variable));
    }

    private void number(Key key, long number) {
        entry(key, new Value.Number(number));
    }

    private void entry(Key key, Value value) {
        entries.add(new Entry(key, value));
    }

    private Phase phase() {
        return Phase.valueOf(upper(value(Variable.PHASE)));
    }

    private static Value order(Object order) {
        long id = Tla.number(Tla.field(order, "id"));
        return id == 0 ? new Value.Gone() : new Value.OpenOrder(
                id,
                intField(order, "account"),
                intField(order, "series"),
                side(Tla.field(order, "side")),
                Tla.number(Tla.field(order, "price")),
                Tla.number(Tla.field(order, "quantity")),
                OrderKind.valueOf(upper(Tla.field(order, "kind"))));
    }

    private static Group group(long id, Object group) {
        List<Long> observed = Tla.list(Tla.field(group, "observed")).stream()
                .map(Tla::number)
                .toList();
        return new Group(Math.toIntExact(id), Tla.number(Tla.field(group, "expiry")),
                GroupStatus.valueOf(upper(Tla.field(group, "status"))), observed);
    }

    private static Series series(long id, Object series) {
        return new Series(Math.toIntExact(id), 0, Tla.number(Tla.field(series, "strike")),
                right(Tla.field(series, "right")), intField(series, "group"));
    }

    private static Unbonding unbonding(Object unbonding) {
        return new Unbonding(Tla.number(Tla.field(unbonding, "amount")),
                Tla.number(Tla.field(unbonding, "due")));
    }

    private static Withdrawal withdrawal(long id, Object withdrawal) {
        List<Integer> approvals = Tla.list(Tla.field(withdrawal, "approvals")).stream()
                .map(custodian -> Math.toIntExact(Tla.number(custodian)))
                .sorted()
                .toList();
        return new Withdrawal(id, intField(withdrawal, "account"),
                Tla.number(Tla.field(withdrawal, "amount")),
                WithdrawalStatus.valueOf(upper(Tla.field(withdrawal, "status"))),
                Tla.number(Tla.field(withdrawal, "requested")), approvals,
                Tla.number(Tla.field(withdrawal, "approved")));
    }

    private static Key evidence(List<?> evidence) {
        return Key.evidence(Math.toIntExact(Tla.number(evidence.get(0))),
                evidenceKind(evidence.get(1)), Tla.number(evidence.get(2)));
    }

    static EvidenceKind evidenceKind(Object word) {
        return EvidenceKind.valueOf(upper(word));
    }

    static Side side(Object word) {
        return Side.valueOf(upper(word));
    }

    static Right right(Object word) {
        return Right.valueOf(upper(word));
    }

    static String upper(Object word) {
        return word.toString().toUpperCase(Locale.ROOT);
    }

    private static int intField(Object rec, String name) {
        return Math.toIntExact(Tla.number(Tla.field(rec, name)));
    }
}
