package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.message.Block;

/**
 * The last committed block, and the way from it up to a final one.
 *
 * <p>Payloads aren't here: they are in the log from the moment their block is. Memory: the blocks
 * in views above the last committed one that were proposed, or asked for; and the way up, which
 * gets one link longer at its lower end with each block fetched, without copying the rest.
 *
 * @param committed the spec's {@code committed}
 * @param height the committed block's
 * @param bodies blocks above the committed one whose payloads are in the log
 * @param path the way up to a block known to be final, as far as its blocks are in the log
 * @param forked the way up does not begin at the committed block: agreement is broken
 */
record Chain(
        Block committed,
        Height height,
        NavigableMap<Digest, Block> bodies,
        @Nullable Path path,
        boolean forked) {

    /** A block and the way on from there to the final block. */
    record Path(Block lowest, @Nullable Path above) {

        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>();
            for (Path rest = this; rest != null; rest = rest.above) {
                blocks.add(rest.lowest);
            }
            return List.copyOf(blocks);
        }
    }

    static Chain at(Block committed, Height height) {
        return new Chain(committed, height, Sorted.<Digest, Block>empty(), null, false);
    }

    boolean hasBody(Block block) {
        return bodies.containsKey(block.digest());
    }

    Chain withBody(Block block) {
        return block.view().compareTo(committed.view()) <= 0
                ? this
                : new Chain(committed, height,
                        Sorted.with(bodies, block.digest(), block), path, forked);
    }

    /** With the next block down the way, without keeping it anywhere else. */
    Chain withNext(Block block) {
        return new Chain(committed, height, bodies, new Path(block, path), forked);
    }

    /** As far down the way to the committed block as blocks are in the log. */
    Chain grown(Block finalized) {
        Chain grown = this;
        Block next = grown.bodies.get(grown.missing(finalized));
        while (next != null) {
            grown = grown.withNext(next);
            next = grown.bodies.get(grown.missing(finalized));
        }
        Path path = grown.path;
        boolean misses = path != null
                && !committed.isParentOf(path.lowest())
                && path.lowest().parentView().compareTo(committed.view()) <= 0;
        return misses ? grown.withFork() : grown;
    }

    /** Agreement is broken, so nothing is committed any more. */
    Chain withFork() {
        return new Chain(committed, height, bodies, null, true);
    }

    /** The digest of the next block down the way; {@link Digest#NONE} if none is missing. */
    Digest missing(Block finalized) {
        if (forked || finalized.view().compareTo(committed.view()) <= 0 || isComplete()) {
            return Digest.NONE;
        }
        return path == null ? finalized.digest() : path.lowest().parent();
    }

    /** Does the way up begin at the committed block? */
    @Pure
    boolean isComplete() {
        return path != null && committed.isParentOf(path.lowest());
    }

    /** The way up from the committed block, if all of it is there. */
    Optional<List<Block>> completePath() {
        return path != null && isComplete() ? Optional.of(path.blocks()) : Optional.empty();
    }

    /** The last block of a complete path is committed now. */
    Chain withCommitted(List<Block> blocks) {
        Block last = blocks.get(blocks.size() - 1);
        NavigableMap<Digest, Block> above =
                Sorted.only(bodies, block -> block.view().compareTo(last.view()) > 0);
        Height top = new Height(Math.addExact(height.number(), blocks.size()));
        return new Chain(last, top, above, null, forked);
    }
}
