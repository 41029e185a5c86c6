package org.quittance.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.report.story.SettlementStory.Clear;
import org.quittance.report.story.SettlementStory.Side;

/** What a clearing changed: made before it, and asked after it. */
final class Clearing {

    private final Market market;
    private final Ledger ledger;
    private final TreeMap<Integer, TreeMap<Integer, Long>> positions;
    private final TreeMap<Integer, Long> cash;
    private final TreeMap<Integer, Long> pending;
    private final List<Long> stakes = new ArrayList<>();
    private final List<Long> unbonding = new ArrayList<>();

    Clearing(Market market, Ledger ledger) {
        this.market = market;
        this.ledger = ledger;
        this.positions = ledger.positions();
        this.cash = new TreeMap<>(ledger.cash());
        this.pending = ledger.pending();
        for (int v = 0; v < market.owners().size(); v++) {
            stakes.add(ledger.stake(v));
            unbonding.add(ledger.unbonding(v));
        }
    }

    /** What it came to, if contracts were closed at what they are worth at this price. */
    Clear over(int height, int group, int account, long price) {
        List<Side> sides = new ArrayList<>();
        SortedSet<Integer> accounts = new TreeSet<>(positions.keySet());
        accounts.addAll(cash.keySet());
        for (int id : accounts) {
            Side side = side(id, price);
            if (!side.contracts().isEmpty() || side.cash() != 0) {
                sides.add(side);
            }
        }
        return new Clear(height, group, account, price, sides);
    }

    private Side side(int account, long price) {
        SortedMap<Integer, Long> closed = new TreeMap<>();
        SortedMap<Integer, Long> after = ledger.position(account);
        positions.getOrDefault(account, new TreeMap<>()).forEach((series, held) -> {
            long less = held - after.getOrDefault(series, 0L);
            if (less != 0) {
                closed.put(series, less);
            }
        });
        long stake = 0;
        long unstaked = 0;
        for (int v = 0; v < market.owners().size(); v++) {
            if (market.owners().get(v) == account) {
                stake += ledger.stake(v) - stakes.get(v);
                unstaked += ledger.unbonding(v) - unbonding.get(v);
            }
        }
        long had = cash.getOrDefault(account, 0L);
        long back = pending.getOrDefault(account, 0L)
                - ledger.pending().getOrDefault(account, 0L);
        long gained = ledger.cash(account) - had - back;
        // Something comes back only to whose cash is not enough: all of that is paid first.
        long ofBack = back > 0 ? gained + had : 0;
        return new Side(account, closed, Margins.worth(ledger, closed, price), gained - ofBack,
                ofBack, stake, unstaked);
    }
}
