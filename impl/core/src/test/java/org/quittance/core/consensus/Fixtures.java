package org.quittance.core.consensus;

import java.util.List;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.Weight;

/** Variations on a validator set. */
final class Fixtures {

    private Fixtures() {}

    static List<Validator> members(ValidatorSet set) {
        return set.ids().stream()
                .map(id -> new Validator(new Weight(set.weightOf(id)), set.keyOf(id)))
                .toList();
    }

    /** The same validators on another chain. */
    static Four onChain(Four four, String chainId) {
        return new Four(new ValidatorSet(chainId, four.validators.epoch(),
                members(four.validators)));
    }

    /** The same validators in another epoch. */
    static Four inEpoch(Four four, long epoch) {
        return new Four(new ValidatorSet(four.validators.chainId(), epoch,
                members(four.validators)));
    }
}
