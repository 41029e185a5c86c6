package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WeightedMedianTest {

    /** One report for each unit of weight, sorted: the lower one of the two in the middle. */
    private static long naively(long[] prices, long[] weights) {
        List<Long> units = new ArrayList<>();
        for (int k = 0; k < prices.length; k++) {
            units.addAll(Collections.nCopies((int) weights[k], prices[k]));
        }
        Collections.sort(units);
        return units.get((units.size() - 1) / 2);
    }

    @Property
    void isTheLowerMiddleOfAllUnitsOfWeight(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 1, max = 6) Long> prices,
            @ForAll Random random) {
        long[] weights = random.longs(prices.size(), 0, 5).toArray();
        weights[random.nextInt(weights.length)]++;
        long[] p = prices.stream().mapToLong(x -> x).toArray();
        assertThat(WeightedMedian.of(p, weights)).isEqualTo(naively(p, weights));
    }

    @Property
    void orderOfReportsIsIrrelevant(
            @ForAll @Size(min = 1, max = 7) List<@LongRange(min = 1, max = 9) Long> prices,
            @ForAll Random random) {
        long[] weights = random.longs(prices.size(), 1, 9).toArray();
        long[] p = prices.stream().mapToLong(x -> x).toArray();
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, p.length).boxed().toList());
        Collections.shuffle(order, random);
        assertThat(WeightedMedian.of(
                order.stream().mapToLong(k -> p[k]).toArray(),
                order.stream().mapToLong(k -> weights[k]).toArray()))
                .isEqualTo(WeightedMedian.of(p, weights));
    }

    /** S7. Any subset with more than 2/3 of the weight may be the one that reports. */
    @Property(tries = 3000)
    void staysWithinTheHonestRange(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 1, max = 20) Long> all,
            @ForAll @IntRange(min = 1, max = 5) int spread,
            @ForAll Random random) {
        long[] weights = all.stream().mapToLong(x -> x).toArray();
        long total = LongStream.of(weights).sum();
        boolean[] faulty = someBelowAThird(weights, total, random);
        List<Integer> reporters = reporters(weights, total, random);
        long[] prices = reporters.stream().mapToLong(v -> faulty[v]
                ? (random.nextBoolean() ? 1 : 1_000_000)
                : 1000 + random.nextInt(spread)).toArray();
        long median = WeightedMedian.of(
                prices, reporters.stream().mapToLong(v -> weights[v]).toArray());
        assertThat(median).isBetween(1000L, 1000L + spread - 1);
    }

    private static boolean[] someBelowAThird(long[] weights, long total, Random random) {
        boolean[] faulty = new boolean[weights.length];
        long sum = 0;
        for (int v = 0; v < weights.length; v++) {
            if (random.nextBoolean() && 3 * (sum + weights[v]) < total) {
                faulty[v] = true;
                sum += weights[v];
            }
        }
        return faulty;
    }

    private static List<Integer> reporters(long[] weights, long total, Random random) {
        List<Integer> reporters = new ArrayList<>();
        long left = total;
        for (int v = 0; v < weights.length; v++) {
            if (random.nextBoolean() && 3 * (left - weights[v]) > 2 * total) {
                left -= weights[v];
            } else {
                reporters.add(v);
            }
        }
        return reporters;
    }

    /** A third is too much: the bound of S7 is exact. */
    @Test
    void aThirdCanMoveItOut() {
        // Of weight 3, a faulty 1 and an honest 1 report: 3R > 2W fails, but half is reached.
        assertThat(WeightedMedian.of(new long[] {1, 1000}, new long[] {1, 1})).isEqualTo(1);
    }

    @Test
    void halfIsNotRounded() {
        // Half of 83 is 41.5: a weight of 41 isn't enough.
        assertThat(WeightedMedian.of(new long[] {7, 8}, new long[] {41, 42})).isEqualTo(8);
        assertThat(WeightedMedian.of(new long[] {7, 8}, new long[] {42, 41})).isEqualTo(7);
        // Half of 84 is 42.
        assertThat(WeightedMedian.of(new long[] {7, 8}, new long[] {42, 42})).isEqualTo(7);
        assertThat(WeightedMedian.of(new long[] {7, 8}, new long[] {41, 43})).isEqualTo(8);
        assertThat(WeightedMedian.of(new long[] {7, 8, 9}, new long[] {1, 1, 1})).isEqualTo(8);
    }

    @Test
    void weightsMayBeLarge() {
        long third = (1L << 60) / 3;
        assertThat(WeightedMedian.of(
                new long[] {30, 10, 20}, new long[] {third, third, third})).isEqualTo(20);
    }

    @Test
    void thereMustBeWeight() {
        assertThatThrownBy(() -> WeightedMedian.of(new long[] {}, new long[] {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightedMedian.of(new long[] {5}, new long[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightedMedian.of(new long[] {5}, new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What other projects expect of theirs; the file says which. */
    @TestFactory
    List<DynamicTest> publicCases() {
        List<DynamicTest> tests = table().stream()
                .map(cells -> DynamicTest.dynamicTest(cells[0] + ": " + cells[1], () ->
                        assertThat(WeightedMedian.of(numbers(cells[2]), numbers(cells[3])))
                                .isEqualTo(Long.parseLong(cells[4]))))
                .toList();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(7);
        return tests;
    }

    private static List<String[]> table() {
        try (var in = WeightedMedianTest.class.getResourceAsStream("weighted-medians.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] numbers(String cell) {
        return Arrays.stream(cell.trim().split("\\s+")).mapToLong(Long::parseLong).toArray();
    }
}
