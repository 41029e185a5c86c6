package org.quittance.core.base;

import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;

/** The number of a consensus view. The genesis view is 0. */
public record View(long number) implements Comparable<View> {

    public static final View GENESIS = new View(0);

    @SideEffectFree
    public View {
        if (number < 0) {
            throw new IllegalArgumentException("view must be >= 0, but is " + number);
        }
    }

    /**
     * The view after this one.
     *
     * @throws ArithmeticException if there is none
     */
    @SideEffectFree
    public View next() {
        return new View(Math.addExact(number, 1));
    }

    /**
     * The view before this one.
     *
     * @throws IllegalStateException on the genesis view, which has none
     */
    @SideEffectFree
    public View previous() {
        if (isGenesis()) {
            throw new IllegalStateException("no view comes before genesis");
        }
        return new View(number - 1);
    }

    @Pure
    public boolean isGenesis() {
        return number == 0;
    }

    @Pure
    @Override
    public int compareTo(View other) {
        return Long.compare(number, other.number);
    }
}
