package org.quittance.core.settlement.state;

import java.util.Comparator;

/**
 * Names an entry of the state. Keys are ordered by variable, first and second.
 *
 * @param first an account, an id, a validator; 0 for scalars; for used evidence twice the
 *     validator, plus 1 if it is about attestations
 * @param second the series of a position, the view or height of evidence; else 0
 */
public record Key(Variable variable, long first, long second) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::variable)
            .thenComparingLong(Key::first)
            .thenComparingLong(Key::second);

    /** The one entry of a scalar. */
    public static Key of(Variable variable) {
        return new Key(variable, 0, 0);
    }

    /** An entry of a function or set of one argument. */
    public static Key of(Variable variable, long first) {
        return new Key(variable, first, 0);
    }

    public static Key position(int account, int series) {
        return new Key(Variable.POSITION, account, series);
    }

    public static Key evidence(int validator, EvidenceKind kind, long at) {
        return new Key(Variable.USED_EVIDENCE, 2L * validator + kind.ordinal(), at);
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
