package org.quittance.core.base;

import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.checkerframework.dataflow.qual.Pure;

/**
 * The validators of one epoch of one chain, with their voting weights and keys.
 *
 * <p>A quorum is a set of validators whose weight is above two thirds of the total: the spec's
 * {@code Quorums}. Any two quorums share more than a third of the weight.
 */
public final class ValidatorSet {

    /** The most validators that a set may have. */
    public static final int MAX_SIZE = 1024;

    /** The greatest total weight, so that twice of it is still a long. */
    public static final long MAX_TOTAL_WEIGHT = Long.MAX_VALUE / 3;

    private static final Pattern CHAIN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String chainId;
    private final long epoch;
    private final List<Validator> validators;
    private final long totalWeight;
    private final long quorumWeight;

    /**
     * The set of an epoch.
     *
     * @param chainId 1 to 64 characters of A-Z, a-z, 0-9, dot, hyphen and underscore
     * @param epoch from 0
     * @param validators 1 to {@link #MAX_SIZE}; the place in the list is the {@link ValidatorId}
     * @throws IllegalArgumentException if anything is out of its range, or two keys are equal
     */
    public ValidatorSet(String chainId, long epoch, List<Validator> validators) {
        this.chainId = checkChainId(chainId);
        this.epoch = epoch;
        this.validators = List.copyOf(validators);
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must be >= 0, but is " + epoch);
        }
        if (validators.isEmpty() || validators.size() > MAX_SIZE) {
            throw new IllegalArgumentException("a validator set has 1 to " + MAX_SIZE
                    + " validators, but here are " + validators.size());
        }
        if (validators.stream().map(Validator::key).distinct().count() != validators.size()) {
            throw new IllegalArgumentException("two validators have the same key");
        }
        this.totalWeight = sum(this.validators);
        this.quorumWeight = 2 * totalWeight / 3 + 1;
    }

    /**
     * Returns the chain id if it is one.
     *
     * @throws IllegalArgumentException if it isn't
     */
    public static String checkChainId(String chainId) {
        if (!CHAIN_ID.matcher(chainId).matches()) {
            throw new IllegalArgumentException("a chain id has 1 to 64 characters of A-Z, a-z, "
                    + "0-9, dot, hyphen and underscore, but this is \"" + chainId + "\"");
        }
        return chainId;
    }

    private static long sum(List<Validator> validators) {
        long sum = 0;
        for (Validator validator : validators) {
            // The sum so far is at most MAX_TOTAL_WEIGHT, so the difference can't overflow.
            if (validator.weight().units() > MAX_TOTAL_WEIGHT - sum) {
                throw new IllegalArgumentException(
                        "the total weight is above " + MAX_TOTAL_WEIGHT);
            }
            sum += validator.weight().units();
        }
        return sum;
    }

    @Pure
    public String chainId() {
        return chainId;
    }

    @Pure
    public long epoch() {
        return epoch;
    }

    /** Are both the set of one epoch of one chain? */
    @Pure
    public boolean isSameAs(ValidatorSet other) {
        return chainId.equals(other.chainId) && epoch == other.epoch;
    }

    @Pure
    public int size() {
        return validators.size();
    }

    /** All members, in order. */
    public List<ValidatorId> ids() {
        return IntStream.range(0, validators.size()).mapToObj(ValidatorId::new).toList();
    }

    @Pure
    public boolean contains(ValidatorId id) {
        return id.index() < validators.size();
    }

    /**
     * The public key of a member.
     *
     * @throws IndexOutOfBoundsException if it is not a member
     */
    public PublicKey keyOf(ValidatorId id) {
        return validators.get(id.index()).key();
    }

    /**
     * The weight of a member.
     *
     * @throws IndexOutOfBoundsException if it is not a member
     */
    @Pure
    public long weightOf(ValidatorId id) {
        return validators.get(id.index()).weight().units();
    }

    /** The weight of a set of validators: the spec's {@code WeightOf}. Only members count. */
    public long weightOf(SortedSet<ValidatorId> ids) {
        long sum = 0;
        for (ValidatorId id : ids) {
            if (contains(id)) {
                sum += weightOf(id);
            }
        }
        return sum;
    }

    @Pure
    public long totalWeight() {
        return totalWeight;
    }

    /** The least weight that is above two thirds of the total. */
    @Pure
    public long quorumWeight() {
        return quorumWeight;
    }

    public boolean isQuorum(SortedSet<ValidatorId> ids) {
        return weightOf(ids) >= quorumWeight;
    }
}
