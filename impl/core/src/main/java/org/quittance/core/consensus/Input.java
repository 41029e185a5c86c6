package org.quittance.core.consensus;

import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.consensus.Verifier.Verified;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;

/** Whatever can happen to a validator. */
public sealed interface Input {

    /**
     * A message arrived.
     *
     * @param from whom the channel belongs to that it came over, not necessarily who signed it
     */
    record Received(ValidatorId from, Verified<? extends Message> message) implements Input {}

    /** All records with an index up to and including this one are on stable storage. */
    record Persisted(long upTo) implements Input {}

    /**
     * A timer ran out. One that was set for an earlier view, or set again since, does nothing.
     *
     * @param view the view that it was set for
     */
    record TimerFired(Timer timer, View view) implements Input {}

    /**
     * The answer to {@link Effect.RequestPayload}.
     *
     * @param parent the digest of the block that was named in the request
     */
    record PayloadReady(View view, Digest parent, Payload payload) implements Input {}
}
