package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Who takes a flagged account over gets all its positions, and of its cash the part that is due; it
 * pays what the positions are worth, and has free collateral afterwards. And nobody is flagged for
 * more blocks than a takeover is possible in, of those with a fresh price, nor closed out before:
 * after each sweep those are flagged who lack maintenance margin, and nobody else, but for those
 * who changed after their turn.
 */
public final class S12Takeover implements Checker {

    private final Parameters parameters;
    private final Margins margins;
    /** For how many blocks, with a fresh price, those who are flagged could be taken over. */
    private final SortedMap<Integer, Long> chances = new TreeMap<>();
    /** Those whose means changed after their turn, since another account was closed out. */
    private final SortedSet<Integer> changed = new TreeSet<>();

    public S12Takeover(Parameters parameters) {
        this.parameters = parameters;
        this.margins = new Margins(parameters);
    }

    @Override
    public void stepped(Step step) {
        switch (step.event()) {
            case Event.Takeover takeover -> taken(step, takeover.command());
            case Event.EndCommands end -> {
                changed.clear();
                if (isFresh(step.before())) {
                    chances.replaceAll((account, blocks) -> blocks + 1);
                }
            }
            case Event.Flag flag -> chances.put(flag.account(), 0L);
            case Event.Unflag unflag -> chances.remove(unflag.account());
            case Event.Deleverage out -> closedOut(step, out.account());
            case Event.EndLiquidation end when isFresh(step.after()) -> swept(step.after());
            default -> { }
        }
    }

    private void taken(Step step, Command.Takeover takeover) {
        Picture before = step.before();
        Picture after = step.after();
        int bidder = takeover.account();
        int target = takeover.target();
        expect(chances.containsKey(target), "account " + target + " is taken over unflagged");
        // This block is not over, but is one of them.
        long blocks = chances.getOrDefault(target, 0L) + 1;
        chances.remove(target);
        expect(blocks <= parameters.takeoverBlocks(), "account " + target
                + " is taken over in block " + blocks + " of those in which it could be");
        expect(margins.isUnderwater(before, target),
                "account " + target + " is taken over, but has the margin that it needs");
        BigInteger bounty = before.cash(target)
                .multiply(BigInteger.valueOf(blocks))
                .divide(BigInteger.valueOf(parameters.takeoverBlocks()));
        BigInteger worth = worth(before, target);
        BigInteger due = bounty.subtract(worth);
        expect(after.cash(bidder).equals(before.cash(bidder).add(due))
                && after.cash(target).equals(before.cash(target).subtract(due)),
                "account " + bidder + " gets "
                        + after.cash(bidder).subtract(before.cash(bidder)) + " of account "
                        + target + ", but " + bounty + " is due, less " + worth
                        + " that its positions are worth");
        SortedMap<Integer, BigInteger> joint = before.positions(bidder);
        before.positions(target).forEach((series, contracts) ->
                joint.merge(series, contracts, BigInteger::add));
        joint.values().removeIf(contracts -> contracts.signum() == 0);
        expect(after.positions(target).isEmpty() && after.positions(bidder).equals(joint)
                && !after.has(Variable.FLAGGED, target),
                "account " + bidder + " has " + after.positions(bidder) + " instead of " + joint);
        expect(margins.free(after, bidder).signum() >= 0, "account " + bidder
                + " takes account " + target + " over and has free collateral of "
                + margins.free(after, bidder));
    }

    /** What everything would be exchanged for now, but never less than nothing. */
    static BigInteger worth(Picture state, int account) {
        BigInteger price = state.amount(Variable.PRICE);
        BigInteger sum = BigInteger.ZERO;
        for (Series series : state.series().values()) {
            sum = sum.add(state.position(account, series.id())
                    .multiply(Margins.payoff(series, price)));
        }
        return sum.max(BigInteger.ZERO);
    }

    private void closedOut(Step step, int closed) {
        @Nullable Long blocks = chances.remove(closed);
        expect(blocks != null && blocks > parameters.takeoverBlocks(), "account " + closed
                + " is closed out after " + blocks + " blocks in which it could be taken over");
        for (int account : step.before().accounts()) {
            boolean same = step.after().cash(account).equals(step.before().cash(account))
                    && step.after().positions(account).equals(step.before().positions(account));
            if (account < closed && !same) {
                changed.add(account);
            }
        }
    }

    private void swept(Picture state) {
        for (int account : state.accounts()) {
            boolean flagged = state.has(Variable.FLAGGED, account);
            long blocks = chances.getOrDefault(account, 0L);
            expect(flagged == chances.containsKey(account)
                    && blocks <= parameters.takeoverBlocks(), "account " + account
                    + " has been flagged for " + blocks + " blocks");
            boolean right = flagged == margins.isUnderwater(state, account);
            expect(right || changed.contains(account), "account " + account
                    + (flagged ? " is" : " is not") + " flagged, with cash of "
                    + state.cash(account) + " and a maintenance margin of "
                    + margins.maintenance(state, state.positions(account)));
        }
    }

    private boolean isFresh(Picture state) {
        return state.amount(Variable.PRICE).signum() > 0
                && state.amount(Variable.CANDIDATE).signum() == 0
                && state.height() - state.number(Variable.PRICE_HEIGHT) <= parameters.maxAge();
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(Property.S12_TAKEOVER, otherwise);
        }
    }
}
