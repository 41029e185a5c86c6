package org.quittance.core.replica;

import org.quittance.core.consensus.Effect;
import org.quittance.core.message.AttestationEvidence;

/**
 * What a replica wants done.
 *
 * <p>The order contract is that of {@link Effect}, and it holds for attestations as it does for
 * votes: an attestation is sent only after the record of it was acknowledged as durable.
 */
public sealed interface ReplicaEffect {

    /**
     * What ordering can want done, too. All records are in one log, and their indexes have no gaps.
     * {@link Effect.Execute} is answered with {@link ReplicaInput.BlockRead}, and {@link
     * Effect.RequestPayload} with {@link ReplicaInput.Commands}.
     */
    record Ordering(Effect effect) implements ReplicaEffect {}

    /**
     * A validator attested what no correct one does. Told once for each validator and height, but
     * maybe again after a crash that came before its record was durable.
     */
    record Accuse(AttestationEvidence evidence) implements ReplicaEffect {}

    /** The replica has stopped for good: the operator must find out why. Nothing comes after it. */
    record Stop(Divergence divergence) implements ReplicaEffect {}
}
