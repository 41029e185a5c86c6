package org.quittance.core.settlement;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Spec;

/** The price that an oracle round agrees on. */
final class WeightedMedian {

    private WeightedMedian() {}

    /**
     * The smallest reported price p such that reports of at most p carry half of the weight R of
     * all reports: {@code 2 * weight(<= p) >= R}. Half is not rounded, so an odd R needs more.
     *
     * <p>While reports carry more than 2/3 of a weight of which less than 1/3 is faulty, the price
     * lies between the lowest and the highest price that honest validators reported.
     *
     * @param prices in ticks, in any order
     * @param weights of the reports at the same places, not negative; their sum is below 2^62
     * @throws IllegalArgumentException if the weights sum to zero, or there are not as many as
     *     prices
     */
    @Spec("Oracle!MedianPrice")
    static long of(long[] prices, long[] weights) {
        if (prices.length != weights.length) {
            throw new IllegalArgumentException("each price needs one weight");
        }
        SortedMap<Long, Long> byPrice = new TreeMap<>();
        long total = 0;
        for (int k = 0; k < prices.length; k++) {
            byPrice.merge(prices[k], weights[k], Math::addExact);
            total = Math.addExact(total, weights[k]);
        }
        if (total < 1) {
            throw new IllegalArgumentException("there is no weight");
        }
        long cumulative = 0;
        for (Map.Entry<Long, Long> entry : byPrice.entrySet()) {
            cumulative += entry.getValue();
            if (Math.multiplyExact(2, cumulative) >= total) {
                return entry.getKey();
            }
        }
        throw new AssertionError("all weights together are less than half of them");
    }
}
