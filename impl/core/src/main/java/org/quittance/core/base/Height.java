package org.quittance.core.base;

import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;

/** How many blocks lie between a block and genesis, whose height is 0. */
public record Height(long number) implements Comparable<Height> {

    public static final Height GENESIS = new Height(0);

    @SideEffectFree
    public Height {
        if (number < 0) {
            throw new IllegalArgumentException("height must be >= 0, but is " + number);
        }
    }

    /**
     * The height above this one.
     *
     * @throws ArithmeticException if there is none
     */
    @SideEffectFree
    public Height next() {
        return new Height(Math.addExact(number, 1));
    }

    @Pure
    @Override
    public int compareTo(Height other) {
        return Long.compare(number, other.number);
    }
}
