package org.quittance.sim.host;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.consensus.Application;
import org.quittance.core.message.Block;
import org.quittance.core.message.Payload;

/**
 * The application of simulated clusters: makes payloads, no two alike, and says whether they are
 * valid, which their first byte tells. It also remembers, for checkers and traces, which payloads
 * and blocks were valid, so that a block can be judged without its payload.
 */
public final class Payloads {

    private static final byte INVALID = 0;
    private static final byte VALID = 1;

    private final Map<Digest, Boolean> payloads = new HashMap<>();
    private final Set<Digest> validBlocks = new HashSet<>();
    private int count;

    /** A new payload of this node. */
    public Payload next(int node, boolean valid) {
        byte[] bytes = ByteBuffer.allocate(9)
                .put(valid ? VALID : INVALID).putInt(node).putInt(count++).array();
        Payload payload = new Payload(Bytes.copyOf(bytes));
        payloads.put(payload.digest(), valid);
        return payload;
    }

    /** What replicas ask. It knows nothing but the bytes. */
    // The bytes are copied into a new array each time, but they are the same bytes each time.
    @SuppressWarnings("keyfor:purity.call")
    public Application application() {
        return payload -> {
            byte[] bytes = payload.bytes().toArray();
            return bytes.length > 0 && bytes[0] == VALID;
        };
    }

    /** Someone mentioned this block. */
    public void seen(Block block) {
        if (isValid(block)) {
            validBlocks.add(block.digest());
        }
    }

    /** Has this block a payload that was made here and is valid? */
    public boolean isValid(Block block) {
        return block.view().isGenesis()
                ? !block.equals(Block.NONE)
                : payloads.getOrDefault(block.payload(), false);
    }

    /** The same of a block that was seen, by its digest. */
    public boolean isValidBlock(Digest digest) {
        return validBlocks.contains(digest);
    }
}
