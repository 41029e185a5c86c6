package org.quittance.report.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What a settlement trace tells. Every figure comes from the events, or follows from them by the
 * rules of the contracts.
 *
 * @param blocks one for each block that was executed to its end
 * @param contracts the series that were listed, in words
 * @param health for each account that was ever flagged, how it stood in each block
 * @param actions how often each action was taken
 * @param refusals how often commands were refused, by reason
 */
public record SettlementStory(
        Market market,
        List<Block> blocks,
        SortedMap<Integer, String> contracts,
        List<Trade> trades,
        List<Call> calls,
        SortedMap<Integer, List<Health>> health,
        List<Clear> clears,
        List<Withdrawal> withdrawals,
        List<Slashing> slashings,
        SortedMap<String, Integer> actions,
        SortedMap<String, Integer> refusals) {

    public SettlementStory {
        blocks = List.copyOf(blocks);
        trades = List.copyOf(trades);
        calls = List.copyOf(calls);
        clears = List.copyOf(clears);
        withdrawals = List.copyOf(withdrawals);
        slashings = List.copyOf(slashings);
    }

    /** The spec of such traces. */
    public static final String SPEC = "Settlement";

    /**
     * Reads a trace.
     *
     * @throws IOException if it can't be read or is no settlement trace; the message says where
     */
    public static SettlementStory read(Path file) throws IOException {
        return StoryTeller.tell(TraceLines.read(file, SPEC));
    }

    /** How often an action was taken. */
    public int count(String action) {
        return actions.getOrDefault(action, 0);
    }

    /**
     * A block.
     *
     * @param reports those that arrived in it, by validator
     * @param closed whether an oracle round was closed in it
     * @param price the last confirmed price after it; 0 before the first
     * @param candidate a price that waits to be confirmed; 0 for none
     * @param halted whether a candidate kept its commands from trading
     * @param paused whether governance did
     * @param stale whether the age of the price did
     * @param settled the groups that were settled in it, with their prices
     */
    public record Block(
            int height,
            SortedMap<Integer, Long> reports,
            boolean closed,
            long price,
            long candidate,
            boolean halted,
            boolean paused,
            boolean stale,
            SortedMap<Integer, Long> settled) {}

    /** A fill. */
    public record Trade(
            int height,
            int series,
            int buyer,
            int seller,
            long price,
            long quantity,
            boolean takerBuys,
            int maker,
            int taker) {}

    /** What happened to an account that lacked margin. */
    public enum Step {
        FLAGGED("flagged"),
        UNFLAGGED("no longer flagged"),
        TAKEN_OVER("taken over"),
        DELEVERAGED("closed out");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A step of a margin call.
     *
     * @param cash before it
     * @param margin the maintenance margin before it
     * @param by who took the account over; -1 if nobody did
     * @param kept what is left to it of its cash
     */
    public record Call(
            int height, Step step, int account, long cash, long margin, int by, long kept) {}

    /**
     * How an account stood when its margin was looked at.
     *
     * @param margin the maintenance margin
     */
    public record Health(int height, long cash, long margin, boolean flagged) {}

    /**
     * A clearing of obligations.
     *
     * @param group that expired; 0 if an account was closed out
     * @param account that was closed out; -1 if a group expired
     * @param price at which contracts were worth what they paid
     */
    public record Clear(int height, int group, int account, long price, List<Side> sides) {

        public Clear {
            sides = List.copyOf(sides);
        }

        /** What all debtors owed together. */
        public long owed() {
            return sides.stream().mapToLong(side -> Math.max(0, -side.claim())).sum();
        }

        public long fromCash() {
            return debtors(Side::cash);
        }

        /** From what debtors had asked for and not been paid. */
        public long fromWithdrawals() {
            return debtors(Side::withdrawals);
        }

        public long fromStake() {
            return debtors(Side::stake);
        }

        public long fromUnbonding() {
            return debtors(Side::unbonding);
        }

        /** What creditors got beyond what debtors paid. */
        public long fromFund() {
            return owed() - fromCash() - fromWithdrawals() - fromStake() - fromUnbonding()
                    - haircut();
        }

        /** What creditors had to do without. */
        public long haircut() {
            return sides.stream().filter(side -> side.claim() > 0)
                    .mapToLong(side -> side.claim() - side.cash()).sum();
        }

        private long debtors(java.util.function.ToLongFunction<Side> part) {
            return -sides.stream().filter(side -> side.claim() < 0).mapToLong(part).sum();
        }
    }

    /**
     * One account's part in a clearing.
     *
     * @param contracts that were closed, by series; short ones are negative
     * @param claim what it was owed; negative if it owed
     * @param cash by how much its cash changed; what came back to it from withdrawals is not in it
     * @param withdrawals what it paid of what came back to it from withdrawals; never above 0
     * @param stake by how much the stake of its validators changed
     * @param unbonding by how much their unbonding stake changed
     */
    public record Side(
            int account,
            SortedMap<Integer, Long> contracts,
            long claim,
            long cash,
            long withdrawals,
            long stake,
            long unbonding) {

        /** What it got, or paid if it is below zero, from wherever. */
        public long paid() {
            return cash + withdrawals + stake + unbonding;
        }
    }

    /**
     * A withdrawal.
     *
     * @param approvals heights at which custodians approved, by custodian
     * @param approved height at which there were enough; 0 if there were not
     * @param ended height at which it was paid out or given back; 0 if it was not
     * @param status PENDING, EXECUTED or VOID, or OWED if it is void because its owner owed more
     *     than it had in cash
     * @param quitted the highest height with a quittance when it was paid out
     */
    public record Withdrawal(
            int id,
            int account,
            long amount,
            int requested,
            SortedMap<Integer, Integer> approvals,
            int approved,
            int ended,
            String status,
            int quitted) {}

    /**
     * A conviction.
     *
     * @param kind of its two messages: vote or attestation
     * @param at view or height of them
     * @param staked what it had at stake before
     * @param unbonding what it had unstaked and not got back before
     * @param fromStake what it lost of that
     * @param fromUnbonding what it lost of that
     */
    public record Slashing(
            int height,
            int validator,
            String kind,
            int at,
            long staked,
            long unbonding,
            long fromStake,
            long fromUnbonding) {}
}
