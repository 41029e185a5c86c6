package org.quittance.sim.check.settlement;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Series;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Every position in a group is settled once: when the group is expired and its price is known, no
 * later than at the end of that block, and never again.
 */
public final class S5SettledOnce implements Checker {

    private final Parameters parameters;
    private final SortedSet<Integer> settled = new TreeSet<>();

    public S5SettledOnce(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void stepped(Step step) {
        if (step.event() instanceof Event.SettleGroup settle) {
            settles(step.before(), settle.group());
        }
        for (Group group : step.after().groups().values()) {
            remains(step, group);
            if (step.event() instanceof Event.EndExpiry) {
                isNotDue(step.after(), group);
            }
        }
    }

    private void settles(Picture before, int id) {
        Group group = before.group(id)
                .orElse(new Group(id, 0, GroupStatus.SETTLED, List.of()));
        if (!settled.add(id) || group.status() != GroupStatus.EXPIRED) {
            throw new Violation(Property.S5_SETTLED_ONCE,
                    "group " + id + " is settled though it is " + group.status());
        }
        if (group.observed().size() != parameters.settlementRounds()
                || group.expiry() > before.height()) {
            throw new Violation(Property.S5_SETTLED_ONCE, "group " + id
                    + " is settled before its price is known: " + group.observed());
        }
    }

    private void remains(Step step, Group group) {
        boolean isSettled = group.status() == GroupStatus.SETTLED;
        if (isSettled != settled.contains(group.id())) {
            throw new Violation(Property.S5_SETTLED_ONCE, "group " + group.id() + " is "
                    + group.status() + " though it was " + (isSettled ? "never " : "") + "settled");
        }
        if (isSettled) {
            for (int account : step.after().accounts()) {
                for (int id : step.after().positions(account).keySet()) {
                    if (step.after().series(id).map(Series::group).orElse(0) == group.id()) {
                        throw new Violation(Property.S5_SETTLED_ONCE, "account " + account
                                + " has a position in series " + id + " of group " + group.id()
                                + ", which is settled");
                    }
                }
            }
        }
    }

    private void isNotDue(Picture state, Group group) {
        boolean live = group.status() == GroupStatus.LIVE && group.expiry() <= state.height();
        boolean expired = group.status() == GroupStatus.EXPIRED
                && group.observed().size() >= parameters.settlementRounds();
        if (live || expired) {
            throw new Violation(Property.S5_SETTLED_ONCE, "group " + group.id() + " is still "
                    + group.status() + " at height " + state.height());
        }
    }
}
