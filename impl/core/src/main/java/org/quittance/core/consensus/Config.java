package org.quittance.core.consensus;

import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Block;

/**
 * What a validator knows before anything happens.
 *
 * @param validators the epoch's validators, one of which is {@code self}
 * @param signer signs with the key that {@code validators} has for {@code self}
 */
public record Config(
        ValidatorSet validators,
        ValidatorId self,
        Signer signer,
        Application application,
        Timing timing) {

    public Config {
        if (!validators.contains(self)) {
            throw new IllegalArgumentException("validator " + self + " is not one of the "
                    + validators.size());
        }
        if (!validators.keyOf(self).equals(signer.publicKey())) {
            throw new IllegalArgumentException(
                    "the signer's key is not the key of validator " + self);
        }
    }

    /** The block that everyone starts from. */
    public Block genesis() {
        return Block.genesis(validators.chainId(), validators.epoch());
    }
}
