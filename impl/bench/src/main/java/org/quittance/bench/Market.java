package org.quittance.bench;

/**
 * What is traded, and by how many.
 *
 * <p>A group has {@value #GROUP_SERIES} series: calls and puts at strikes around the price. Each
 * account trades only {@value #NEIGHBOURS} neighbouring series, as a book of options that hedge
 * each other would; accounts are spread evenly.
 *
 * @param series how many, at least 1
 * @param accounts how many, at least {@value #FEWEST_ACCOUNTS}, so that each series has several
 */
public record Market(int series, int accounts) {

    /** The price of the underlying, in ticks. */
    public static final long PRICE = 10_000;

    static final int GROUP_SERIES = 50;
    static final int NEIGHBOURS = 16;
    static final int FEWEST_ACCOUNTS = 32;

    private static final long STRIKE_STEP = 100;

    public Market {
        if (series < 1 || accounts < FEWEST_ACCOUNTS) {
            throw new IllegalArgumentException("too few series or accounts");
        }
    }

    /** The group of a series, from 1. Series count from 0. */
    int group(int one) {
        return one / GROUP_SERIES + 1;
    }

    int groups() {
        return group(series - 1);
    }

    boolean isCall(int one) {
        return one % 2 == 0;
    }

    long strike(int one) {
        int step = one % GROUP_SERIES / 2 - GROUP_SERIES / 4;
        return PRICE + step * STRIKE_STEP;
    }

    /** What the series is worth, about: premiums of orders are near it. */
    long premium(int one) {
        long intrinsic = isCall(one) ? PRICE - strike(one) : strike(one) - PRICE;
        return Math.max(0, intrinsic) + 400;
    }

    /** One of the accounts that trade the series; every draw gives one. */
    int account(int one, int draw) {
        int home = Math.floorMod(one - draw % Math.min(NEIGHBOURS, series), series);
        int perHome = Math.max(1, accounts / series);
        int account = home + series * (draw / NEIGHBOURS % perHome);
        return account % accounts;
    }
}
