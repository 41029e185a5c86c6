package org.quittance.sim.host;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.consensus.Application;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Payload;

/**
 * The application of simulated clusters: makes payloads, no two alike, and says whether they are
 * valid. It also remembers, for checkers and traces, which payloads and blocks were valid, so that
 * a block can be judged without its payload.
 */
public final class Payloads {

    private static final byte INVALID = 0;
    private static final byte VALID = 1;

    /** Makes payloads for those who have nothing that they want to be done. */
    @FunctionalInterface
    public interface Maker {

        /** The payload of this number, of this node. */
        Payload make(int node, int count, boolean valid);
    }

    private final Application application;
    private final Maker maker;
    private final Map<Digest, Boolean> payloads = new HashMap<>();
    private final Map<Digest, Body> bodies = new HashMap<>();
    private final Set<Digest> validBlocks = new HashSet<>();
    private int count;

    /** Payloads whose first byte tells whether they are valid, and that mean nothing. */
    public Payloads() {
        this(Payloads::isMarkedValid, Payloads::marked);
    }

    /** Payloads that these rules judge. */
    public Payloads(Application application, Maker maker) {
        this.application = application;
        this.maker = maker;
    }

    // The bytes are copied into a new array each time, but they are the same bytes each time.
    @SuppressWarnings("keyfor:purity.call")
    @Pure
    private static boolean isMarkedValid(Payload payload) {
        byte[] bytes = payload.bytes().toArray();
        return bytes.length > 0 && bytes[0] == VALID;
    }

    private static Payload marked(int node, int count, boolean valid) {
        byte[] bytes = ByteBuffer.allocate(9)
                .put(valid ? VALID : INVALID).putInt(node).putInt(count).array();
        return new Payload(Bytes.copyOf(bytes));
    }

    /** A new payload of this node. */
    public Payload next(int node, boolean valid) {
        Payload payload = maker.make(node, count++, valid);
        payloads.put(payload.digest(), valid);
        return payload;
    }

    /** What replicas ask. It knows nothing but the bytes. */
    public Application application() {
        return application;
    }

    /** Someone has this block, with its payload. */
    public void learn(Body body) {
        if (body.isWhole() && !bodies.containsKey(body.block().digest())) {
            bodies.put(body.block().digest(), body);
            payloads.computeIfAbsent(body.payload().digest(),
                    digest -> application.isValid(body.payload()));
        }
        seen(body.block());
    }

    /** The block of this digest and its payload, if anyone has it. */
    public Optional<Body> body(Digest block) {
        return Optional.ofNullable(bodies.get(block));
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
