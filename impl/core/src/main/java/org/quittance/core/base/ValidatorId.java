package org.quittance.core.base;

import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;

/** The place of a validator in its epoch's {@link ValidatorSet}, from 0. */
public record ValidatorId(int index) implements Comparable<ValidatorId> {

    @SideEffectFree
    public ValidatorId {
        if (index < 0) {
            throw new IllegalArgumentException("validator index must be >= 0, but is " + index);
        }
    }

    @Pure
    @Override
    public int compareTo(ValidatorId other) {
        return Integer.compare(index, other.index);
    }

    @SideEffectFree
    @Override
    public String toString() {
        return Integer.toString(index);
    }
}
