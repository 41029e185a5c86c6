package org.quittance.core.settlement;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.settlement.state.Positions;
import org.quittance.core.settlement.state.Series;

/**
 * What one account holds, or would hold if one of its positions changed. Nothing is copied: this
 * is looked at several times with every command.
 */
final class Held implements Portfolio {

    private final Positions positions;
    private final int account;
    private final int count;
    private final @Nullable Series changed;
    /** Where the series that changes is or belongs; behind all if none changes. */
    private final int place;
    /** 1 if the account doesn't hold the series that changes yet. */
    private final int shift;
    private final long quantity;

    private Held(
            Positions positions, int account, @Nullable Series changed, int found, long gained) {
        this.positions = positions;
        this.account = account;
        this.changed = changed;
        this.shift = found < 0 ? 1 : 0;
        this.place = found < 0 ? -found - 1 : found;
        this.count = positions.count(account) + shift;
        this.quantity = changed == null || found < 0
                ? gained
                : Math.addExact(positions.quantityAt(account, found), gained);
    }

    static Held by(Positions positions, int account) {
        return new Held(positions, account, null, positions.count(account), 0);
    }

    /** What the account would hold if it gained, or lost, contracts of a series. */
    static Held after(Positions positions, int account, Series series, long gained) {
        int found = positions.find(account, series);
        return new Held(positions, account, series, found, gained);
    }

    int account() {
        return account;
    }

    /** The series that changes, if any. */
    @Nullable Series changed() {
        return changed;
    }

    /** Where the series that changes is among all. */
    int place() {
        return place;
    }

    /** Doesn't the account hold the series that changes yet? */
    boolean isNew() {
        return shift > 0;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Series series(int index) {
        return index == place && changed != null
                ? changed
                : positions.seriesAt(account, index - (index > place ? shift : 0));
    }

    @Override
    public long quantity(int index) {
        return index == place
                ? quantity
                : positions.quantityAt(account, index - (index > place ? shift : 0));
    }
}
