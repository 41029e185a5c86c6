package org.quittance.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quittance.core.base.Digest;

/** A block that was asked for, followed by ancestors of it, each the parent of the one before. */
public record BlockResponse(List<Body> bodies) implements Message {

    /** The most blocks in one response. */
    public static final int MAX_SIZE = 32;

    /** No further block is put into a response whose payloads have this many bytes. */
    private static final int ENOUGH_BYTES = Payload.MAX_SIZE;

    public BlockResponse {
        bodies = List.copyOf(bodies);
        if (bodies.size() > MAX_SIZE) {
            throw new IllegalArgumentException("a response has at most " + MAX_SIZE
                    + " blocks, but here are " + bodies.size());
        }
    }

    /**
     * The answer of a validator whose blocks are in this store; empty if the store lacks the block.
     */
    public static BlockResponse to(
            BlockRequest request, Function<Digest, Optional<Body>> store) {
        List<Body> bodies = new ArrayList<>();
        long bytes = 0;
        Optional<Body> next = store.apply(request.digest());
        while (next.isPresent() && bodies.size() < request.limit() && bytes < ENOUGH_BYTES) {
            Body body = next.get();
            bodies.add(body);
            bytes += body.payload().bytes().size();
            next = store.apply(body.block().parent());
        }
        return new BlockResponse(bodies);
    }
}
