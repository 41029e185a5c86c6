package org.quittance.core.replica;

import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.commit.Difference;
import org.quittance.core.settlement.commit.Snapshot;

/**
 * Why a replica stopped: its own execution came to another root than a quorum's.
 *
 * @param own the root that it came to itself
 */
public record Divergence(Digest own, Quittance quittance) {

    public Divergence {
        if (own.equals(quittance.root())) {
            throw new IllegalArgumentException("the roots are equal");
        }
    }

    public Height height() {
        return quittance.height();
    }

    /** One sentence for the operator. */
    public String describe() {
        return "after block " + height().number() + " this replica has state root " + own.hex()
                + ", but the quittance, signed by validators " + quittance.signers()
                + ", says " + quittance.root().hex();
    }

    /**
     * Looks for the first entry that differs, once somebody has handed in the other side's.
     *
     * @param mine the own state after that height
     * @param theirs the other side's state after that height
     * @return empty if the snapshots are not those of the two roots, or don't differ
     */
    public Optional<Difference> firstDifference(Snapshot mine, Snapshot theirs) {
        return mine.root().equals(own) && theirs.root().equals(quittance.root())
                ? Difference.first(mine, theirs)
                : Optional.empty();
    }
}
