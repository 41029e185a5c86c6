package org.quittance.core.settlement.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PositionsTest {

    private static final int SERIES = 8;

    record Trade(int account, int series, long gained) {}

    @Provide
    Arbitrary<List<Trade>> trades() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 2, 40),
                        Arbitraries.integers().between(0, SERIES - 1),
                        Arbitraries.longs().between(-2, 2))
                .as(Trade::new)
                .list().ofMaxSize(100);
    }

    /** There is room for 16 accounts at first. */
    @Example
    void takeInAnyAccount() {
        for (int account : new int[] {15, 16, 17, 32, 100}) {
            Ledger ledger = new Ledger(false, 0);
            Series series = ledger.contracts().list(1, 10, Right.CALL, 1);
            ledger.positions().add(account, series, 3);
            assertThat(ledger.positions().quantity(account, series)).isEqualTo(3);
            assertThat(ledger.positions().count(account + 1)).isZero();
        }
    }

    @Example
    void keepTheMarginOfOneWhoHoldsOrHasHeldSomething() {
        Ledger ledger = new Ledger(false, 0);
        Positions positions = ledger.positions();
        Series series = ledger.contracts().list(1, 10, Right.CALL, 1);
        assertThat(positions.hasMargin(0, 0)).as("no price").isFalse();
        positions.keepMargin(15, 100, 7);
        assertThat(positions.hasMargin(15, 100)).isTrue();
        assertThat(positions.hasMargin(15, 101)).isFalse();
        assertThat(positions.margin(15)).isEqualTo(7);
        positions.keepMargin(16, 100, 7);
        assertThat(positions.hasMargin(16, 100)).as("no room").isFalse();
        positions.add(15, series, 1);
        assertThat(positions.hasMargin(15, 100)).as("another position").isFalse();
    }

    @Property
    void areAFunctionWithHoldersAndInTheOrderOfMargins(@ForAll("trades") List<Trade> trades) {
        Ledger ledger = new Ledger(false, 0);
        List<Series> series = new ArrayList<>();
        for (int k = 0; k < SERIES; k++) {
            // Listed in another order than they are kept in.
            series.add(ledger.contracts().list(
                    SERIES - k, 10 + 7 * k % 3, k % 2 == 0 ? Right.CALL : Right.PUT, 1 + k % 3));
        }
        SortedMap<Integer, SortedMap<Integer, Long>> expected = new TreeMap<>();
        for (Trade trade : trades) {
            ledger.positions().add(trade.account, series.get(trade.series), trade.gained);
            expected.computeIfAbsent(trade.account, none -> new TreeMap<>())
                    .merge(trade.series, trade.gained, Long::sum);
        }

        for (int account : List.of(0, 1, 2, 40, 41)) {
            Map<Integer, Long> held = expected.getOrDefault(account, new TreeMap<>());
            for (int k = 0; k < SERIES; k++) {
                assertThat(ledger.positions().quantity(account, series.get(k)))
                        .isEqualTo(held.getOrDefault(k, 0L));
            }
            List<Series> all = ledger.positions().seriesOf(account);
            assertThat(all).hasSize((int) held.values().stream().filter(q -> q != 0).count())
                    .isSortedAccordingTo(Comparator.comparingInt(Series::group)
                            .thenComparingLong(Series::strike)
                            .thenComparingInt(Series::id));
        }
        for (int k = 0; k < SERIES; k++) {
            int of = k;
            assertThat(ledger.positions().holders(series.get(k))).containsExactly(
                    expected.entrySet().stream()
                            .filter(entry -> entry.getValue().getOrDefault(of, 0L) != 0)
                            .mapToInt(Map.Entry::getKey)
                            .toArray());
        }
    }
}
