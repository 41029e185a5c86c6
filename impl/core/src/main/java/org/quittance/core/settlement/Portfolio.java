package org.quittance.core.settlement;

import org.quittance.core.settlement.state.Series;

/** Positions that a margin is computed of, by group, strike and series, each series once. */
interface Portfolio {

    int count();

    Series series(int index);

    /** Contracts: longs are positive, shorts negative. */
    long quantity(int index);
}
