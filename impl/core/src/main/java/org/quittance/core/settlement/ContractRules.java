package org.quittance.core.settlement;

import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Contracts;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;

/** Governors list what is traded. Nobody changes or withdraws it. */
final class ContractRules {

    private ContractRules() {}

    @Spec("Contracts!ListGroupRefusal")
    static Optional<Rejection> listGroupRefusal(State s, Command.ListGroup c, Signers signers) {
        Contracts contracts = s.contracts();
        if (!Checks.isGoverned(s, signers)) {
            return Checks.refuse(Rejection.NOT_ENOUGH_SIGNERS);
        }
        if (c.expiry() <= s.height() || c.group() < 1) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        if (contracts.group(c.group()) != null) {
            return Checks.refuse(Rejection.ALREADY_LISTED);
        }
        return contracts.unsettledGroups() >= s.parameters().maxGroups()
                ? Checks.refuse(Rejection.TOO_MANY)
                : Checks.ok();
    }

    @Spec("Contracts!ListGroup")
    static void listGroup(State s, Command.ListGroup c, Signers signers, EventSink sink) {
        s.contracts().put(new Group(c.group(), c.expiry(), GroupStatus.LIVE, List.of()));
        if (sink.isInterested()) {
            sink.on(new Event.ListGroup(c, s.governorsAmong(signers), s.post()));
        }
    }

    @Spec("Contracts!ListSeriesRefusal")
    static Optional<Rejection> listSeriesRefusal(State s, Command.ListSeries c, Signers signers) {
        Contracts contracts = s.contracts();
        Group group = contracts.group(c.group());
        if (!Checks.isGoverned(s, signers)) {
            return Checks.refuse(Rejection.NOT_ENOUGH_SIGNERS);
        }
        if (group == null) {
            return Checks.refuse(Rejection.UNKNOWN_GROUP);
        }
        if (!Checks.isWithin(c.strike(), 1, s.parameters().maxPrice()) || c.series() < 1) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        if (contracts.series(c.series()) != null) {
            return Checks.refuse(Rejection.ALREADY_LISTED);
        }
        if (contracts.unsettledSeries() >= s.parameters().maxSeries()) {
            return Checks.refuse(Rejection.TOO_MANY);
        }
        return isLive(s, group) ? Checks.ok() : Checks.refuse(Rejection.GROUP_NOT_LIVE);
    }

    @Spec("Contracts!ListSeries")
    static void listSeries(State s, Command.ListSeries c, Signers signers, EventSink sink) {
        s.contracts().list(c.series(), c.strike(), c.right(), c.group());
        if (sink.isInterested()) {
            sink.on(new Event.ListSeries(c, s.governorsAmong(signers), s.post()));
        }
    }

    /** May the group still be traded? In its last block it is expired, but not marked so yet. */
    @Spec("Contracts!IsLive")
    static boolean isLive(State s, Group group) {
        return group.status() == GroupStatus.LIVE && s.height() < group.expiry();
    }
}
