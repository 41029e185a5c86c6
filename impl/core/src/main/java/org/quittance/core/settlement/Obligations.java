package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Validators;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/**
 * What accounts are to receive or have to pay by one event, and how the state meets it. One of
 * these can be used for several events, one after another: what an event costs then depends on
 * how many accounts it is about, and not on how many there are.
 */
final class Obligations {

    private final State s;
    private final long[] amounts;
    /** The accounts that something was added to. */
    private final BitSet touched = new BitSet();

    /** Nobody owes anything yet. */
    Obligations(State s) {
        this.s = s;
        this.amounts = new long[s.accounts().size()];
    }

    /** The account is to receive so much more; it has to pay a negative amount. */
    void add(int account, long amount) {
        touched.set(account);
        amounts[account] = Math.addExact(amounts[account], amount);
    }

    /**
     * Moves the money. After that nobody owes anything.
     *
     * @return the creditors that got less than their claims, by account
     */
    List<Event.Haircut> settle() {
        int[] participants = touched.stream().filter(a -> amounts[a] != 0).toArray();
        IntStream.of(participants).forEach(this::takeBack);
        List<Pledge> pledges = pledges(participants);
        Clearing.Result result = Clearing.clear(
                IntStream.of(participants).mapToLong(a -> amounts[a]).toArray(),
                IntStream.of(participants).mapToLong(s.accounts()::cash).toArray(),
                pledges.stream().mapToInt(Pledge::pledgor).toArray(),
                pledges.stream().mapToLong(Pledge::amount).toArray(),
                s.treasury().insuranceFund());
        take(pledges, result.taken());
        if (result.drawn() > 0) {
            s.treasury().setInsuranceFund(s.treasury().insuranceFund() - result.drawn());
        }
        List<Event.Haircut> haircuts = new ArrayList<>();
        for (int k = 0; k < participants.length; k++) {
            s.accounts().addCash(participants[k], result.received()[k] - result.paid()[k]);
            if (result.haircuts()[k] > 0) {
                haircuts.add(new Event.Haircut(participants[k], result.haircuts()[k]));
            }
            amounts[participants[k]] = 0;
        }
        touched.clear();
        return haircuts;
    }

    /** A debtor without enough cash gets back what it has asked for, as far as that is needed. */
    private void takeBack(int account) {
        long owed = Math.negateExact(amounts[account]);
        if (owed <= s.accounts().cash(account)) {
            return;
        }
        List<Withdrawal> pending = s.treasury().pendingOf(account);
        int count = Clearing.takenBack(owed, s.accounts().cash(account),
                pending.stream().mapToLong(Withdrawal::amount).toArray());
        for (Withdrawal withdrawal : pending.subList(0, count)) {
            s.treasury().put(withdrawal.with(WithdrawalStatus.VOID));
            s.accounts().addCash(account, withdrawal.amount());
        }
    }

    /**
     * Stake, or unbonding stake, of a validator whose owner has to pay.
     *
     * @param pledgor the owner's place among the participants
     */
    private record Pledge(int pledgor, int validator, boolean isUnbonding, long amount) {}

    /** In the order of use: by validator, stake before unbonding stake. */
    private List<Pledge> pledges(int[] participants) {
        List<Pledge> pledges = new ArrayList<>();
        for (int v = 0; v < s.validators().size(); v++) {
            int owner = s.validators().owner(v);
            if (amounts[owner] < 0) {
                int place = Arrays.binarySearch(participants, owner);
                pledges.add(new Pledge(place, v, false, s.validators().stake(v)));
                pledges.add(new Pledge(place, v, true, s.validators().unbonding(v).amount()));
            }
        }
        return pledges;
    }

    private void take(List<Pledge> pledges, long[] taken) {
        Validators validators = s.validators();
        for (int k = 0; k < pledges.size(); k++) {
            int v = pledges.get(k).validator();
            if (taken[k] > 0 && pledges.get(k).isUnbonding()) {
                Unbonding before = validators.unbonding(v);
                validators.setUnbonding(
                        v, new Unbonding(before.amount() - taken[k], before.due()));
            } else if (taken[k] > 0) {
                validators.setStake(v, validators.stake(v) - taken[k]);
            }
        }
    }
}
