package org.quittance.sim.settlement;

import java.util.ArrayList;
import java.util.List;
import org.quittance.sim.kernel.Rng;

/** The price of the underlying at each height, whoever looks at it and whenever. */
public final class PricePath {

    private static final long WHOLE = 10_000;

    private final List<Long> prices = new ArrayList<>();
    private final List<Mood> moods = new ArrayList<>();
    private final List<Mood> script;
    private final long highest;
    private final Rng rng;
    private Mood mood = Mood.CALM;
    private int left = 3;
    private long base;

    /**
     * A path.
     *
     * @param script the moods at the first heights, one for each; then they change at random
     * @param first the first price, in ticks
     * @param highest no price is above this
     */
    public PricePath(Rng rng, List<Mood> script, long first, long highest) {
        this.rng = rng;
        this.script = List.copyOf(script);
        this.base = first;
        this.highest = highest;
    }

    /** The price at a height from 1. */
    public long price(long height) {
        extend(height);
        return prices.get((int) height - 1);
    }

    /** The mood at a height from 1. */
    public Mood mood(long height) {
        extend(height);
        return moods.get((int) height - 1);
    }

    private void extend(long height) {
        while (prices.size() < height) {
            if (prices.size() < script.size()) {
                mood = script.get(prices.size());
                left = 1;
            } else if (left == 0) {
                mood = rng.chance(350) ? Mood.CALM : rng.pick(List.of(Mood.values()));
                left = (int) rng.between(1, 5);
            }
            boolean first = moods.isEmpty() || moods.getLast() != mood;
            if (mood == Mood.JUMP && first) {
                base = base * 2 / 3;
            } else if (mood == Mood.LEAP && first) {
                base = base * 3 / 2;
            }
            long move = rng.between(mood.least(), mood.most());
            long signed = mood.least() == 0 && rng.chance(500) ? -move : move;
            base = Math.max(2, Math.min(highest, base + base * signed / WHOLE));
            prices.add(mood == Mood.SPIKE && first ? Math.min(highest, base * 4 / 3) : base);
            moods.add(mood);
            left--;
        }
    }
}
