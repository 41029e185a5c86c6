package org.quittance.core.settlement;

import java.util.List;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Positions;
import org.quittance.core.settlement.state.Series;

/** Groups that reach their expiry stop trading; those whose price is known are settled, once. */
final class ExpiryPhase {

    private ExpiryPhase() {}

    /** Takes all steps of this phase, group by group. */
    static void run(State s, EventSink sink) {
        for (Group group : List.copyOf(s.contracts().groups())) {
            Group now = group;
            if (canExpireGroup(s, now)) {
                now = expireGroup(s, now, sink);
            }
            if (canSettleGroup(s, now)) {
                settleGroup(s, now, sink);
            }
        }
        endExpiry(s, sink);
    }

    /** Has a group that is traded reached its expiry? */
    @Spec("Expiry!CanExpireGroup")
    static boolean canExpireGroup(State s, Group group) {
        return s.progress().phase() == Phase.EXPIRY
                && group.status() == GroupStatus.LIVE
                && group.expiry() <= s.height();
    }

    /** The group is closed to trading, and its orders are removed. */
    @Spec("Expiry!ExpireGroup")
    static Group expireGroup(State s, Group group, EventSink sink) {
        Group expired = group.with(GroupStatus.EXPIRED);
        s.contracts().put(expired);
        for (Series series : s.contracts().seriesOf(group.id())) {
            s.book().removeAllOf(series);
        }
        if (sink.isInterested()) {
            sink.on(new Event.ExpireGroup(group.id(), s.post()));
        }
        return expired;
    }

    /** Have enough prices been observed since a group expired? */
    @Spec("Expiry!CanSettleGroup")
    static boolean canSettleGroup(State s, Group group) {
        return s.progress().phase() == Phase.EXPIRY
                && group.status() == GroupStatus.EXPIRED
                && group.observed().size() == s.parameters().settlementRounds();
    }

    /** Every position in the group is exchanged for what it is worth. */
    @Spec("Expiry!SettleGroup")
    static void settleGroup(State s, Group group, EventSink sink) {
        long price = settlementPrice(group);
        Positions positions = s.positions();
        Obligations obligations = new Obligations(s);
        for (Series series : s.contracts().seriesOf(group.id())) {
            long payoff = series.payoff(price);
            for (int account : positions.holders(series)) {
                long quantity = positions.quantity(account, series);
                obligations.add(account, Math.multiplyExact(quantity, payoff));
                positions.set(account, series, 0);
            }
        }
        List<Event.Haircut> haircuts = obligations.settle();
        s.contracts().put(group.with(GroupStatus.SETTLED));
        if (sink.isInterested()) {
            sink.on(new Event.SettleGroup(group.id(), haircuts, s.post()));
        }
    }

    /** Nothing is left to be done for any group. */
    @Spec("Expiry!EndExpiry")
    static void endExpiry(State s, EventSink sink) {
        s.progress().setPhase(Phase.LIQUIDATION);
        if (sink.isInterested()) {
            sink.on(new Event.EndExpiry(s.post()));
        }
    }

    /** The mean of the observed prices, rounded down. */
    @Spec("Expiry!SettlementPrice")
    private static long settlementPrice(Group group) {
        // At most 1024 prices of at most 2^40.
        long sum = group.observed().stream().mapToLong(price -> price).sum();
        return sum / group.observed().size();
    }
}
