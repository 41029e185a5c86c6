package org.quittance.sim.settlement;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.State;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Right;
import org.quittance.sim.kernel.Rng;

/** Those who list what can be traded, and who pause trading. */
final class Governors {

    private final People people;
    private final Rng rng;
    private final Parameters parameters;

    Governors(People people) {
        this.people = people;
        this.rng = people.rng();
        this.parameters = people.market().parameters();
    }

    Instruction listGroup(State s) {
        int next = s.contracts().groups().size() + 1;
        int group = people.slips() ? 0 : rng.chance(50) ? Math.max(1, next - 1) : next;
        long expiry = s.height() + (people.slips() ? 0 : rng.between(3, 12));
        return new Instruction(new Command.ListGroup(group, expiry), people.governors());
    }

    Instruction listSeries(State s) {
        int next = s.contracts().series().size() + 1;
        int series = people.slips() ? 0 : rng.chance(50) ? Math.max(1, next - 1) : next;
        List<Group> groups = new ArrayList<>(s.contracts().groups());
        List<Group> live = groups.stream()
                .filter(group -> group.status() == GroupStatus.LIVE).toList();
        int group = groups.isEmpty() || people.slips() ? groups.size() + 7
                : live.isEmpty() || rng.chance(50)
                        ? rng.pick(groups).id() : rng.pick(live).id();
        long price = Math.max(1, s.oracle().price());
        long near = Math.max(1, price * rng.between(70, 130) / 100);
        long strike = people.slips()
                ? rng.chance(500) ? 0 : parameters.maxPrice() + 1
                : Math.min(parameters.maxPrice(), near);
        return new Instruction(
                new Command.ListSeries(series, strike, rng.chance(500) ? Right.CALL : Right.PUT,
                        group), people.governors());
    }

    /** Is there too little to trade with? Then something is listed first of all. */
    boolean mustList(State s) {
        long series = s.contracts().series().stream()
                .filter(it -> isLive(s, s.contracts().groupOf(it))).count();
        return series < 2 && rng.chance(400);
    }

    Instruction list(State s) {
        boolean live = s.contracts().groups().stream().anyMatch(group -> isLive(s, group));
        return live ? listSeries(s) : listGroup(s);
    }

    private static boolean isLive(State s, Group group) {
        return group.status() == GroupStatus.LIVE && s.height() < group.expiry();
    }

    Instruction pause(State s) {
        long until = s.height()
                + (people.slips() ? parameters.maxPause() + 1
                        : people.slips() ? 0 : rng.between(1, parameters.maxPause()));
        return new Instruction(new Command.Pause(until, nonce(s)), people.governors());
    }

    Instruction resume(State s) {
        return new Instruction(new Command.Resume(nonce(s)), people.governors());
    }

    private long nonce(State s) {
        return s.progress().governanceNonce() + (people.slips() ? 1 : 0);
    }
}
