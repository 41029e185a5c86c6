package org.quittance.core.settlement.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Bytes;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;

/**
 * The entries that a ledger has between two blocks. Where the ledger has several variables of one
 * account or validator, the state root has one entry, so that one proof shows all of it.
 */
public final class Entries {

    private Entries() {}

    /**
     * What became of the entries that these keys are part of: their new values, or empty for those
     * that are gone.
     *
     * @param changed keys of whatever changed
     */
    public static SortedMap<Bytes, Optional<Bytes>> changes(Ledger ledger, List<Key> changed) {
        SortedMap<Bytes, Optional<Bytes>> changes = new TreeMap<>();
        Bytes last = null;
        for (Key key : changed) {
            if (key.variable().isPassing()) {
                continue;
            }
            Bytes committed = keyOf(key);
            // Several variables of an account are one entry, which needn't be read twice.
            if (!committed.equals(last) && !changes.containsKey(committed)) {
                changes.put(committed, value(ledger, key));
            }
            last = committed;
        }
        return changes;
    }

    /** All entries, in the order of their keys. */
    public static List<StateEntry> all(Ledger ledger) {
        SortedMap<Bytes, StateEntry> entries = new TreeMap<>();
        for (Entry entry : ledger.entries()) {
            if (!entry.key().variable().isPassing()) {
                read(ledger, entry.key()).ifPresent(read -> entries.put(read.key(), read));
            }
        }
        return new ArrayList<>(entries.values());
    }

    private static Optional<Bytes> value(Ledger ledger, Key key) {
        Optional<StateEntry> entry = read(ledger, key);
        return entry.isPresent()
                ? Optional.of(EntryCodec.encode(entry.get()).value())
                : Optional.empty();
    }

    private static Bytes keyOf(Key key) {
        int first = (int) key.first();
        return switch (key.variable()) {
            case CASH, NONCE, FLAGGED, KEY -> EntryKeys.account(first);
            case GROUPS -> EntryKeys.group(first);
            case SERIES -> EntryKeys.series(first);
            case POSITION -> EntryKeys.position(first, (int) key.second());
            case ORDERS -> EntryKeys.order(key.first());
            case REPORTS, OUTLIERS, STAKE, UNBONDING, JAILED, JOINED, WEIGHT ->
                    EntryKeys.validator(first);
            case WITHDRAWALS -> EntryKeys.withdrawal(key.first());
            case USED_DEPOSITS -> EntryKeys.usedDeposit(key.first());
            case USED_EVIDENCE ->
                    EntryKeys.usedEvidence(validatorOf(key), kindOf(key), key.second());
            default -> EntryKeys.scalar(key.variable());
        };
    }

    private static Optional<StateEntry> read(Ledger ledger, Key key) {
        int first = (int) key.first();
        return switch (key.variable()) {
            case CASH, NONCE, FLAGGED, KEY -> Optional.of(account(ledger, first));
            case REPORTS, OUTLIERS, STAKE, UNBONDING, JAILED, JOINED, WEIGHT ->
                    Optional.of(validator(ledger, first));
            default -> {
                Entry entry = ledger.entries(List.of(key)).get(0);
                yield entry.isPresent() ? Optional.of(typed(entry)) : Optional.empty();
            }
        };
    }

    private static StateEntry account(Ledger ledger, int id) {
        var accounts = ledger.accounts();
        return new StateEntry.Account(id, accounts.key(id),
                accounts.cash(id), accounts.nonce(id), accounts.flagged(id));
    }

    private static StateEntry validator(Ledger ledger, int id) {
        var validators = ledger.validators();
        return new StateEntry.Validator(
                id, validators.stake(id), validators.unbonding(id), validators.weight(id),
                validators.isJailed(id), validators.isJoined(id),
                ledger.oracle().report(id), ledger.oracle().outliers(id));
    }

    private static StateEntry typed(Entry entry) {
        Key key = entry.key();
        int first = (int) key.first();
        return switch (entry.value()) {
            case Value.Number number -> key.variable() == Variable.POSITION
                    ? new StateEntry.Position(first, (int) key.second(), number.number())
                    : new StateEntry.Scalar(key.variable(), number.number());
            case Value.OpenOrder order -> new StateEntry.Order(order);
            case Value.Member member -> key.variable() == Variable.USED_DEPOSITS
                    ? new StateEntry.UsedDeposit(key.first())
                    : new StateEntry.UsedEvidence(validatorOf(key), kindOf(key), key.second());
            case Group group -> new StateEntry.Group(
                    group.id(), group.expiry(), group.status(), group.observed());
            case Series series -> new StateEntry.Series(
                    series.id(), series.strike(), series.right(), series.group());
            case Withdrawal withdrawal -> new StateEntry.Withdrawal(withdrawal);
            default -> throw new IllegalStateException("no entry of its own: " + entry);
        };
    }

    private static int validatorOf(Key key) {
        return (int) (key.first() / 2);
    }

    private static EvidenceKind kindOf(Key key) {
        return EvidenceKind.values()[(int) (key.first() % 2)];
    }
}
