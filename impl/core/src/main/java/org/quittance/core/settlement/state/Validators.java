package org.quittance.core.settlement.state;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The validators and their stakes: the spec's {@code stake}, {@code unbonding}, {@code jailed},
 * {@code joined}, {@code weight}, {@code usedEvidence}. Stakes are in minor units.
 */
public final class Validators {

    private final Marks marks;
    private final int[] owners;
    private final long[] stakes;
    private final long[] weights;
    private final Unbonding[] unbonding;
    private final boolean[] jailed;
    private final boolean[] joined;
    private final SortedSet<Key> usedEvidence = new TreeSet<>();

    /** As many validators as there are owners, all without stake and weight, and not joined. */
    public Validators(Marks marks, int... owners) {
        this.marks = marks;
        this.owners = owners.clone();
        this.stakes = new long[owners.length];
        this.weights = new long[owners.length];
        this.unbonding = new Unbonding[owners.length];
        Arrays.fill(unbonding, Unbonding.NONE);
        this.jailed = new boolean[owners.length];
        this.joined = new boolean[owners.length];
    }

    public int size() {
        return owners.length;
    }

    public boolean contains(int validator) {
        return validator >= 0 && validator < owners.length;
    }

    /** The account whose money the validator's stake is. */
    public int owner(int validator) {
        return owners[validator];
    }

    public long stake(int validator) {
        return stakes[validator];
    }

    public void setStake(int validator, long amount) {
        stakes[validator] = amount;
        marks.other(Variable.STAKE, validator);
    }

    public Unbonding unbonding(int validator) {
        return unbonding[validator];
    }

    public void setUnbonding(int validator, Unbonding next) {
        unbonding[validator] = next;
        marks.other(Variable.UNBONDING, validator);
    }

    /** Its weight in the oracle during this epoch. */
    public long weight(int validator) {
        return weights[validator];
    }

    public void setWeight(int validator, long weight) {
        weights[validator] = weight;
        marks.other(Variable.WEIGHT, validator);
    }

    public boolean isJailed(int validator) {
        return jailed[validator];
    }

    public void jail(int validator) {
        jailed[validator] = true;
        marks.other(Variable.JAILED, validator);
    }

    /** Does it want to take part in the next epoch? */
    public boolean isJoined(int validator) {
        return joined[validator];
    }

    public void setJoined(int validator, boolean joins) {
        joined[validator] = joins;
        marks.other(Variable.JOINED, validator);
    }

    /** Was this evidence applied before? */
    public boolean isUsed(int validator, EvidenceKind kind, long at) {
        return usedEvidence.contains(Key.evidence(validator, kind, at));
    }

    public void use(int validator, EvidenceKind kind, long at) {
        Key key = Key.evidence(validator, kind, at);
        usedEvidence.add(key);
        marks.other(key);
    }

    boolean isUsed(Key key) {
        return usedEvidence.contains(key);
    }

    /** The keys of all entries that are not by validator, in order. */
    void forEachKey(Consumer<Key> to) {
        usedEvidence.forEach(to);
    }
}
