package org.quittance.core.settlement.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which entries of the state were changed since someone last asked. */
final class Changes {

    private static final int SERIES_BITS = 32;

    private final LongSet cash = new LongSet();
    private final LongSet nonces = new LongSet();
    private final LongSet positions = new LongSet();
    private final LongSet orders = new LongSet();
    private final SortedSet<Key> others = new TreeSet<>();
    private long scalars;

    void scalar(Variable variable) {
        scalars |= 1L << variable.ordinal();
    }

    void cash(int account) {
        cash.add(account);
    }

    void nonce(int account) {
        nonces.add(account);
    }

    void position(int account, int series) {
        positions.add((long) account << SERIES_BITS | series);
    }

    void order(long id) {
        orders.add(id);
    }

    void other(Key key) {
        others.add(key);
    }

    /** The keys of the changed entries, in order; from now on none is changed. */
    List<Key> take() {
        List<Key> keys = new ArrayList<>(others);
        for (Variable variable : Variable.values()) {
            if ((scalars >>> variable.ordinal() & 1) != 0) {
                keys.add(Key.of(variable));
            }
        }
        take(Variable.CASH, cash, keys);
        take(Variable.NONCE, nonces, keys);
        take(Variable.ORDERS, orders, keys);
        for (long packed : positions.sorted()) {
            keys.add(Key.position((int) (packed >> SERIES_BITS), (int) packed));
        }
        positions.clear();
        others.clear();
        scalars = 0;
        keys.sort(Comparator.naturalOrder());
        return keys;
    }

    private static void take(Variable variable, LongSet set, List<Key> to) {
        for (long first : set.sorted()) {
            to.add(Key.of(variable, first));
        }
        set.clear();
    }
}
