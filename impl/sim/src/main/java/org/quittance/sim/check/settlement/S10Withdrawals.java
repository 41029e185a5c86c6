package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * A withdrawal executes at most once, with enough approvals of different custodians, after its
 * delay, under a quittance of a height by which all of them had approved, and not for an account
 * that is flagged; and no more is requested in an epoch than may be, without what its owner took
 * back in it. All of that by the events alone, but for the flags, and which withdrawals a debtor
 * does without: that is checked with what it pays.
 */
public final class S10Withdrawals implements Checker {

    private record Request(int account, BigInteger amount, long height) {}

    private final Genesis genesis;
    private final SortedMap<Long, Request> requests = new TreeMap<>();
    private final SortedMap<Long, SortedMap<Integer, Long>> approvals = new TreeMap<>();
    private final SortedSet<Long> done = new TreeSet<>();
    private long quitted;
    private BigInteger inEpoch = ZERO;
    private long next = 1;

    public S10Withdrawals(Genesis genesis) {
        this.genesis = genesis;
    }

    @Override
    public void stepped(Step step) {
        Picture before = step.before();
        switch (step.event()) {
            case Event.Quit quit -> {
                expect(quit.at() > quitted && quit.at() < before.height(), "a quittance for height "
                        + quit.at() + " comes at height " + before.height() + " after " + quitted);
                quitted = quit.at();
            }
            case Event.RequestWithdrawal request -> {
                BigInteger amount = BigInteger.valueOf(request.command().amount());
                inEpoch = inEpoch.add(amount);
                expect(inEpoch.compareTo(BigInteger.valueOf(parameters().withdrawalCap())) <= 0,
                        "in this epoch " + inEpoch + " was requested");
                requests.put(next++, new Request(
                        request.command().account(), amount, before.height()));
            }
            case Event.ApproveWithdrawal approve -> approvals
                    .computeIfAbsent(approve.command().withdrawal(), id -> new TreeMap<>())
                    .putIfAbsent(approve.command().custodian(), before.height());
            case Event.ExecuteWithdrawal execute -> {
                end(execute.command().withdrawal());
                execute(step, execute.command().withdrawal());
            }
            case Event.VoidWithdrawal voided -> {
                end(voided.command().withdrawal());
                giveBack(before.height(), voided.command().withdrawal());
                returned(step, voided.command().withdrawal());
            }
            case Event.SettleGroup settle -> takenBack(step);
            case Event.Deleverage out -> takenBack(step);
            case Event.EndBlock end -> {
                if (before.height() % parameters().epochLength() == 0) {
                    inEpoch = ZERO;
                }
            }
            default -> { }
        }
        holds(step.after());
    }

    private Parameters parameters() {
        return genesis.parameters();
    }

    private void end(long id) {
        expect(requests.containsKey(id) && done.add(id),
                "withdrawal " + id + " ends though it was never requested, or ended before");
    }

    private void execute(Step step, long id) {
        Request request = requests.getOrDefault(id, new Request(-1, ZERO, 0));
        SortedMap<Integer, Long> heights = approvals.getOrDefault(id, new TreeMap<>());
        long members = heights.keySet().stream()
                .filter(custodian -> custodian < genesis.custodians().size()).count();
        expect(members >= parameters().custodianQuorum(),
                "withdrawal " + id + " executes with the approvals of " + heights.keySet());
        expect(step.before().height() >= request.height() + parameters().withdrawalDelay(),
                "withdrawal " + id + ", requested at height " + request.height()
                        + ", executes at height " + step.before().height());
        long enough = heights.values().stream().sorted()
                .skip(parameters().custodianQuorum() - 1).findFirst().orElse(Long.MAX_VALUE);
        expect(quitted >= enough, "withdrawal " + id + ", approved at height " + enough
                + ", executes under a quittance for height " + quitted);
        expect(step.before().number(Variable.FLAGGED, request.account()) == 0,
                "withdrawal " + id + " executes though account " + request.account()
                        + " is flagged");
        expect(step.after().cash(request.account()).equals(step.before().cash(request.account())),
                "withdrawal " + id + " executes and changes cash");
    }

    /** What is void in the epoch of its request may be requested again in it. */
    private void giveBack(long height, long id) {
        Request request = requests.getOrDefault(id, new Request(-1, ZERO, 0));
        long length = parameters().epochLength();
        boolean ended = (height - 1) / length > (request.height() - 1) / length;
        inEpoch = ended ? inEpoch : inEpoch.subtract(request.amount());
    }

    private void takenBack(Step step) {
        for (Withdrawal withdrawal : step.before().withdrawals().values()) {
            boolean isVoid = step.after().withdrawal(withdrawal.id())
                    .filter(now -> now.status() == WithdrawalStatus.VOID).isPresent();
            if (withdrawal.status() == WithdrawalStatus.PENDING && isVoid) {
                end(withdrawal.id());
            }
        }
    }

    private void returned(Step step, long id) {
        Request request = requests.getOrDefault(id, new Request(-1, ZERO, 0));
        expect(step.after().cash(request.account()).equals(
                        step.before().cash(request.account()).add(request.amount())),
                "withdrawal " + id + " is void, but its money is not back");
    }

    private void holds(Picture state) {
        expect(state.amount(Variable.WITHDRAWN).equals(inEpoch), "the state counts "
                + state.amount(Variable.WITHDRAWN) + " in this epoch, but it is " + inEpoch);
        expect(state.withdrawals().size() == requests.size(), "there are "
                + state.withdrawals().size() + " withdrawals, but " + requests.size()
                + " were requested");
        for (Withdrawal withdrawal : state.withdrawals().values()) {
            Request request = requests.get(withdrawal.id());
            expect(request != null && withdrawal.account() == request.account()
                    && request.amount().equals(BigInteger.valueOf(withdrawal.amount()))
                    && (withdrawal.status() == WithdrawalStatus.PENDING)
                            != done.contains(withdrawal.id()),
                    "the state says " + withdrawal + ", but by what happened it is " + request);
        }
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(Property.S10_WITHDRAWALS, otherwise);
        }
    }
}
