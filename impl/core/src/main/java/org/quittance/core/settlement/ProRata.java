package org.quittance.core.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.Spec;

/**
 * Divides what there is in proportion to claims, to the last unit: the largest remainders, and
 * among equal ones the lowest places, get what rounding down leaves over.
 */
final class ProRata {

    private ProRata() {}

    /**
     * What each claim gets: {@code floor(claim * available / total)}, or one unit more. No one gets
     * more than its claim, and the shares sum to {@code available}.
     *
     * @param claims none negative; their sum, the total, may be larger than a long
     * @param available between 0 and the total
     */
    @Spec("Clearing!Received")
    static long[] split(long[] claims, long available) {
        BigInteger total = sum(claims);
        BigInteger divided = BigInteger.valueOf(available);
        if (available < 0 || divided.compareTo(total) > 0) {
            throw new IllegalArgumentException(available + " is not within 0.." + total);
        }
        return divided.equals(total) ? claims.clone() : round(claims, divided, total);
    }

    private static long[] round(long[] claims, BigInteger available, BigInteger total) {
        long[] shares = new long[claims.length];
        List<BigInteger> remainders = new ArrayList<>(claims.length);
        long left = available.longValueExact();
        for (int k = 0; k < claims.length; k++) {
            BigInteger product = BigInteger.valueOf(claims[k]).multiply(available);
            shares[k] = product.divide(total).longValueExact();
            remainders.add(product.mod(total));
            left -= shares[k];
        }
        // A stable sort: equal remainders stay in the order of their places.
        IntStream.range(0, claims.length).boxed()
                .sorted(Comparator.comparing((Integer k) -> remainders.get(k)).reversed())
                .limit(left)
                .forEach(k -> shares[k]++);
        return shares;
    }

    /** The sum, however large it is. */
    static BigInteger sum(long[] amounts) {
        long high = 0;
        long low = 0;
        for (long amount : amounts) {
            // Halves of 32 bits: there can't be so many that their sums overflow.
            high += amount >> Integer.SIZE;
            low += amount & 0xFFFF_FFFFL;
        }
        return BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low));
    }
}
