package org.quittance.core.settlement.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.quittance.core.base.PublicKey;

/**
 * Accounts 0, 1, ...: the spec's {@code cash}, {@code nonce} and {@code flagged}. Cash is in minor
 * units.
 *
 * <p>Methods that take an account throw IndexOutOfBoundsException if there is none such.
 */
public final class Accounts {

    private final Marks marks;
    private final List<PublicKey> keys;
    private long[] cash;
    private long[] nonces;
    private long[] flags;
    private int flaggedCount;

    public Accounts(Marks marks) {
        this.marks = marks;
        this.keys = new ArrayList<>();
        this.cash = new long[16];
        this.nonces = new long[16];
        this.flags = new long[16];
    }

    /** How many accounts there are: the next id that is free. */
    public int size() {
        return keys.size();
    }

    public boolean contains(int account) {
        return account >= 0 && account < keys.size();
    }

    /** Opens the account with the next free id. */
    public void open(PublicKey key) {
        int account = keys.size();
        if (account == cash.length) {
            cash = Arrays.copyOf(cash, 2 * account);
            nonces = Arrays.copyOf(nonces, 2 * account);
            flags = Arrays.copyOf(flags, 2 * account);
        }
        keys.add(key);
        marks.other(Variable.KEY, account);
        marks.cash(account);
    }

    public PublicKey key(int account) {
        return keys.get(account);
    }

    public long cash(int account) {
        return cash[account];
    }

    public void setCash(int account, long amount) {
        cash[account] = amount;
        marks.cash(account);
    }

    /**
     * Adds to the cash; a negative amount takes from it.
     *
     * @throws ArithmeticException if the sum is no long
     */
    public void addCash(int account, long amount) {
        setCash(account, Math.addExact(cash[account], amount));
    }

    public long nonce(int account) {
        return nonces[account];
    }

    public void useNonce(int account) {
        setNonce(account, nonces[account] + 1);
    }

    public void setNonce(int account, long nonce) {
        nonces[account] = nonce;
        marks.nonce(account);
    }

    /**
     * The height at which the account was flagged, and one more for each block since in which
     * nobody could take it over; or 0 if it isn't flagged.
     */
    public long flagged(int account) {
        return flags[account];
    }

    public boolean isFlagged(int account) {
        return flags[account] > 0;
    }

    /** How many accounts are flagged. */
    public int flaggedCount() {
        return flaggedCount;
    }

    /** Flags the account; at height 0 the flag is taken off. */
    public void setFlagged(int account, long height) {
        flaggedCount += (height > 0 ? 1 : 0) - (flags[account] > 0 ? 1 : 0);
        flags[account] = height;
        marks.other(Variable.FLAGGED, account);
    }

    /** The keys of all entries, in no particular order. */
    void forEachKey(Consumer<Key> to) {
        for (int account = 0; account < size(); account++) {
            to.accept(Key.of(Variable.CASH, account));
            to.accept(Key.of(Variable.NONCE, account));
            to.accept(Key.of(Variable.FLAGGED, account));
            to.accept(Key.of(Variable.KEY, account));
        }
    }
}
