package org.quittance.sim.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.State;
import org.quittance.sim.kernel.Rng;

/**
 * Makes the commands of blocks: what validators report, and what everyone else wants. It looks at
 * the state, as people do, and makes mistakes, as people do.
 */
public final class Workload {

    private record Habit(int weight, Function<State, Instruction> act) {}

    private final Market market;
    private final Keyring keys;
    private final Rng rng;
    private final PricePath path;
    private final People people;
    private final List<Habit> habits = new ArrayList<>();
    private final Governors governors;
    private final int allWeights;

    public Workload(Market market, Keyring keys, Rng rng) {
        this.market = market;
        this.keys = keys;
        this.rng = rng;
        this.path = new PricePath(rng.split("path"), market.moods(), market.firstPrice(),
                market.parameters().maxPrice());
        this.people = new People(market, keys, rng);
        this.governors = new Governors(people);
        Traders traders = new Traders(people);
        Savers savers = new Savers(people);
        habits.add(new Habit(520, traders::place));
        habits.add(new Habit(50, traders::cancel));
        habits.add(new Habit(30, traders::takeover));
        habits.add(new Habit(50, savers::deposit));
        habits.add(new Habit(50, savers::request));
        habits.add(new Habit(60, savers::approve));
        habits.add(new Habit(50, savers::execute));
        habits.add(new Habit(12, savers::voided));
        habits.add(new Habit(25, savers::stake));
        habits.add(new Habit(18, savers::unstake));
        habits.add(new Habit(20, savers::join));
        habits.add(new Habit(4, savers::leave));
        habits.add(new Habit(3, savers::evidence));
        habits.add(new Habit(12, governors::listGroup));
        habits.add(new Habit(25, governors::listSeries));
        habits.add(new Habit(4, governors::pause));
        habits.add(new Habit(8, governors::resume));
        habits.add(new Habit(15, s -> report(s, people.validator())));
        allWeights = habits.stream().mapToInt(Habit::weight).sum();
    }

    /** The mood of the price at a height. */
    public Mood mood(long height) {
        return path.mood(height);
    }

    /** How many commands the block at a height has. */
    public int size(long height) {
        return market.stakes().size() + rng.below(2 * market.commands());
    }

    /**
     * A command of the block that is being executed.
     *
     * @param index of the command in the block; the first ones are the validators' reports
     * @param s the state in which it will be executed, unless someone else comes before
     */
    public Instruction next(int index, State s) {
        if (index < market.stakes().size()) {
            boolean silent = path.mood(s.height()) == Mood.GAP || rng.chance(60);
            return silent ? pick(s) : report(s, index);
        }
        if (governors.mustList(s)) {
            return governors.list(s);
        }
        boolean flags = s.accounts().flaggedCount() > 0 && rng.chance(400);
        return flags ? habits.get(2).act().apply(s) : pick(s);
    }

    private Instruction pick(State s) {
        int at = rng.below(allWeights);
        for (Habit habit : habits) {
            at -= habit.weight();
            if (at < 0) {
                return habit.act().apply(s);
            }
        }
        throw new IllegalStateException("weights don't add up");
    }

    private Instruction report(State s, int validator) {
        long seen = path.price(s.height());
        long price = market.faulty().contains(validator)
                ? 1 + rng.below((int) Math.min(Integer.MAX_VALUE,
                        2 * seen)) : seen + seen * rng.between(-20, 20) / Parameters.WHOLE;
        if (path.mood(s.height()) == Mood.DISPUTED && validator % 2 == 0) {
            price = price * 3 / 2;
        }
        price = Math.max(1, Math.min(market.parameters().maxPrice(), price));
        int slip = people.slips() ? rng.below(4) : 4;
        price = slip == 0 ? 0 : slip == 1 ? market.parameters().maxPrice() + 1 : price;
        long round = s.oracle().round() + (slip == 2 ? 1 : 0);
        Signer by = keys.validator(slip == 3 ? validator + 1 : validator);
        return new Instruction(new Command.Report(validator, round, price), List.of(by));
    }
}
