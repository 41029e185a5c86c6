package org.quittance.core.settlement.state;

import java.util.ArrayList;
import java.util.List;

/**
 * A group of series with one underlying and one expiry.
 *
 * @param expiry height from which on it doesn't trade
 * @param observed the oracle's prices from then on, in ticks; the settlement price is their mean
 */
public record Group(int id, long expiry, GroupStatus status, List<Long> observed)
        implements Value {

    public Group {
        observed = List.copyOf(observed);
    }

    public Group with(GroupStatus next) {
        return new Group(id, expiry, next, observed);
    }

    /** The same group after one more price. */
    public Group observing(long price) {
        List<Long> more = new ArrayList<>(observed);
        more.add(price);
        return new Group(id, expiry, status, more);
    }
}
