package org.quittance.sim.settlement;

/** How the price of the underlying behaves for a while. */
public enum Mood {
    /** It moves by half a percent at most. */
    CALM(0, 50),
    /** It rises by one to two percent with each block. */
    RISE(100, 200),
    /** It falls by seven to twelve percent with each block. */
    CRASH(-1_200, -700),
    /** It rises by seven to twelve percent with each block. */
    RALLY(700, 1_200),
    /** It is a third higher for one block, and then where it was. */
    SPIKE(0, 50),
    /** It falls by a third at once, and stays there. */
    JUMP(0, 50),
    /** It rises by half at once, and stays there. */
    LEAP(0, 50),
    /** Validators see two prices. */
    DISPUTED(0, 50),
    /** Nobody sees a price. */
    GAP(0, 50);

    private final int least;
    private final int most;

    Mood(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The least move with a block, in parts of 10000. */
    public int least() {
        return least;
    }

    /** The greatest move with a block, in parts of 10000. */
    public int most() {
        return most;
    }
}
