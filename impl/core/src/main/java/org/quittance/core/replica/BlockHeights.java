package org.quittance.core.replica;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;

/**
 * The heights of blocks, which blocks don't name. It belongs to one replica.
 *
 * <p>Memory: the blocks above the last committed one that are in the log.
 */
final class BlockHeights {

    private final NavigableMap<Digest, Block> above = new TreeMap<>();
    private Block committed;
    private Height height;

    BlockHeights(Block committed, Height height) {
        this.committed = committed;
        this.height = height;
    }

    /** The block is in the log now. */
    void seen(Block block) {
        if (block.view().compareTo(committed.view()) > 0) {
            above.put(block.digest(), block);
        }
    }

    /** The block is committed now, at this height. */
    void committed(Block block, Height at) {
        committed = block;
        height = at;
        above.values().removeIf(other -> other.view().compareTo(block.view()) <= 0);
    }

    /**
     * The height of a block that can become final; or, if some of its ancestors aren't in the log,
     * the greatest that it can have, since each view has at most one block of a chain.
     *
     * @param view the block's
     */
    long atMost(Digest digest, View view) {
        long steps = 0;
        Digest next = digest;
        View nextView = view;
        while (!next.equals(committed.digest())) {
            Block block = above.get(next);
            if (block == null) {
                return height.number() + steps
                        + Math.max(0, nextView.number() - committed.view().number());
            }
            steps++;
            next = block.parent();
            nextView = block.parentView();
        }
        return height.number() + steps;
    }
}
