package org.quittance.core.settlement.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.checkerframework.dataflow.qual.Pure;

/**
 * Who holds which contracts: the spec's {@code position}. Longs are positive, shorts negative.
 *
 * <p>Each account has its positions that are not 0 in one array, ordered by group, strike and
 * series, which is the order in which a margin is computed. Each series knows its holders.
 */
public final class Positions {

    private final Marks marks;
    private final Contracts contracts;
    /** By account: the slot of a series and the quantity, by turns; the rest is unused. */
    private long[][] cells = new long[16][0];
    private int[] counts = new int[16];
    /** Initial margins that were kept, and the prices that they were computed at, 0 if none. */
    private long[] margins = new long[16];
    private long[] marginPrices = new long[16];
    private final List<LongSet> holders = new ArrayList<>();

    public Positions(Marks marks, Contracts contracts) {
        this.marks = marks;
        this.contracts = contracts;
    }

    /** In how many series the account has a position. */
    public int count(int account) {
        return account < counts.length ? counts[account] : 0;
    }

    /** The series of a position of an account, 0 to count - 1, by group, strike and id. */
    public Series seriesAt(int account, int index) {
        return contracts.inSlot((int) cells[account][2 * index]);
    }

    /** The quantity of a position of an account, 0 to count - 1; never 0. */
    public long quantityAt(int account, int index) {
        return cells[account][2 * index + 1];
    }

    /** All series in which the account has a position, by group, strike and id. */
    public List<Series> seriesOf(int account) {
        List<Series> held = new ArrayList<>(count(account));
        for (int index = 0; index < count(account); index++) {
            held.add(seriesAt(account, index));
        }
        return held;
    }

    /** The account's position in the series, 0 if it has none. */
    public long quantity(int account, Series series) {
        int index = find(account, series);
        return index < 0 ? 0 : quantityAt(account, index);
    }

    /** The accounts that have a position in the series, ascending. */
    public int[] holders(Series series) {
        if (series.slot() >= holders.size()) {
            return new int[0];
        }
        return Arrays.stream(holders.get(series.slot()).sorted()).mapToInt(Math::toIntExact)
                .toArray();
    }

    /**
     * Adds to a position; a negative quantity takes from it.
     *
     * @throws ArithmeticException if the sum is no long
     */
    public void add(int account, Series series, long quantity) {
        set(account, series, Math.addExact(quantity(account, series), quantity));
    }

    public void set(int account, Series series, long quantity) {
        makeRoom(account, series);
        int index = find(account, series);
        if (index >= 0 && quantity != 0) {
            cells[account][2 * index + 1] = quantity;
        } else if (index >= 0) {
            delete(account, index);
            holders.get(series.slot()).remove(account);
        } else if (quantity != 0) {
            insert(account, -index - 1, series.slot(), quantity);
            holders.get(series.slot()).add(account);
        }
        marginPrices[account] = 0;
        marks.position(account, series.id());
    }

    /**
     * Keeps the initial margin of the account's positions as they are now, so that it needn't be
     * computed anew until they, or the price, change. No part of the state.
     */
    public void keepMargin(int account, long price, long margin) {
        if (account < counts.length) {
            marginPrices[account] = price;
            margins[account] = margin;
        }
    }

    /** Is there a margin that was kept, of these positions at this price? */
    public boolean hasMargin(int account, long price) {
        return account < counts.length && price > 0 && marginPrices[account] == price;
    }

    /** The margin that was kept. */
    public long margin(int account) {
        return margins[account];
    }

    private void insert(int account, int index, int slot, long quantity) {
        int used = 2 * counts[account];
        if (used == cells[account].length) {
            cells[account] = Arrays.copyOf(cells[account], 2 * used + 4);
        }
        long[] row = cells[account];
        System.arraycopy(row, 2 * index, row, 2 * index + 2, used - 2 * index);
        row[2 * index] = slot;
        row[2 * index + 1] = quantity;
        counts[account]++;
    }

    private void delete(int account, int index) {
        counts[account]--;
        long[] row = cells[account];
        System.arraycopy(row, 2 * index + 2, row, 2 * index, 2 * (counts[account] - index));
    }

    /** The index of a position, or, if there is none, -1 minus the index where it belongs. */
    public int find(int account, Series series) {
        int low = 0;
        int high = count(account) - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(seriesAt(account, middle), series);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** The order of positions: by group, strike and id. */
    @Pure
    public static int compare(Series a, Series b) {
        if (a.group() != b.group()) {
            return Integer.compare(a.group(), b.group());
        }
        return a.strike() != b.strike()
                ? Long.compare(a.strike(), b.strike())
                : Integer.compare(a.id(), b.id());
    }

    private void makeRoom(int account, Series series) {
        if (account >= counts.length) {
            int length = Math.max(account + 1, 2 * counts.length);
            long[][] more = new long[length][0];
            System.arraycopy(cells, 0, more, 0, cells.length);
            cells = more;
            counts = Arrays.copyOf(counts, length);
            margins = Arrays.copyOf(margins, length);
            marginPrices = Arrays.copyOf(marginPrices, length);
        }
        while (holders.size() <= series.slot()) {
            holders.add(new LongSet());
        }
    }

    /** The keys of all entries, in no particular order. */
    void forEachKey(Consumer<Key> to) {
        for (int account = 0; account < counts.length; account++) {
            for (int index = 0; index < counts[account]; index++) {
                to.accept(Key.position(account, seriesAt(account, index).id()));
            }
        }
    }
}
