package org.quittance.core.settlement;

import java.util.List;
import org.quittance.core.base.PublicKey;

/**
 * What everyone starts from.
 *
 * @param accounts those that exist from the start; the place in the list is the account's id
 * @param validators in the order of the ordering's validator set
 * @param custodians who hold the money outside; the place in the list is the member's index
 * @param governors who list series and may pause trading
 */
public record Genesis(
        Parameters parameters,
        List<Account> accounts,
        List<Validator> validators,
        List<PublicKey> custodians,
        List<PublicKey> governors) {

    /**
     * An account that exists from the start.
     *
     * @param key whoever has it acts for the account
     * @param cash minor units, at least 0
     */
    public record Account(PublicKey key, long cash) {}

    /**
     * A validator.
     *
     * @param key what it signs reports with
     * @param owner the account whose money its stake is
     * @param stake minor units, at least 0; its first weight
     */
    public record Validator(PublicKey key, int owner, long stake) {}

    /**
     * Checks that everything fits together.
     *
     * @throws IllegalArgumentException if an owner doesn't exist, an amount is negative, all money
     *     is above {@link Parameters#MAX_MONEY}, a member is named twice, or a quorum is larger
     *     than the group
     */
    public Genesis {
        accounts = List.copyOf(accounts);
        validators = List.copyOf(validators);
        custodians = List.copyOf(custodians);
        governors = List.copyOf(governors);
        if (validators.isEmpty()) {
            throw new IllegalArgumentException("there must be a validator");
        }
        for (Validator validator : validators) {
            if (validator.owner() < 0 || validator.owner() >= accounts.size()) {
                throw new IllegalArgumentException("owner " + validator.owner()
                        + " is not one of the " + accounts.size() + " accounts");
            }
        }
        checkMembers("custodians", custodians, parameters.custodianQuorum());
        checkMembers("governors", governors, parameters.governorQuorum());
        checkMembers("validators", validators.stream().map(Validator::key).toList(), 1);
        money(accounts, validators);
    }

    /** All money at the start: the stakes and the cash. */
    public long money() {
        return money(accounts, validators);
    }

    /** The accounts that the validators' stakes belong to. */
    public int[] owners() {
        return validators.stream().mapToInt(Validator::owner).toArray();
    }

    private static long money(List<Account> accounts, List<Validator> validators) {
        long sum = 0;
        for (Account account : accounts) {
            sum = plus(sum, account.cash());
        }
        for (Validator validator : validators) {
            sum = plus(sum, validator.stake());
        }
        return sum;
    }

    private static long plus(long sum, long amount) {
        if (amount < 0 || amount > Parameters.MAX_MONEY - sum) {
            throw new IllegalArgumentException("an amount is negative, or all together are above "
                    + Parameters.MAX_MONEY);
        }
        return sum + amount;
    }

    private static void checkMembers(String what, List<PublicKey> keys, long quorum) {
        if (keys.stream().distinct().count() != keys.size() || quorum > keys.size()) {
            throw new IllegalArgumentException("two of the " + what
                    + " have one key, or they are fewer than their quorum, " + quorum);
        }
    }
}
