package org.quittance.trace.amount;

import java.math.BigInteger;
import org.checkerframework.checker.nullness.qual.Nullable;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** Amounts as values of TLC: tuples as in {@link Limbs}. */
public final class AmountValue {

    private AmountValue() {}

    /** A tuple that remembers which number it is: most are made to be calculated with. */
    private static final class Known extends TupleValue {

        private static final long serialVersionUID = 1;

        private final BigInteger number;

        Known(Value[] limbs, BigInteger number) {
            super(limbs);
            this.number = number;
        }
    }

    /** The value of a number. */
    public static TupleValue of(BigInteger number) {
        return new Known(
                number.bitLength() < Long.SIZE - 1 ? limbs(number.longValue()) : limbs(number),
                number);
    }

    private static Value[] limbs(BigInteger number) {
        return Limbs.of(number).stream().map(IntValue::gen).toArray(Value[]::new);
    }

    /** The same for numbers of 63 bits, which nearly all are. */
    private static Value[] limbs(long number) {
        long size = Math.abs(number);
        int count = size == 0 ? 0 : size < Limbs.SIGN ? 1 : size / Limbs.SIGN < Limbs.SIGN ? 2 : 3;
        Value[] limbs = new Value[count + 1];
        limbs[0] = IntValue.gen(number < 0 ? -Limbs.SIGN : Limbs.SIGN);
        for (int k = count; k > 0; k--) {
            limbs[k] = IntValue.gen((int) (size % Limbs.SIGN));
            size /= Limbs.SIGN;
        }
        return limbs;
    }

    /** The number of an amount; null if the value is none. */
    public static @Nullable BigInteger number(Value value) {
        if (value instanceof Known known) {
            return known.number;
        }
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
