package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/**
 * The state of the settlement at one moment, put together from what events report. Entries that
 * hold nothing are left out. It never changes.
 */
public final class Picture {

    private final NavigableMap<Key, Value> entries;

    private Picture(NavigableMap<Key, Value> entries) {
        this.entries = entries;
    }

    /** The state with these entries. */
    public static Picture of(Collection<Entry> entries) {
        return new Picture(new TreeMap<>()).with(entries);
    }

    /** What everyone starts from. */
    public static Picture of(Genesis genesis) {
        NavigableMap<Key, Value> map = new TreeMap<>();
        for (Variable variable : Variable.values()) {
            if (variable.isScalar()) {
                map.put(Key.of(variable), new Value.Number(0));
            }
        }
        map.remove(Key.of(Variable.TAKER));
        map.put(Key.of(Variable.PHASE), Phase.COMMANDS);
        map.put(Key.of(Variable.SWEPT), new Value.Number(-1));
        for (Variable first : List.of(Variable.HEIGHT, Variable.ROUND, Variable.ROUND_START,
                Variable.NEXT_ORDER, Variable.NEXT_WITHDRAWAL)) {
            map.put(Key.of(first), new Value.Number(1));
        }
        map.put(Key.of(Variable.EXTERNAL_IN), new Value.Number(genesis.money()));
        for (int id = 0; id < genesis.accounts().size(); id++) {
            Genesis.Account account = genesis.accounts().get(id);
            map.put(Key.of(Variable.CASH, id), new Value.Number(account.cash()));
            map.put(Key.of(Variable.KEY, id), new Value.Key(account.key()));
        }
        for (int id = 0; id < genesis.validators().size(); id++) {
            Value stake = new Value.Number(genesis.validators().get(id).stake());
            map.put(Key.of(Variable.STAKE, id), stake);
            map.put(Key.of(Variable.WEIGHT, id), stake);
            map.put(Key.of(Variable.JOINED, id), new Value.Member());
        }
        return new Picture(map);
    }

    /** The state after a step. */
    public Picture after(Post post) {
        return with(post.entries());
    }

    private Picture with(Collection<Entry> changed) {
        NavigableMap<Key, Value> map = new TreeMap<>(entries);
        for (Entry entry : changed) {
            if (entry.isPresent()) {
                map.put(entry.key(), entry.value());
            } else {
                map.remove(entry.key());
            }
        }
        return new Picture(map);
    }

    /** The state with a count that is one higher. */
    Picture counting(Variable variable, int argument) {
        Key key = Key.of(variable, argument);
        long next = amountAt(key).longValueExact() + 1;
        return with(List.of(new Entry(key, new Value.Number(next))));
    }

    /** Everything. */
    public SortedMap<Key, Value> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /** The entries of one variable, by their first argument. */
    public <T extends Object> SortedMap<Integer, T> all(
            Variable variable, Function<Value, T> what) {
        SortedMap<Integer, T> found = new TreeMap<>();
        from(variable).forEach((key, value) -> found.put((int) key.first(), what.apply(value)));
        return found;
    }

    /** The amounts of one variable, by their argument. */
    public SortedMap<Integer, BigInteger> amounts(Variable variable) {
        return all(variable, Picture::number);
    }

    private SortedMap<Key, Value> from(Variable variable) {
        return entries.subMap(
                new Key(variable, Long.MIN_VALUE, Long.MIN_VALUE), true,
                new Key(variable, Long.MAX_VALUE, Long.MAX_VALUE), true);
    }

    private static BigInteger number(Value value) {
        if (!(value instanceof Value.Number(long number))) {
            throw new IllegalStateException("no number: " + value);
        }
        return BigInteger.valueOf(number);
    }

    private BigInteger amountAt(Key key) {
        Value value = entries.get(key);
        return value == null ? BigInteger.ZERO : number(value);
    }

    /** What a scalar holds. */
    public BigInteger amount(Variable variable) {
        return amountAt(Key.of(variable));
    }

    /** What an entry holds; 0 if there is none. */
    public BigInteger amount(Variable variable, int argument) {
        return amountAt(Key.of(variable, argument));
    }

    /** What a scalar holds that is no amount. */
    public long number(Variable variable) {
        return amount(variable).longValueExact();
    }

    /** What an entry holds that is no amount; 0 if there is none. */
    public long number(Variable variable, int argument) {
        return amount(variable, argument).longValueExact();
    }

    /** Is there such an entry? */
    public boolean has(Variable variable, long argument) {
        return entries.containsKey(Key.of(variable, argument));
    }

    public boolean isUsed(int validator, EvidenceKind kind, long at) {
        return entries.containsKey(Key.evidence(validator, kind, at));
    }

    public long height() {
        return number(Variable.HEIGHT);
    }

    public Phase phase() {
        return entries.get(Key.of(Variable.PHASE)) instanceof Phase phase ? phase : Phase.COMMANDS;
    }

    public Collection<Integer> accounts() {
        return List.copyOf(amounts(Variable.CASH).keySet());
    }

    public BigInteger cash(int account) {
        return amount(Variable.CASH, account);
    }

    /** What the account holds, by series. */
    public SortedMap<Integer, BigInteger> positions(int account) {
        SortedMap<Integer, BigInteger> held = new TreeMap<>();
        entries.subMap(
                        new Key(Variable.POSITION, account, Long.MIN_VALUE), true,
                        new Key(Variable.POSITION, account, Long.MAX_VALUE), true)
                .forEach((key, value) -> held.put((int) key.second(), number(value)));
        return held;
    }

    public BigInteger position(int account, int series) {
        return amountAt(Key.position(account, series));
    }

    public SortedMap<Integer, Series> series() {
        return all(Variable.SERIES, value -> (Series) value);
    }

    /** The series of this id. */
    public Optional<Series> series(int id) {
        return Optional.ofNullable(entries.get(Key.of(Variable.SERIES, id)))
                .map(Series.class::cast);
    }

    public SortedMap<Integer, Group> groups() {
        return all(Variable.GROUPS, value -> (Group) value);
    }

    /** The group of this id. */
    public Optional<Group> group(int id) {
        return Optional.ofNullable(entries.get(Key.of(Variable.GROUPS, id)))
                .map(Group.class::cast);
    }

    /** The resting orders, by id. */
    public SortedMap<Long, Value.OpenOrder> orders() {
        SortedMap<Long, Value.OpenOrder> resting = new TreeMap<>();
        from(Variable.ORDERS).forEach((key, value) ->
                resting.put(key.first(), (Value.OpenOrder) value));
        return resting;
    }

    /** The order that is being matched. */
    public Optional<Value.OpenOrder> taker() {
        return Optional.ofNullable(entries.get(Key.of(Variable.TAKER)))
                .map(Value.OpenOrder.class::cast);
    }

    public SortedMap<Integer, Withdrawal> withdrawals() {
        return all(Variable.WITHDRAWALS, value -> (Withdrawal) value);
    }

    /** The withdrawal of this id. */
    public Optional<Withdrawal> withdrawal(long id) {
        return Optional.ofNullable(entries.get(Key.of(Variable.WITHDRAWALS, id)))
                .map(Withdrawal.class::cast);
    }

    /** What the account has asked for and not been paid, by withdrawal. */
    public SortedMap<Long, BigInteger> pending(int account) {
        SortedMap<Long, BigInteger> pending = new TreeMap<>();
        for (Withdrawal withdrawal : withdrawals().values()) {
            if (withdrawal.account() == account
                    && withdrawal.status() == WithdrawalStatus.PENDING) {
                pending.put(withdrawal.id(), BigInteger.valueOf(withdrawal.amount()));
            }
        }
        return pending;
    }

    public Unbonding unbonding(int validator) {
        Value value = entries.get(Key.of(Variable.UNBONDING, validator));
        return value == null ? Unbonding.NONE : (Unbonding) value;
    }

    /** Differences to another picture, for people; empty if there are none. */
    public String differences(Picture other) {
        StringBuilder text = new StringBuilder();
        NavigableMap<Key, Value> keys = new TreeMap<>(entries);
        keys.putAll(other.entries);
        for (Key key : keys.keySet()) {
            Value mine = entries.get(key);
            Value theirs = other.entries.get(key);
            if (mine == null || !mine.equals(theirs)) {
                text.append(text.isEmpty() ? "" : "; ").append(key.variable().word())
                        .append('[').append(key.first()).append(',').append(key.second())
                        .append("] ").append(mine).append(" and ").append(theirs);
            }
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Picture that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
