package org.quittance.core.settlement;

import java.util.Collection;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Positions;
import org.quittance.core.settlement.state.Series;

/**
 * Who is underwater, asked of all accounts at one price. For most the answer is no, and found
 * without looking at the band of prices: a margin is subadditive and long contracts need none, so
 * no account needs more than its short contracts would need one by one.
 */
final class SweepMargin {

    private final State s;
    /** What one short contract needs, in minor units, by the series' slot. */
    private final long[] alone;

    /** For the present price. Changes of positions and cash don't matter to it. */
    SweepMargin(State s) {
        Collection<Series> series = s.contracts().series();
        this.s = s;
        this.alone = new long[series.size()];
        for (Series each : series) {
            alone[each.slot()] = MarginRule.maintenance(s, new OneShort(each));
        }
    }

    /** Does the account miss what it needs to keep its positions? */
    @Spec("Margin!IsUnderwater")
    boolean isUnderwater(int account) {
        return s.accounts().cash(account) < atMost(account) && MarginRule.isUnderwater(s, account);
    }

    /** What the account's margin can't be above. It stays below 2^60, see {@link Parameters}. */
    private long atMost(int account) {
        Positions positions = s.positions();
        int count = positions.count(account);
        long sum = 0;
        for (int k = 0; k < count; k++) {
            long quantity = positions.quantityAt(account, k);
            if (quantity < 0) {
                sum -= quantity * alone[positions.seriesAt(account, k).slot()];
            }
        }
        return sum;
    }

    /** A short contract, and nothing else. */
    private record OneShort(Series series) implements Portfolio {

        @Override
        public int count() {
            return 1;
        }

        @Override
        public Series series(int index) {
            return series;
        }

        @Override
        public long quantity(int index) {
            return -1;
        }
    }
}
