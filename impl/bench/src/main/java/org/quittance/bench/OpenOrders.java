package org.quittance.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A plain order book of one series, which the generator asks what its next command will do. */
final class OpenOrders {

    /** An order that rests. */
    static final class Resting {
        final int id;
        final int account;
        final boolean buy;
        final int price;
        private int quantity;
        private int place;

        private Resting(int id, int account, boolean buy, int price, int quantity) {
            this.id = id;
            this.account = account;
            this.buy = buy;
            this.price = price;
            this.quantity = quantity;
        }
    }

    private final NavigableMap<Integer, ArrayDeque<Resting>> bids = new TreeMap<>();
    private final NavigableMap<Integer, ArrayDeque<Resting>> asks = new TreeMap<>();
    private final List<Resting> all = new ArrayList<>();
    private long fills;
    private long contracts;
    private long moved;

    int size() {
        return all.size();
    }

    long fills() {
        return fills;
    }

    long contracts() {
        return contracts;
    }

    /** What {@link Flow} says of it. */
    long moved() {
        return moved;
    }

    Resting get(int place) {
        return all.get(place);
    }

    /** Would an order of the account cross one of its own? */
    boolean meetsItself(int account, boolean buy, int price) {
        return crossed(buy, price).values().stream()
                .anyMatch(level -> level.stream().anyMatch(order -> order.account == account));
    }

    private NavigableMap<Integer, ArrayDeque<Resting>> crossed(boolean buy, int price) {
        return buy ? asks.headMap(price, true) : bids.tailMap(price, true);
    }

    /** Matches an order, and lets rest what is left of it unless it is immediate or cancel. */
    void place(int id, int account, boolean buy, int price, int quantity, boolean rests) {
        int left = quantity;
        NavigableMap<Integer, ArrayDeque<Resting>> crossed = crossed(buy, price);
        while (left > 0 && !crossed.isEmpty()) {
            Resting maker = (buy ? crossed.firstEntry() : crossed.lastEntry()).getValue().peek();
            int traded = Math.min(left, maker.quantity);
            fills++;
            contracts += traded;
            int apart = buy ? maker.account - account : account - maker.account;
            moved += (long) maker.price * traded * apart;
            left -= traded;
            maker.quantity -= traded;
            if (maker.quantity == 0) {
                remove(maker);
            }
        }
        if (left > 0 && rests) {
            Resting order = new Resting(id, account, buy, price, left);
            order.place = all.size();
            all.add(order);
            (buy ? bids : asks).computeIfAbsent(price, at -> new ArrayDeque<>()).add(order);
        }
    }

    void remove(Resting order) {
        NavigableMap<Integer, ArrayDeque<Resting>> side = order.buy ? bids : asks;
        ArrayDeque<Resting> level = side.get(order.price);
        level.remove(order);
        if (level.isEmpty()) {
            side.remove(order.price);
        }
        Resting last = all.remove(all.size() - 1);
        if (last != order) {
            all.set(order.place, last);
            last.place = order.place;
        }
    }
}
