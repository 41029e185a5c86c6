package org.quittance.bench;

/**
 * A sequence of commands, and what becomes of them in any order book with price-time priority.
 * Accounts, series and commands count from 0, orders from 1.
 *
 * @param kind {@link #GTC}, {@link #IOC} or {@link #CANCEL}
 * @param order the order that is placed or cancelled; placed ones are numbered as they come
 * @param fills how often an order met another
 * @param contracts how many contracts were traded
 * @param moved the premiums that each account got less what it paid, times its number from 1,
 *     summed up: so that money in a wrong account shows
 * @param resting how many orders rest at the end
 */
public record Flow(
        byte[] kind,
        int[] account,
        int[] series,
        boolean[] buy,
        int[] price,
        int[] quantity,
        int[] order,
        long fills,
        long contracts,
        long moved,
        int resting) {

    static final byte GTC = 0;
    static final byte IOC = 1;
    static final byte CANCEL = 2;

    public int length() {
        return kind.length;
    }
}
