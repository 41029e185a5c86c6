package org.quittance.core.settlement.state;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One side of the book of one series: its prices, best first, each with its orders by id. */
final class BookSide {

    /** The orders of one price. There is at least one. */
    private static final class Level {

        private Order first;
        private Order last;

        private Level(Order order) {
            this.first = order;
            this.last = order;
        }
    }

    private final NavigableMap<Long, Level> levels;
    /** The first order of the best price: asked for far more often than it changes. */
    private @Nullable Order best;

    BookSide(Side side) {
        Comparator<Long> ascending = Comparator.naturalOrder();
        this.levels = new TreeMap<>(side == Side.BUY ? ascending.reversed() : ascending);
    }

    @Nullable Order best() {
        return best;
    }

    /** Adds the order behind all of its price; its id is greater than theirs. */
    void add(Order order) {
        Level level = levels.get(order.price());
        if (level == null) {
            levels.put(order.price(), new Level(order));
            best = firstOfBestPrice();
        } else {
            order.previousOfPrice = level.last;
            level.last.nextOfPrice = order;
            level.last = order;
        }
    }

    void remove(Order order) {
        Order previous = order.previousOfPrice;
        Order next = order.nextOfPrice;
        if (previous != null) {
            previous.nextOfPrice = next;
        }
        if (next != null) {
            next.previousOfPrice = previous;
        }
        Level level = levels.get(order.price());
        if (level == null || previous == null && next == null) {
            levels.remove(order.price());
        } else if (previous == null && next != null) {
            level.first = next;
        } else if (next == null && previous != null) {
            level.last = previous;
        }
        order.previousOfPrice = null;
        order.nextOfPrice = null;
        if (order == best) {
            best = firstOfBestPrice();
        }
    }

    private @Nullable Order firstOfBestPrice() {
        Map.Entry<Long, Level> first = levels.firstEntry();
        return first == null ? null : first.getValue().first;
    }
}
