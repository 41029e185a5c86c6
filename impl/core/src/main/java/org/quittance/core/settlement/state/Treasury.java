package org.quittance.core.settlement.state;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Money that is no account's cash and no stake: the spec's {@code insuranceFund}, {@code
 * withdrawals}, {@code nextWithdrawal}, {@code withdrawn}, {@code usedDeposits}, {@code
 * externalIn}, {@code externalOut} and {@code quitted}. Minor units.
 */
public final class Treasury {

    private final Marks marks;
    private final SortedMap<Long, Withdrawal> withdrawals = new TreeMap<>();
    /** Those that are pending, by account: few of all that there ever were. */
    private final SortedMap<Integer, SortedMap<Long, Withdrawal>> pending = new TreeMap<>();
    private final LongSet usedDeposits = new LongSet();
    private long insuranceFund;
    private long nextWithdrawal = 1;
    private long withdrawn;
    private long externalIn;
    private long externalOut;
    private long quitted;

    public Treasury(Marks marks) {
        this.marks = marks;
    }

    public long insuranceFund() {
        return insuranceFund;
    }

    public void setInsuranceFund(long amount) {
        insuranceFund = amount;
        marks.scalar(Variable.INSURANCE_FUND);
    }

    public @Nullable Withdrawal withdrawal(long id) {
        return withdrawals.get(id);
    }

    /** Adds a withdrawal, or replaces the one of the same id. */
    public void put(Withdrawal withdrawal) {
        withdrawals.put(withdrawal.id(), withdrawal);
        if (withdrawal.status() == WithdrawalStatus.PENDING) {
            pending.computeIfAbsent(withdrawal.account(), none -> new TreeMap<>())
                    .put(withdrawal.id(), withdrawal);
        } else {
            pending.computeIfPresent(withdrawal.account(), (account, byId) -> {
                byId.remove(withdrawal.id());
                return byId.isEmpty() ? null : byId;
            });
        }
        marks.other(Variable.WITHDRAWALS, withdrawal.id());
    }

    /** The pending withdrawals of an account, in the order of their ids. */
    public List<Withdrawal> pendingOf(int account) {
        SortedMap<Long, Withdrawal> byId = pending.get(account);
        return byId == null ? List.of() : List.copyOf(byId.values());
    }

    public long nextWithdrawal() {
        return nextWithdrawal;
    }

    public void setNextWithdrawal(long id) {
        nextWithdrawal = id;
        marks.scalar(Variable.NEXT_WITHDRAWAL);
    }

    /** What all accounts requested in this epoch, without what they took back in it. */
    public long withdrawn() {
        return withdrawn;
    }

    public void setWithdrawn(long amount) {
        withdrawn = amount;
        marks.scalar(Variable.WITHDRAWN);
    }

    public boolean isUsed(long ext) {
        return usedDeposits.contains(ext);
    }

    public void use(long ext) {
        usedDeposits.add(ext);
        marks.other(Variable.USED_DEPOSITS, ext);
    }

    /** All money that ever came in. */
    public long externalIn() {
        return externalIn;
    }

    public void setExternalIn(long amount) {
        externalIn = amount;
        marks.scalar(Variable.EXTERNAL_IN);
    }

    /** All money that ever went out. */
    public long externalOut() {
        return externalOut;
    }

    public void setExternalOut(long amount) {
        externalOut = amount;
        marks.scalar(Variable.EXTERNAL_OUT);
    }

    /** The highest height that a block proved to have a quittance. */
    public long quitted() {
        return quitted;
    }

    public void setQuitted(long height) {
        quitted = height;
        marks.scalar(Variable.QUITTED);
    }

    /** The keys of all entries that are not scalars, in no particular order. */
    void forEachKey(Consumer<Key> to) {
        for (long id : withdrawals.keySet()) {
            to.accept(Key.of(Variable.WITHDRAWALS, id));
        }
        for (long ext : usedDeposits.sorted()) {
            to.accept(Key.of(Variable.USED_DEPOSITS, ext));
        }
    }
}
