package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Whoever settles, or is closed out, gets and pays what its contracts say, to the last unit, less
 * a haircut that is recorded. The settlement price is the mean of the prices that this checker saw
 * confirmed, in rounds that it saw begin from the expiry on.
 */
public final class S6Payoff implements Checker {

    private final Genesis genesis;
    private final SortedMap<Integer, List<BigInteger>> observed = new TreeMap<>();
    /** The first block in which could be reported to the round. */
    private long begun = 1;

    public S6Payoff(Genesis genesis) {
        this.genesis = genesis;
    }

    @Override
    public void stepped(Step step) {
        switch (step.event()) {
            case Event.CloseRound close -> {
                observe(step);
                begun = step.before().height() + 1;
            }
            case Event.GiveUpRound round -> begun = step.before().height() + 1;
            case Event.SettleGroup settle -> {
                List<BigInteger> seen = observed.getOrDefault(settle.group(), List.of());
                if (seen.size() < genesis.parameters().settlementRounds()) {
                    throw new Violation(Property.S6_PAYOFF, "group " + settle.group()
                            + " is settled at a price that is no oracle price: " + seen);
                }
                settled(step, settle, mean(seen));
            }
            case Event.Deleverage out -> closedOut(step, out);
            default -> { }
        }
    }

    private void observe(Step step) {
        Picture after = step.after();
        if (after.number(Variable.PRICE_HEIGHT) != after.height()
                || after.amount(Variable.CANDIDATE).signum() > 0) {
            return;
        }
        for (Group group : step.before().groups().values()) {
            List<BigInteger> seen =
                    observed.computeIfAbsent(group.id(), id -> new ArrayList<>());
            if (group.expiry() <= begun
                    && seen.size() < genesis.parameters().settlementRounds()) {
                seen.add(after.amount(Variable.PRICE));
            }
        }
    }

    private static BigInteger mean(List<BigInteger> prices) {
        BigInteger sum = prices.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return sum.divide(BigInteger.valueOf(prices.size()));
    }

    private void settled(Step step, Event.SettleGroup settle, BigInteger price) {
        Obligations obligations = new Obligations();
        SortedMap<Integer, SortedMap<Integer, BigInteger>> left = new TreeMap<>();
        for (int account : step.before().accounts()) {
            SortedMap<Integer, BigInteger> held = step.before().positions(account);
            for (Series series : step.before().series().values()) {
                BigInteger contracts = held.get(series.id());
                if (contracts != null && series.group() == settle.group()) {
                    obligations.exchange(account, contracts, series, price);
                    held.remove(series.id());
                }
            }
            left.put(account, held);
        }
        expect(step, obligations, left, settle.haircuts(), "settlement of group " + settle.group());
    }

    private void closedOut(Step step, Event.Deleverage out) {
        Picture before = step.before();
        Obligations obligations = new Obligations();
        SortedMap<Integer, SortedMap<Integer, BigInteger>> left = new TreeMap<>();
        before.accounts().forEach(account -> left.put(account, before.positions(account)));
        for (Map.Entry<Integer, BigInteger> leg : before.positions(out.account()).entrySet()) {
            Series series = before.series().get(leg.getKey());
            if (series != null) {
                close(before, out.account(), series, leg.getValue()).forEach((account, closed) -> {
                    obligations.exchange(account, closed, series, before.amount(Variable.PRICE));
                    left.put(account, without(left.getOrDefault(account, new TreeMap<>()),
                            series.id(), closed));
                });
            }
        }
        expect(step, obligations, left, out.haircuts(), "closing of account " + out.account());
    }

    /** Which contracts of each account are closed: those of the largest first, then by id. */
    private static SortedMap<Integer, BigInteger> close(
            Picture before, int closing, Series series, BigInteger contracts) {
        SortedMap<BigInteger, SortedSet<Integer>> bySize =
                new TreeMap<>(Comparator.reverseOrder());
        for (int account : before.accounts()) {
            BigInteger held = before.position(account, series.id());
            if (held.signum() == -contracts.signum()) {
                bySize.computeIfAbsent(held.abs(), size -> new TreeSet<>()).add(account);
            }
        }
        List<Integer> opposite = new ArrayList<>();
        bySize.values().forEach(opposite::addAll);
        SortedMap<Integer, BigInteger> closed = new TreeMap<>();
        closed.put(closing, contracts);
        BigInteger left = contracts.abs();
        for (int account : opposite) {
            BigInteger part = before.position(account, series.id()).abs().min(left);
            left = left.subtract(part);
            closed.put(account, contracts.signum() > 0 ? part.negate() : part);
        }
        return closed;
    }

    private static SortedMap<Integer, BigInteger> without(
            SortedMap<Integer, BigInteger> held, int series, BigInteger contracts) {
        SortedMap<Integer, BigInteger> rest = Margins.plus(held, series, contracts.negate());
        rest.values().removeIf(quantity -> quantity.signum() == 0);
        return rest;
    }

    private void expect(
            Step step,
            Obligations obligations,
            SortedMap<Integer, SortedMap<Integer, BigInteger>> positions,
            List<Event.Haircut> recorded,
            String what) {
        Picture after = step.after();
        Obligations.Cleared cleared = obligations.clear(step.before(), genesis);
        for (int account : step.before().accounts()) {
            BigInteger cash = cleared.cash().getOrDefault(account, step.before().cash(account));
            same(what, "cash of account " + account, cash, after.cash(account));
            same(what, "positions of account " + account, positions.get(account),
                    after.positions(account));
            SortedMap<Long, BigInteger> pending = step.before().pending(account);
            pending.keySet().removeAll(cleared.voided());
            same(what, "pending withdrawals of account " + account, pending,
                    after.pending(account));
        }
        for (int v = 0; v < genesis.validators().size(); v++) {
            same(what, "stake of validator " + v,
                    cleared.stake().getOrDefault(v, step.before().amount(Variable.STAKE, v)),
                    after.amount(Variable.STAKE, v));
            same(what, "unbonding stake of validator " + v,
                    cleared.unbonding().getOrDefault(v,
                            BigInteger.valueOf(step.before().unbonding(v).amount())),
                    BigInteger.valueOf(after.unbonding(v).amount()));
        }
        same(what, "insurance fund", cleared.fund(), after.amount(Variable.INSURANCE_FUND));
        SortedMap<Integer, BigInteger> haircuts = new TreeMap<>();
        recorded.forEach(cut -> haircuts.put(cut.account(), BigInteger.valueOf(cut.amount())));
        same(what, "haircuts", cleared.haircuts(), haircuts);
    }

    private static void same(
            String what, String of, @Nullable Object expected, Object actual) {
        if (!actual.equals(expected)) {
            throw new Violation(Property.S6_PAYOFF, "after the " + what + " the " + of + " is "
                    + actual + ", but by the contracts it is " + expected);
        }
    }
}
