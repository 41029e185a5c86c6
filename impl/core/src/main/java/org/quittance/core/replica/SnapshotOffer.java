package org.quittance.core.replica;

import java.util.List;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.commit.Snapshot;

/**
 * What somebody offers a replica that is behind, to go on from: a state, and why to believe in it.
 * Nothing of it is to be believed before {@link SnapshotInstall} has looked at it.
 *
 * @param quittance says which root the state of its height has
 * @param snapshot the state
 * @param path the block whose outcome the state is, and those on top of it, up to one with a
 *     finalization; mostly the one block alone
 * @param finalization of the last block of the path
 */
public record SnapshotOffer(
        Quittance quittance, Snapshot snapshot, List<Body> path, Certificate finalization) {

    /** The longest path, in blocks. */
    public static final int MOST_BLOCKS = 32;

    public SnapshotOffer {
        path = List.copyOf(path);
        if (path.isEmpty() || path.size() > MOST_BLOCKS) {
            throw new IllegalArgumentException("a path has 1 to " + MOST_BLOCKS
                    + " blocks, but here are " + path.size());
        }
    }

    /** The block whose outcome the state is. */
    public Body body() {
        return path.get(0);
    }

    /** The block with the finalization. */
    public Block last() {
        return path.get(path.size() - 1).block();
    }
}
