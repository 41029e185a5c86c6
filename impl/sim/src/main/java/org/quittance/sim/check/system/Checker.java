package org.quittance.sim.check.system;

import org.quittance.core.base.Digest;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;

/**
 * Watches execution and attestation in a cluster for one property. It is told what happens, and
 * throws a {@link org.quittance.sim.check.Violation} as soon as the property fails.
 */
public interface Checker {

    /** A block became final, for the first time anywhere. */
    default void ordered(long height, Block block) {}

    /** A replica executed the block of a height and came to this root. */
    default void executed(int node, long height, Block block, Digest root) {}

    /** A replica is back, with the state of this height. */
    default void restarted(int node, long kept) {}

    /** The replica has taken over the state of this height from others. */
    default void installed(int node, long height, Digest root) {}

    /** The attestation of a replica is on its disk for good. */
    default void synced(int node, Attestation attestation) {}

    /** A genuine attestation is out. It may be told more than once. */
    default void attested(Attestation attestation) {}

    /** A replica that is not Byzantine holds a quittance. */
    default void holds(int node, long height, Digest root) {}

    /** A replica that is not Byzantine accuses a validator. */
    default void accused(AttestationEvidence evidence) {}
}
