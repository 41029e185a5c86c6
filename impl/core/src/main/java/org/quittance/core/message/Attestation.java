package org.quittance.core.message;

import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;

/**
 * A validator's word that the settlement state after the block at a height has this root.
 *
 * <p>That the signature is genuine is for the receiver to check.
 *
 * @param height at least 1: nobody attests what genesis says
 */
public record Attestation(ValidatorId signer, Height height, Digest root, Signature signature)
        implements Message {

    public Attestation {
        checkHeight(height);
    }

    static void checkHeight(Height height) {
        if (height.equals(Height.GENESIS)) {
            throw new IllegalArgumentException("nobody attests the state of genesis");
        }
    }

    /** Do both speak of one height, but of different roots? */
    @Pure
    public boolean contradicts(Height otherHeight, Digest otherRoot) {
        return height.equals(otherHeight) && !root.equals(otherRoot);
    }
}
