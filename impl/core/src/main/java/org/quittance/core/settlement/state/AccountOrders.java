package org.quittance.core.settlement.state;

import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The orders of one account, in no particular order. Prices and sides lie side by side, since they
 * are looked at with every order that trades.
 */
final class AccountOrders {

    private @Nullable Order[] orders = new @Nullable Order[4];
    private long[] prices = new long[4];
    /** Twice the slot of the series, and 1 more for those that sell. */
    private int[] sides = new int[4];
    private int count;

    int count() {
        return count;
    }

    void add(Order order) {
        if (count == orders.length) {
            orders = Arrays.copyOf(orders, 2 * count);
            prices = Arrays.copyOf(prices, 2 * count);
            sides = Arrays.copyOf(sides, 2 * count);
        }
        put(count, order);
        count++;
    }

    /** Removes an order that is here. The last one takes its place. */
    void remove(Order order) {
        count--;
        Order last = orders[count];
        if (last != null && last != order) {
            put(order.placeInAccount, last);
        }
        orders[count] = null;
    }

    /** Any order, or null if there is none. */
    @Nullable Order any() {
        return count == 0 ? null : orders[count - 1];
    }

    /** Would an order of this series and side trade with any of these at its price? */
    boolean isCrossedBy(Order taker) {
        int side = side(taker.series(), taker.side().opposite());
        for (int k = 0; k < count; k++) {
            if (sides[k] == side && taker.side().crosses(taker.price(), prices[k])) {
                return true;
            }
        }
        return false;
    }

    private void put(int place, Order order) {
        order.placeInAccount = place;
        orders[place] = order;
        prices[place] = order.price();
        sides[place] = side(order.series(), order.side());
    }

    private static int side(Series series, Side side) {
        return 2 * series.slot() + side.ordinal();
    }
}
