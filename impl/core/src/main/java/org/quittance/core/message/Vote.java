package org.quittance.core.message;

/** A vote to notarize, nullify or finalize. */
public record Vote(Signed signed) implements SignedMessage {

    public Vote {
        if (!signed.kind().isVote()) {
            throw new IllegalArgumentException("not a vote: " + signed.kind().word());
        }
    }
}
