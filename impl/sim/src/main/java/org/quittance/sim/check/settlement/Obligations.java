package org.quittance.sim.check.settlement;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;

/**
 * What everyone is to get (above zero) or to pay (below zero), and how that is cleared by the rules
 * of the house: cash, pending withdrawals, stake, unbonding stake, insurance fund, haircut.
 */
final class Obligations {

    private final SortedMap<Integer, BigInteger> due = new TreeMap<>();

    /**
     * What is there when all is cleared, and the withdrawals that are void by that. Accounts and
     * validators to which nothing happens are left out of the maps.
     */
    record Cleared(
            SortedMap<Integer, BigInteger> cash,
            SortedSet<Long> voided,
            SortedMap<Integer, BigInteger> stake,
            SortedMap<Integer, BigInteger> unbonding,
            BigInteger fund,
            SortedMap<Integer, BigInteger> haircuts) {}

    /** So many contracts of a series are exchanged for what they pay at this price. */
    void exchange(int account, BigInteger contracts, Series series, BigInteger price) {
        due.merge(account, contracts.multiply(Margins.payoff(series, price)), BigInteger::add);
    }

    SortedMap<Integer, BigInteger> due() {
        return due;
    }

    /** Clears them in this state. */
    Cleared clear(Picture state, Genesis genesis) {
        SortedMap<Integer, BigInteger> cash = new TreeMap<>();
        SortedSet<Long> voided = new TreeSet<>();
        SortedMap<Integer, BigInteger> stake = new TreeMap<>();
        SortedMap<Integer, BigInteger> unbonding = new TreeMap<>();
        BigInteger collected = ZERO;
        BigInteger claimed = ZERO;
        for (var entry : due.entrySet()) {
            int account = entry.getKey();
            claimed = claimed.add(entry.getValue().max(ZERO));
            BigInteger owed = entry.getValue().negate().max(ZERO);
            BigInteger there = state.cash(account);
            for (var asked : state.pending(account).entrySet()) {
                if (owed.compareTo(there) > 0) {
                    voided.add(asked.getKey());
                    there = there.add(asked.getValue());
                }
            }
            BigInteger taken = owed.min(there);
            cash.put(account, there.subtract(taken));
            for (int v = 0; v < genesis.validators().size(); v++) {
                if (genesis.validators().get(v).owner() == account) {
                    taken = take(state.amount(Variable.STAKE, v), v, owed, taken, stake);
                    taken = take(BigInteger.valueOf(state.unbonding(v).amount()), v, owed, taken,
                            unbonding);
                }
            }
            collected = collected.add(taken);
        }
        BigInteger fund = state.amount(Variable.INSURANCE_FUND);
        BigInteger drawn = claimed.subtract(collected).min(fund);
        SortedMap<Integer, BigInteger> haircuts = new TreeMap<>();
        share(collected.add(drawn), claimed).forEach((account, received) -> {
            cash.merge(account, received, BigInteger::add);
            BigInteger cut = due.getOrDefault(account, ZERO).subtract(received);
            if (cut.signum() != 0) {
                haircuts.put(account, cut);
            }
        });
        return new Cleared(cash, voided, stake, unbonding, fund.subtract(drawn), haircuts);
    }

    private static BigInteger take(
            BigInteger there,
            int validator,
            BigInteger owed,
            BigInteger taken,
            SortedMap<Integer, BigInteger> left) {
        BigInteger more = owed.subtract(taken).min(there);
        left.put(validator, there.subtract(more));
        return taken.add(more);
    }

    /** Whole shares, and then a unit each by the largest remainder, of equal ones the lowest id. */
    private SortedMap<Integer, BigInteger> share(BigInteger available, BigInteger claimed) {
        SortedMap<Integer, BigInteger> shares = new TreeMap<>();
        SortedMap<Integer, BigInteger> remainders = new TreeMap<>();
        BigInteger left = available;
        for (var entry : due.entrySet()) {
            if (entry.getValue().signum() > 0) {
                BigInteger[] quotient =
                        entry.getValue().multiply(available).divideAndRemainder(claimed);
                shares.put(entry.getKey(), quotient[0]);
                remainders.put(entry.getKey(), quotient[1]);
                left = left.subtract(quotient[0]);
            }
        }
        List<Integer> order = new ArrayList<>(remainders.keySet());
        order.sort((a, b) -> {
            int byRemainder = remainders.getOrDefault(b, ZERO)
                    .compareTo(remainders.getOrDefault(a, ZERO));
            return byRemainder != 0 ? byRemainder : Integer.compare(a, b);
        });
        for (int k = 0; k < left.intValueExact(); k++) {
            shares.merge(order.get(k), BigInteger.ONE, BigInteger::add);
        }
        return shares;
    }
}
