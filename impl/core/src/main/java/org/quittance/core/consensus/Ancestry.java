package org.quittance.core.consensus;

import java.util.List;
import org.quittance.core.base.Digest;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Statement;

/**
 * Blocks that come in, and the way from the latest final one down to the last committed one.
 *
 * <p>A validator that is behind learns of a final block first, and then of its ancestors: each
 * names its parent by digest, so none of them has to be believed.
 */
final class Ancestry {

    private Ancestry() {}

    /** Stores the block of a proposal with a valid payload. */
    static State store(State s, Body body, Outbox out) {
        if (s.chain().hasBody(body.block())
                || body.block().view().compareTo(s.committed().view()) <= 0) {
            return s;
        }
        State stored = Transitions.write(s, new LogRecord.Stored(body), out);
        return grow(stored.with(stored.chain().withBody(body.block())), out);
    }

    /** Stores a block that came in answer to a request, if it is one that is wanted. */
    static State storeWanted(State s, Body body, Outbox out) {
        Block block = body.block();
        if (block.digest().equals(missing(s))) {
            State stored = Transitions.write(s, new LogRecord.Stored(body), out);
            return grow(stored.with(stored.chain().withNext(block)), out);
        }
        return s.certificates().holds(Statement.notarize(block)) ? store(s, body, out) : s;
    }

    /** The digest of the next block on the way down that isn't here, or none. */
    static Digest missing(State s) {
        return s.chain().missing(s.certificates().finalization().block());
    }

    /** Goes down the way as far as the blocks are here. */
    static State grow(State s, Outbox out) {
        Block finalized = s.certificates().finalization().block();
        Chain grown = s.chain().grown(finalized);
        return grown.forked() && !s.chain().forked()
                ? fork(s, finalized, out)
                : s.with(grown);
    }

    /**
     * Looks for finalizations beside the chain that was committed just now, or before: with them
     * agreement is broken, and people must hear of it.
     *
     * @param s with all finalizations since the block that was committed before
     * @param path what was committed since then
     */
    static State checkForFork(State s, List<Block> path, Outbox out) {
        if (s.chain().forked()) {
            return s;
        }
        for (Certificate held : s.certificates().between(View.GENESIS, s.committed().view())) {
            Block block = held.block();
            boolean isBeside = held.kind() == Kind.FINALIZE
                    && (path.isEmpty() || block.view().compareTo(path.get(0).view()) >= 0)
                    && !path.contains(block)
                    && !block.equals(s.committed());
            if (isBeside) {
                return fork(s, block, out);
            }
        }
        return s;
    }

    private static State fork(State s, Block conflicting, Outbox out) {
        out.add(new Effect.Tell(new Report.Forked(s.committed(), conflicting)));
        return s.with(s.chain().withFork());
    }
}
