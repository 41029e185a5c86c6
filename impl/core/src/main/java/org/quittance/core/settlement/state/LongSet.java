package org.quittance.core.settlement.state;

import java.util.Arrays;

/**
 * A set of longs without boxes. Its order is that of the numbers, whatever happened before.
 *
 * <p>A table with linear probing: adding, removing and asking take constant time.
 */
final class LongSet {

    private static final int SMALLEST = 8;

    private long[] table = new long[SMALLEST];
    private boolean[] used = new boolean[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    boolean contains(long number) {
        return used[find(number)];
    }

    /** Adds the number. Was it not in the set? */
    boolean add(long number) {
        int at = find(number);
        if (used[at]) {
            return false;
        }
        table[at] = number;
        used[at] = true;
        size++;
        if (2 * size > table.length) {
            resize(2 * table.length);
        }
        return true;
    }

    void remove(long number) {
        int hole = find(number);
        if (!used[hole]) {
            return;
        }
        used[hole] = false;
        size--;
        // Whatever was put behind the hole because of a collision must still be found.
        int mask = table.length - 1;
        for (int at = hole + 1 & mask; used[at]; at = at + 1 & mask) {
            int home = home(table[at], mask);
            if ((at - home & mask) >= (at - hole & mask)) {
                table[hole] = table[at];
                used[hole] = true;
                used[at] = false;
                hole = at;
            }
        }
    }

    /** All numbers, ascending. */
    long[] sorted() {
        long[] numbers = new long[size];
        int next = 0;
        for (int at = 0; at < table.length; at++) {
            if (used[at]) {
                numbers[next] = table[at];
                next++;
            }
        }
        Arrays.sort(numbers);
        return numbers;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(used, false);
            size = 0;
        }
    }

    private int find(long number) {
        int mask = table.length - 1;
        int at = home(number, mask);
        while (used[at] && table[at] != number) {
            at = at + 1 & mask;
        }
        return at;
    }

    /**
     * Where in a table a number belongs. Numbers that lie side by side are spread: in runs, old
     * and new ones would be in each other's way.
     */
    static int home(long number, int mask) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32) & mask;
    }

    private void resize(int length) {
        long[] before = table;
        boolean[] wasUsed = used;
        table = new long[length];
        used = new boolean[length];
        for (int at = 0; at < before.length; at++) {
            if (wasUsed[at]) {
                int to = find(before[at]);
                table[to] = before[at];
                used[to] = true;
            }
        }
    }
}
