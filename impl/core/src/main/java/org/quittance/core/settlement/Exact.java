package org.quittance.core.settlement;

import java.math.BigInteger;

/**
 * Products that don't fit into a long, divided until they do. The numbers are not negative, and
 * what they are divided by is at least 1. Sums and plain products are those of {@link Math}.
 */
final class Exact {

    private Exact() {}

    /**
     * The largest number that is at most a * b / c: payments round down.
     *
     * @throws ArithmeticException if it is no long
     */
    static long floorMulDiv(long a, long b, long c) {
        long product = a * b;
        return Math.multiplyHigh(a, b) == 0 && product >= 0
                ? product / c
                : product(a, b).divide(BigInteger.valueOf(c)).longValueExact();
    }

    /**
     * The least number that is at least a * b / c: charges round up.
     *
     * @throws ArithmeticException if it is no long
     */
    static long ceilMulDiv(long a, long b, long c) {
        return Math.addExact(floorMulDiv(a, b, c), mulMod(a, b, c) == 0 ? 0 : 1);
    }

    /** What is left of a * b when as much of it as possible is divided by c. */
    static long mulMod(long a, long b, long c) {
        long product = a * b;
        return Math.multiplyHigh(a, b) == 0 && product >= 0
                ? product % c
                : product(a, b).mod(BigInteger.valueOf(c)).longValueExact();
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
