package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.settlement.state.Positions;
import org.quittance.core.settlement.state.Series;

/**
 * What two accounts hold together.
 *
 * @param all the series that one of them holds, by group, strike and id
 */
record Together(Positions positions, int account, int other, List<Series> all)
        implements Portfolio {

    static Together of(Positions positions, int account, int other) {
        List<Series> all = new ArrayList<>(positions.seriesOf(account));
        for (Series series : positions.seriesOf(other)) {
            if (positions.quantity(account, series) == 0) {
                all.add(series);
            }
        }
        all.sort(Positions::compare);
        return new Together(positions, account, other, List.copyOf(all));
    }

    @Override
    public int count() {
        return all.size();
    }

    @Override
    public Series series(int index) {
        return all.get(index);
    }

    @Override
    public long quantity(int index) {
        Series series = all.get(index);
        return Math.addExact(
                positions.quantity(account, series), positions.quantity(other, series));
    }
}
