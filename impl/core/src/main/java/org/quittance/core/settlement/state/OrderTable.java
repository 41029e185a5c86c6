package org.quittance.core.settlement.state;

import org.checkerframework.checker.nullness.qual.Nullable;

/** Orders by id: a table with linear probing, since ids are looked up with every command. */
final class OrderTable {

    private @Nullable Order[] table = new @Nullable Order[64];
    private int size;

    int size() {
        return size;
    }

    @Nullable Order get(long id) {
        return table[find(id)];
    }

    /** Adds an order whose id is not in the table. */
    void put(Order order) {
        table[find(order.id())] = order;
        size++;
        if (2 * size > table.length) {
            resize(2 * table.length);
        }
    }

    void remove(long id) {
        int hole = find(id);
        if (table[hole] == null) {
            return;
        }
        table[hole] = null;
        size--;
        // Whatever was put behind the hole because of a collision must still be found.
        int mask = table.length - 1;
        int at = hole + 1 & mask;
        Order order = table[at];
        while (order != null) {
            if ((at - home(order.id(), mask) & mask) >= (at - hole & mask)) {
                table[hole] = order;
                table[at] = null;
                hole = at;
            }
            at = at + 1 & mask;
            order = table[at];
        }
    }

    /** All ids, in no particular order. */
    long[] ids() {
        long[] ids = new long[size];
        int next = 0;
        for (Order order : table) {
            if (order != null) {
                ids[next] = order.id();
                next++;
            }
        }
        return ids;
    }

    private int find(long id) {
        int mask = table.length - 1;
        int at = home(id, mask);
        Order order = table[at];
        while (order != null && order.id() != id) {
            at = at + 1 & mask;
            order = table[at];
        }
        return at;
    }

    private static int home(long id, int mask) {
        return LongSet.home(id, mask);
    }

    private void resize(int length) {
        @Nullable Order[] before = table;
        table = new @Nullable Order[length];
        for (Order order : before) {
            if (order != null) {
                table[find(order.id())] = order;
            }
        }
    }
}
