package org.quittance.core.settlement;

import java.math.BigInteger;
import org.quittance.core.base.Spec;

/**
 * The only way in which anyone can lose money: what debtors owe is collected and paid out.
 *
 * <p>A debtor pays with its cash, to which its pending withdrawals come back as far as they are
 * needed, then with its pledges (the stake and the unbonding stake of the validators it owns). What
 * is missing then comes from the insurance fund, as far as it reaches. What is still missing is a
 * haircut of this event's creditors, in proportion to their claims.
 */
final class Clearing {

    private Clearing() {}

    /**
     * What is taken and paid, in minor units; no number is negative.
     *
     * @param paid of each participant's cash
     * @param taken of each pledge
     * @param drawn from the insurance fund
     * @param received by each participant
     * @param haircuts claims that stay unpaid, by participant
     */
    record Result(long[] paid, long[] taken, long drawn, long[] received, long[] haircuts) {}

    /**
     * How many of a debtor's pending withdrawals become void: as many as it takes, the first ones
     * first, or all of them.
     *
     * @param owed what it has to pay, not negative
     * @param cash what it has, not negative; all money together is below 2^62
     * @param pending the amounts of its pending withdrawals, in the order of their ids
     */
    @Spec("Clearing!IsTakenBack")
    static int takenBack(long owed, long cash, long[] pending) {
        long there = cash;
        int count = 0;
        while (count < pending.length && owed > there) {
            there += pending[count];
            count++;
        }
        return count;
    }

    /**
     * Clears obligations.
     *
     * @param obligations of the participants, who are in the order of their account ids: what each
     *     is to receive, or has to pay if it is negative. They sum to zero; no part sum has to fit
     *     into a long
     * @param cash of the participants with what came back to it, none negative; all money together
     *     is below 2^62
     * @param pledgors for each pledge the place of its participant, in the order of use
     * @param pledged the amounts of the pledges, none negative
     * @param fund the insurance fund, not negative
     * @throws IllegalArgumentException if the obligations don't sum to zero
     */
    @Spec("Clearing!Clear")
    static Result clear(
            long[] obligations, long[] cash, int[] pledgors, long[] pledged, long fund) {
        if (ProRata.sum(obligations).signum() != 0) {
            throw new IllegalArgumentException(
                    "obligations sum to " + ProRata.sum(obligations) + ", not to zero");
        }
        long[] paid = new long[obligations.length];
        long[] claims = new long[obligations.length];
        long[] missing = new long[obligations.length];
        long available = 0;
        for (int k = 0; k < obligations.length; k++) {
            claims[k] = Math.max(0, obligations[k]);
            long owed = Math.max(0, Math.negateExact(obligations[k]));
            paid[k] = Math.min(owed, cash[k]);
            missing[k] = owed - paid[k];
            available += paid[k];
        }
        long[] taken = new long[pledged.length];
        for (int k = 0; k < pledged.length; k++) {
            taken[k] = Math.min(missing[pledgors[k]], pledged[k]);
            missing[pledgors[k]] -= taken[k];
            available += taken[k];
        }
        long drawn = ProRata.sum(missing).min(BigInteger.valueOf(fund)).longValueExact();
        long[] received = ProRata.split(claims, available + drawn);
        return new Result(paid, taken, drawn, received, difference(claims, received));
    }

    private static long[] difference(long[] minuends, long[] subtrahends) {
        long[] differences = new long[minuends.length];
        for (int k = 0; k < minuends.length; k++) {
            differences[k] = minuends[k] - subtrahends[k];
        }
        return differences;
    }
}
