package org.quittance.core.message;

/**
 * A leader's proposal, with the payload.
 *
 * <p>That the payload is the one that the block names is for the receiver to check.
 */
public record Proposal(Signed signed, Payload payload) implements SignedMessage {

    public Proposal {
        if (signed.kind() != Kind.PROPOSE) {
            throw new IllegalArgumentException("not a proposal: " + signed.kind().word());
        }
    }

    public Block block() {
        return signed.block();
    }

    public Body body() {
        return new Body(signed.block(), payload);
    }
}
