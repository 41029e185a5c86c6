package org.quittance.core.base;

import java.util.Arrays;
import java.util.HexFormat;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;

/** An immutable sequence of bytes, ordered as unsigned bytes from the left. */
public final class Bytes implements Comparable<Bytes> {

    private final byte[] value;

    @SideEffectFree
    private Bytes(byte[] value) {
        this.value = value;
    }

    /** Takes a copy, so that nobody can change it later. */
    @SideEffectFree
    public static Bytes copyOf(byte[] value) {
        return new Bytes(value.clone());
    }

    /**
     * Reads lower-case or upper-case hexadecimal digits.
     *
     * @throws IllegalArgumentException if it has an odd length or another character
     */
    public static Bytes fromHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    @Pure
    public int size() {
        return value.length;
    }

    /**
     * The byte at a place, 0 to 255.
     *
     * @param index from 0
     * @throws ArrayIndexOutOfBoundsException if there is no such place
     */
    @Pure
    public int at(int index) {
        return value[index] & 0xff;
    }

    @SideEffectFree
    public byte[] toArray() {
        return value.clone();
    }

    /** Two lower-case hexadecimal digits for each byte. */
    @SideEffectFree
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Pure
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(value, other.value);
    }

    @Pure
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(value, that.value);
    }

    @Pure
    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
