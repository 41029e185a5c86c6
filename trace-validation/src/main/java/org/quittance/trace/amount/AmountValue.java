package org.quittance.trace.amount;

import java.math.BigInteger;
import org.checkerframework.checker.nullness.qual.Nullable;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** Amounts as values of TLC: tuples as in {@link Limbs}. */
public final class AmountValue {

    private AmountValue() {}

    /** The value of a number. */
    public static TupleValue of(BigInteger number) {
        return new TupleValue(
                Limbs.of(number).stream().map(IntValue::gen).toArray(Value[]::new));
    }

    /** The number of an amount; null if the value is none. */
    public static @Nullable BigInteger number(Value value) {
        if (!(value instanceof TupleValue tuple)) {
            return null;
        }
        int[] limbs = new int[tuple.elems.length];
        for (int k = 0; k < limbs.length; k++) {
            if (!(tuple.elems[k] instanceof IntValue limb)) {
                return null;
            }
            limbs[k] = limb.val;
        }
        return Limbs.areCanonical(limbs) ? Limbs.number(limbs) : null;
    }
}
