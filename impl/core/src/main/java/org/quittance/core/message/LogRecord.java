package org.quittance.core.message;

import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;

/** What a validator writes to its log, in the order in which it happened. */
public sealed interface LogRecord {

    /** A proposal or vote of its own, written before it is sent. */
    record Own(SignedMessage message) implements LogRecord {}

    /** A block with its payload, proposed or sent by others. */
    record Stored(Body body) implements LogRecord {}

    /** A certificate that it holds. */
    record Held(Certificate certificate) implements LogRecord {}

    /**
     * All blocks up to this one are committed.
     *
     * @param height the block's height
     */
    record Committed(Height height, Block block) implements LogRecord {}

    /** A pair of messages that convicts another validator. */
    record Convicted(Evidence evidence) implements LogRecord {}

    /** An attestation of its own, written before it is sent. */
    record Attested(Attestation attestation) implements LogRecord {}

    /**
     * Its own execution came to another root than a quittance has. It has stopped for good: this is
     * the last record, and no correct validator starts with it.
     *
     * @param own the root that it came to itself
     */
    record Diverged(Digest own, Quittance quittance) implements LogRecord {}

    /** Attestations that convict another validator. */
    record Accused(AttestationEvidence evidence) implements LogRecord {}

    /** The block and payload in this record, for those who answer requests from the log. */
    default Optional<Body> storedBody() {
        return switch (this) {
            case Own(Proposal proposal) -> Optional.of(proposal.body());
            case Own(Vote vote) -> Optional.empty();
            case Stored(Body body) -> Optional.of(body);
            case Held held -> Optional.empty();
            case Committed committed -> Optional.empty();
            case Convicted convicted -> Optional.empty();
            case Attested attested -> Optional.empty();
            case Diverged diverged -> Optional.empty();
            case Accused accused -> Optional.empty();
        };
    }
}
