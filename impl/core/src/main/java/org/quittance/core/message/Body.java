package org.quittance.core.message;

/** A block together with its payload. */
public record Body(Block block, Payload payload) {

    /** Is this the payload that the block names? */
    public boolean isWhole() {
        return block.payload().equals(payload.digest());
    }
}
