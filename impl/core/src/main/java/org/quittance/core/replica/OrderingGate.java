package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Spec;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Input;
import org.quittance.core.message.Block;
import org.quittance.core.message.Proposal;

/**
 * Holds back what would let the chain grow further than {@code maxLag} blocks beyond the newest
 * quittance: proposals of others, and the request for a payload of one's own. It belongs to one
 * replica.
 *
 * <p>Memory: a few proposals, and one request. One that is forgotten comes again, since proposals
 * are rebroadcast; or its view is nullified.
 */
final class OrderingGate {

    /** How many proposals wait at most; there is one in each view, and the latest matter. */
    private static final int MOST_WAITING = 4;

    private final long maxLag;
    private final BlockHeights heights;
    private final List<Input.Received> waiting = new ArrayList<>();
    private Effect.@Nullable RequestPayload request;

    OrderingGate(long maxLag, BlockHeights heights) {
        this.maxLag = maxLag;
        this.heights = heights;
    }

    /** The spec's guard as validators see to it, each for itself. */
    @Spec("System!CanOrder")
    boolean canExtend(Block child, long quitted) {
        return heights.atMost(child.parent(), child.parentView()) - quitted <= maxLag;
    }

    private boolean canExtend(Effect.RequestPayload wanted, long quitted) {
        Block parent = wanted.parent();
        return heights.atMost(parent.digest(), parent.view()) - quitted <= maxLag;
    }

    /** The proposal, if ordering may see it; else it waits. */
    Optional<Input.Received> admit(Input.Received input, Proposal proposal, long quitted) {
        if (canExtend(proposal.block(), quitted)) {
            return Optional.of(input);
        }
        waiting.add(input);
        if (waiting.size() > MOST_WAITING) {
            waiting.remove(0);
        }
        return Optional.empty();
    }

    /** The request, if a payload may be made; else it waits, in place of one that waits already. */
    Optional<Effect.RequestPayload> admit(Effect.RequestPayload wanted, long quitted) {
        request = canExtend(wanted, quitted) ? null : wanted;
        return request == null ? Optional.of(wanted) : Optional.empty();
    }

    /** There is a newer quittance: takes out the proposals that needn't wait any more. */
    List<Input.Received> release(long quitted) {
        List<Input.Received> free = waiting.stream()
                .filter(input -> input.message().message() instanceof Proposal proposal
                        && canExtend(proposal.block(), quitted))
                .toList();
        waiting.removeAll(free);
        return free;
    }

    /** The same for the request. */
    Optional<Effect.RequestPayload> releaseRequest(long quitted) {
        Effect.RequestPayload wanted = request;
        if (wanted == null || !canExtend(wanted, quitted)) {
            return Optional.empty();
        }
        request = null;
        return Optional.of(wanted);
    }
}
