package org.quittance.core.message;

import org.quittance.core.base.ValidatorSet;

/** A message on its way, with the chain and the epoch that it belongs to. */
public record Envelope(String chainId, long epoch, Message message) {

    public Envelope {
        ValidatorSet.checkChainId(chainId);
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must be >= 0, but is " + epoch);
        }
    }

    /** A message among these validators. */
    public static Envelope of(ValidatorSet validators, Message message) {
        return new Envelope(validators.chainId(), validators.epoch(), message);
    }
}
