package org.quittance.sim.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The only source of chance in a run: SplitMix64, written out so that a seed means the same run on
 * every JDK.
 *
 * <p>Each part of the simulator draws from a {@linkplain #split stream of its own}, so that a
 * change in how often one part draws leaves the others as they were.
 */
public final class Rng {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    public Rng(long seed) {
        this.origin = seed;
        this.state = seed;
    }

    /** A stream that depends on the seed of this one and on the name, not on what was drawn. */
    public Rng split(String name) {
        long hash = mix(origin ^ GAMMA);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash * 31 + b);
        }
        return new Rng(hash);
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /**
     * A number in [0, bound). The bias of the remainder is below 2^-31 for the bounds used here.
     *
     * @throws IllegalArgumentException if bound is below 1
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be >= 1, but is " + bound);
        }
        return (int) ((nextLong() >>> 1) % bound);
    }

    /** A number in [low, high], both ends included. */
    public long between(long low, long high) {
        if (high < low) {
            throw new IllegalArgumentException("empty range " + low + ".." + high);
        }
        return low + below(Math.toIntExact(high - low + 1));
    }

    /** True with a probability of so many in a thousand. */
    public boolean chance(int perMille) {
        return perMille > 0 && below(1000) < perMille;
    }

    /** One of the values, each as likely as the others. */
    public <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** The values in a random order. */
    public <T> List<T> shuffled(List<T> values) {
        List<T> result = new ArrayList<>(values);
        for (int i = result.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T swapped = result.get(i);
            result.set(i, result.get(j));
            result.set(j, swapped);
        }
        return result;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
