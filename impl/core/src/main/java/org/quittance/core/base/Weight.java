package org.quittance.core.base;

import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;

/** The voting weight of a validator, in units of stake, at least 1. */
public record Weight(long units) implements Comparable<Weight> {

    @SideEffectFree
    public Weight {
        if (units < 1) {
            throw new IllegalArgumentException("weight must be >= 1, but is " + units);
        }
    }

    @Pure
    @Override
    public int compareTo(Weight other) {
        return Long.compare(units, other.units);
    }
}
