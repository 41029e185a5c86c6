package org.quittance.trace.amount;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How an exact whole number of any size is written as a tuple of TLC's numbers, which have 32 bits.
 *
 * <p>The first element is the sign: {@link #SIGN} for a number from 0, -{@link #SIGN} for one below
 * 0. The digits follow, nine in each limb (0 to 999,999,999), the most significant first, without
 * leading zeros: 0 is (SIGN), 7 is (SIGN, 7), -2,000,000,005 is (-SIGN, 2, 5). So every number has
 * one tuple, and equal tuples are equal numbers. No limb is as large as SIGN, and no other tuple of
 * a spec begins with it, so that none is taken for a number.
 */
public final class Limbs {

    /** The first element of a number from 0, and what a limb is less than. */
    public static final int SIGN = 1_000_000_000;

    private static final BigInteger BASE = BigInteger.valueOf(SIGN);

    private Limbs() {}

    /** The tuple of a number. */
    public static List<Integer> of(BigInteger number) {
        List<Integer> limbs = new ArrayList<>();
        BigInteger rest = number.abs();
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            limbs.add(parts[1].intValueExact());
            rest = parts[0];
        }
        limbs.add(number.signum() < 0 ? -SIGN : SIGN);
        Collections.reverse(limbs);
        return limbs;
    }

    /** Is it the tuple of a number, and the only one of it? */
    public static boolean areCanonical(int[] tuple) {
        if (tuple.length == 0 || tuple.length == 1 && tuple[0] != SIGN) {
            return false;
        }
        if (tuple[0] != SIGN && tuple[0] != -SIGN || tuple.length > 1 && tuple[1] == 0) {
            return false;
        }
        for (int k = 1; k < tuple.length; k++) {
            if (tuple[k] < 0 || tuple[k] >= SIGN) {
                return false;
            }
        }
        return true;
    }

    /** The number of a canonical tuple. */
    public static BigInteger number(int[] tuple) {
        BigInteger number = BigInteger.ZERO;
        for (int k = 1; k < tuple.length; k++) {
            number = number.multiply(BASE).add(BigInteger.valueOf(tuple[k]));
        }
        return tuple[0] < 0 ? number.negate() : number;
    }
}
