package org.quittance.core.replica;

import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.Snapshot;

/**
 * What executes final blocks, one after another.
 *
 * <p>It changes in place, and belongs to one {@link Replica}: nobody else calls {@link #execute}.
 * The same blocks give the same roots, in every replica and in every run.
 */
public interface Execution {

    /** The height of the last block that was executed; that of genesis before the first. */
    Height executed();

    /**
     * Executes the next block.
     *
     * @param block its digest, which the root commits to
     * @param contents their quittance, if there is one, was verified
     * @return the root of the state after it
     */
    Digest execute(Digest block, BlockContents contents);

    /** The trie of the state after the last block, for proofs. */
    MerkleTrie trie();

    /** The whole state after the last block. */
    Snapshot snapshot();
}
