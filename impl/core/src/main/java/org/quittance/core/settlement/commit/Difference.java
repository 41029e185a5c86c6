package org.quittance.core.settlement.commit;

import java.util.Iterator;
import java.util.Optional;
import org.quittance.core.base.Bytes;

/**
 * The first entry in which two states differ.
 *
 * @param key of the entry
 * @param own empty if the own state lacks it
 * @param other empty if the other state lacks it
 */
public record Difference(Bytes key, Optional<StateEntry> own, Optional<StateEntry> other) {

    /** Compares two snapshots in the order of keys; empty if they are equal. */
    public static Optional<Difference> first(Snapshot own, Snapshot other) {
        Iterator<StateEntry> others = other.entries().iterator();
        for (StateEntry mine : own.entries()) {
            if (!others.hasNext()) {
                return Optional.of(new Difference(
                        mine.key(), Optional.of(mine), Optional.empty()));
            }
            StateEntry theirs = others.next();
            if (!mine.equals(theirs)) {
                return Optional.of(between(mine, theirs));
            }
        }
        return others.hasNext()
                ? Optional.of(onlyOther(others.next()))
                : Optional.empty();
    }

    private static Difference between(StateEntry mine, StateEntry theirs) {
        int order = mine.key().compareTo(theirs.key());
        if (order > 0) {
            return onlyOther(theirs);
        }
        return new Difference(mine.key(), Optional.of(mine),
                order == 0 ? Optional.of(theirs) : Optional.empty());
    }

    private static Difference onlyOther(StateEntry theirs) {
        return new Difference(theirs.key(), Optional.empty(), Optional.of(theirs));
    }
}
