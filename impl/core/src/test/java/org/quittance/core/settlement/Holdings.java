package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;

/** Positions in a few series, and their margins by looking at every price there is. */
final class Holdings {

    static final long MAX_PRICE = 60;

    record Terms(long strike, Right right, int group) {}

    /** How a margin is measured. */
    record Measure(long price, long rate, long floor) {

        long low() {
            return price * (10_000 - rate) / 10_000;
        }

        long high() {
            return Math.min(MAX_PRICE, (price * (10_000 + rate) + 9_999) / 10_000);
        }

        /** Is it at least as strict as the other, at the same price? */
        boolean isStricterThan(Measure other) {
            return price == other.price && rate >= other.rate && floor >= other.floor;
        }
    }

    final State state;
    final List<Series> series = new ArrayList<>();

    Holdings(Measure initial, List<Terms> terms) {
        SortedMap<String, Long> parameters = World.parameters();
        parameters.put("MaxPrice", MAX_PRICE);
        parameters.put("InitialRate", initial.rate);
        parameters.put("InitialFloor", initial.floor);
        parameters.put("MaintenanceRate", initial.rate / 2);
        // Nothing here moves the price, so how far it may move is of no account.
        parameters.put("MaxMove", 0L);
        parameters.put("MaintenanceFloor", initial.floor / 2);
        parameters.put("MaxPosition", 1000L);
        this.state = State.first(World.genesis(parameters), false);
        state.oracle().setPrice(initial.price, 1);
        for (Terms one : terms) {
            state.contracts().put(new Group(one.group, 10, GroupStatus.LIVE, List.of()));
            series.add(state.contracts().list(
                    series.size() + 1, one.strike, one.right, one.group));
        }
    }

    void hold(int account, List<Long> quantities) {
        for (int k = 0; k < series.size(); k++) {
            state.positions().set(account, series.get(k), quantities.get(k));
        }
    }

    long initial(int account) {
        return MarginRule.initial(state, MarginRule.held(state, account));
    }

    long maintenance(int account) {
        return MarginRule.maintenance(state, MarginRule.held(state, account));
    }

    static long margin(List<Terms> terms, List<Long> quantities, Measure by) {
        return terms.stream().mapToInt(Terms::group).distinct()
                .mapToLong(group -> margin(group, terms, quantities, by))
                .sum();
    }

    private static long margin(int group, List<Terms> terms, List<Long> quantities, Measure by) {
        int[] members = IntStream.range(0, terms.size())
                .filter(k -> terms.get(k).group == group)
                .toArray();
        long shorts = IntStream.of(members).mapToLong(k -> Math.max(0, -quantities.get(k))).sum();
        long worst = 0;
        for (long price = by.low(); price <= by.high(); price++) {
            long value = 0;
            for (int k : members) {
                Terms one = terms.get(k);
                long payoff = one.right == Right.CALL ? price - one.strike : one.strike - price;
                value += quantities.get(k) * (payoff > 0 ? payoff : 0);
            }
            worst = Math.max(worst, -value);
        }
        return Math.max(worst, by.floor * shorts);
    }
}
