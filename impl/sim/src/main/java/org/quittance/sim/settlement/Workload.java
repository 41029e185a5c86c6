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

    /** So much more than usual people do of what they are about. */
    private static final int BUSY = 8;

    private record Habit(int weight, Function<State, Instruction> act) {}

    private final Market market;
    private final Keyring keys;
    private final Rng rng;
    private final PricePath path;
    private final People people;
    private final List<Habit> habits = new ArrayList<>();
    private final Governors governors;
    private final int allWeights;

    /** People who do a bit of everything. */
    public Workload(Market market, Keyring keys, Rng rng) {
        this(market, keys, rng, Business.USUAL);
    }

    /** People who do more of something. */
    public Workload(Market market, Keyring keys, Rng rng, Business business) {
        this.market = market;
        this.keys = keys;
        this.rng = rng;
        this.path = new PricePath(rng.split("path"), market.moods(), market.firstPrice(),
                market.parameters().maxPrice());
        this.people = new People(market, keys, rng);
        this.governors = new Governors(people);
        Traders traders = new Traders(people);
        Savers savers = new Savers(people);
        habits.add(new Habit(520 * of(business, Business.TRADING), traders::place));
        habits.add(new Habit(50 * of(business, Business.TRADING), traders::cancel));
        habits.add(new Habit(30 * of(business, Business.TRADING), traders::takeover));
        habits.add(new Habit(50 * of(business, Business.SAVING), savers::deposit));
        habits.add(new Habit(50 * of(business, Business.SAVING), savers::request));
        habits.add(new Habit(60 * of(business, Business.SAVING), savers::approve));
        habits.add(new Habit(50 * of(business, Business.SAVING), savers::execute));
        habits.add(new Habit(12 * of(business, Business.SAVING), savers::voided));
        habits.add(new Habit(25 * of(business, Business.STAKING), savers::stake));
        habits.add(new Habit(18 * of(business, Business.STAKING), savers::unstake));
        habits.add(new Habit(20 * of(business, Business.STAKING), savers::join));
        habits.add(new Habit(4 * of(business, Business.STAKING), savers::leave));
        habits.add(new Habit(3 * of(business, Business.STAKING), savers::evidence));
        habits.add(new Habit(12 * of(business, Business.GOVERNING), governors::listGroup));
        habits.add(new Habit(25 * of(business, Business.GOVERNING), governors::listSeries));
        habits.add(new Habit(4 * of(business, Business.GOVERNING), governors::pause));
        habits.add(new Habit(8 * of(business, Business.GOVERNING), governors::resume));
        habits.add(new Habit(15, s -> report(s, people.validator())));
        allWeights = habits.stream().mapToInt(Habit::weight).sum();
    }

    private static int of(Business business, Business kind) {
        return business == kind ? BUSY : 1;
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
