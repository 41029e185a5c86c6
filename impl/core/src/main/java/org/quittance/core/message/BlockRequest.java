package org.quittance.core.message;

import org.quittance.core.base.Digest;

/**
 * Asks for the block with this digest, and for its ancestors.
 *
 * @param limit the most blocks that the answer may have, 1 to {@link BlockResponse#MAX_SIZE}
 */
public record BlockRequest(Digest digest, int limit) implements Message {

    public BlockRequest {
        if (limit < 1 || limit > BlockResponse.MAX_SIZE) {
            throw new IllegalArgumentException("a request is for 1 to " + BlockResponse.MAX_SIZE
                    + " blocks, not for " + limit);
        }
    }
}
