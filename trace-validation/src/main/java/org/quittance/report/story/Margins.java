package org.quittance.report.story;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an account must have so that it is not flagged: the worst loss over a band of prices. */
final class Margins {

    private static final long WHOLE = 10_000;

    private Margins() {}

    /** The maintenance margin at the last price. */
    static long maintenance(Market market, Ledger ledger, int account) {
        Map<Integer, SortedMap<Integer, Long>> groups = new TreeMap<>();
        ledger.position(account).forEach((series, held) -> {
            if (held != 0) {
                groups.computeIfAbsent(ledger.contract(series).group(), key -> new TreeMap<>())
                        .put(series, held);
            }
        });
        long margin = 0;
        for (SortedMap<Integer, Long> held : groups.values()) {
            margin = Math.addExact(margin, ofGroup(market, ledger, held));
        }
        return margin;
    }

    private static long ofGroup(Market market, Ledger ledger, SortedMap<Integer, Long> held) {
        long price = ledger.number("price");
        long low = Math.multiplyExact(price, WHOLE - market.maintenanceRate()) / WHOLE;
        long high = Math.min(market.maxPrice(),
                Math.ceilDiv(Math.multiplyExact(price, WHOLE + market.maintenanceRate()), WHOLE));
        TreeSet<Long> points = new TreeSet<>();
        points.add(low);
        points.add(high);
        long shorts = 0;
        for (Map.Entry<Integer, Long> position : held.entrySet()) {
            long strike = ledger.contract(position.getKey()).strike();
            if (low <= strike && strike <= high) {
                points.add(strike);
            }
            shorts += Math.max(0, -position.getValue());
        }
        long worst = 0;
        for (long point : points) {
            worst = Math.max(worst, -worth(ledger, held, point));
        }
        return Math.max(worst, Math.multiplyExact(market.maintenanceFloor(), shorts));
    }

    /** What positions are worth if the underlying has this price. */
    static long worth(Ledger ledger, SortedMap<Integer, Long> held, long price) {
        long worth = 0;
        for (Map.Entry<Integer, Long> position : held.entrySet()) {
            worth = Math.addExact(worth, Math.multiplyExact(position.getValue(),
                    ledger.contract(position.getKey()).payoff(price)));
        }
        return worth;
    }
}
