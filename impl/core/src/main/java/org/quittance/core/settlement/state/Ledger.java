package org.quittance.core.settlement.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.quittance.core.base.PublicKey;

/** All of the state, in parts, and as entries: what each key holds, and which keys there are. */
public final class Ledger {

    private final Marks marks;
    private final Progress progress;
    private final Accounts accounts;
    private final Contracts contracts;
    private final Positions positions;
    private final Book book;
    private final Oracle oracle;
    private final Validators validators;
    private final Treasury treasury;

    /**
     * Nobody has anything yet.
     *
     * @param tracing are events made?
     * @param owners the accounts that the validators' stakes belong to
     */
    public Ledger(boolean tracing, int... owners) {
        this.marks = new Marks(tracing);
        this.progress = new Progress(marks);
        this.accounts = new Accounts(marks);
        this.contracts = new Contracts(marks);
        this.positions = new Positions(marks, contracts);
        this.book = new Book(marks);
        this.oracle = new Oracle(marks, owners.length);
        this.validators = new Validators(marks, owners);
        this.treasury = new Treasury(marks);
        // Scalars have a value even if nobody ever sets them.
        for (Variable variable : Variable.values()) {
            if (variable.isScalar()) {
                marks.scalar(variable);
            }
        }
    }

    public Marks marks() {
        return marks;
    }

    public Progress progress() {
        return progress;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Contracts contracts() {
        return contracts;
    }

    public Positions positions() {
        return positions;
    }

    public Book book() {
        return book;
    }

    public Oracle oracle() {
        return oracle;
    }

    public Validators validators() {
        return validators;
    }

    public Treasury treasury() {
        return treasury;
    }

    /** The entries with these keys, as they are now. */
    public List<Entry> entries(List<Key> keys) {
        List<Entry> entries = new ArrayList<>(keys.size());
        for (Key key : keys) {
            entries.add(new Entry(key, Reading.value(this, key)));
        }
        return entries;
    }

    /** All entries that the state has, in key order. */
    public List<Entry> entries() {
        List<Key> keys = new ArrayList<>();
        forEachKey(keys::add);
        keys.sort(Comparator.naturalOrder());
        return entries(keys).stream().filter(Entry::isPresent).toList();
    }

    private void forEachKey(Consumer<Key> to) {
        for (Variable variable : Variable.values()) {
            if (variable.isScalar()) {
                to.accept(Key.of(variable));
            }
        }
        for (int validator = 0; validator < validators.size(); validator++) {
            to.accept(Key.of(Variable.REPORTS, validator));
            to.accept(Key.of(Variable.OUTLIERS, validator));
            to.accept(Key.of(Variable.STAKE, validator));
            to.accept(Key.of(Variable.UNBONDING, validator));
            to.accept(Key.of(Variable.JAILED, validator));
            to.accept(Key.of(Variable.JOINED, validator));
            to.accept(Key.of(Variable.WEIGHT, validator));
        }
        accounts.forEachKey(to);
        contracts.forEachKey(to);
        positions.forEachKey(to);
        book.forEachKey(to);
        validators.forEachKey(to);
        treasury.forEachKey(to);
    }

    /** Opens an account with some cash. */
    public void open(PublicKey key, long cash) {
        accounts.open(key);
        accounts.setCash(accounts.size() - 1, cash);
    }
}
