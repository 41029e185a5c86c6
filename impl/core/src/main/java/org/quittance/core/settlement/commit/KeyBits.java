package org.quittance.core.settlement.commit;

import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Bytes;

/**
 * A key as a sequence of bits: a 1 before each byte, and a 0 after the last.
 *
 * <p>So no key is the beginning of another, and keys are in the same order as their bits.
 */
final class KeyBits {

    /** What {@link #firstDifference} is for equal keys: beyond every bit. */
    static final int NONE = Integer.MAX_VALUE;

    /** No bit of any key is at this place or a later one. */
    static final int LIMIT = group(KeyValue.MAX_KEY_SIZE + 1);

    private static final int GROUP = Byte.SIZE + 1;

    private KeyBits() {}

    /** The bit at a place, from 0; beyond the key's end all are 0. */
    @Pure
    static boolean at(Bytes key, int bit) {
        int index = bit / GROUP;
        int within = bit % GROUP;
        return index < key.size()
                && (within == 0 || (key.at(index) >> Byte.SIZE - within & 1) != 0);
    }

    /** The place of the first bit that differs. */
    @Pure
    static int firstDifference(Bytes a, Bytes b) {
        int common = Math.min(a.size(), b.size());
        for (int index = 0; index < common; index++) {
            int different = a.at(index) ^ b.at(index);
            if (different != 0) {
                int leading = Integer.numberOfLeadingZeros(different) - (Integer.SIZE - Byte.SIZE);
                return group(index) + 1 + leading;
            }
        }
        return a.size() == b.size() ? NONE : group(common);
    }

    @Pure
    private static int group(int index) {
        return index * (Byte.SIZE + 1);
    }
}
