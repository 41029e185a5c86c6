package org.quittance.sim.settlement;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.State;
import org.quittance.sim.kernel.Rng;

/** Those who give commands: whom to pick, and the slips that they make. */
final class People {

    private static final int NOBODY = 900;

    private final Market market;
    private final Keyring keys;
    private final Rng rng;

    People(Market market, Keyring keys, Rng rng) {
        this.market = market;
        this.keys = keys;
        this.rng = rng;
    }

    Rng rng() {
        return rng;
    }

    Market market() {
        return market;
    }

    Keyring keys() {
        return keys;
    }

    /** Does something go wrong now? */
    boolean slips() {
        return rng.chance(market.slipsPerMille());
    }

    /** An account, mostly one that exists. */
    int account(State s) {
        return rng.chance(market.slipsPerMille() / 2)
                ? NOBODY + rng.below(3) : rng.below(s.accounts().size());
    }

    /** An account that is no validator's, if there is one. */
    int trader(State s) {
        int first = market.stakes().size();
        int count = s.accounts().size();
        return count > first && !rng.chance(300) ? first + rng.below(count - first) : account(s);
    }

    /** A validator, mostly one that exists. */
    int validator() {
        return rng.chance(market.slipsPerMille() / 2)
                ? NOBODY : rng.below(market.stakes().size());
    }

    /** The nonce that the account should use, or one that is wrong. */
    long nonce(State s, int account) {
        long right = s.accounts().contains(account) ? s.accounts().nonce(account) : 0;
        return rng.chance(market.slipsPerMille() / 3) ? right + 1 : right;
    }

    /** The seal of the account's owner, mostly. */
    List<Signer> ownerOf(int account) {
        return List.of(keys.account(
                rng.chance(market.slipsPerMille() / 3) ? account + 1 : account));
    }

    /** As many governors as it takes, mostly. */
    List<Signer> governors() {
        return some(keys.governors(market.governors()),
                (int) market.parameters().governorQuorum());
    }

    /** As many custodians as it takes, mostly. */
    List<Signer> custodians() {
        return some(keys.custodians(market.custodians()),
                (int) market.parameters().custodianQuorum());
    }

    private List<Signer> some(List<Signer> members, int quorum) {
        List<Signer> shuffled = rng.shuffled(members);
        int count = slips() ? quorum - 1 : (int) rng.between(quorum, members.size());
        List<Signer> chosen = new ArrayList<>(shuffled.subList(0, count));
        if (slips() && !chosen.isEmpty()) {
            chosen.add(chosen.getFirst());
        }
        return chosen;
    }
}
