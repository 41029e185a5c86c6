package org.quittance.sim.run;

import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.replica.Execution;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.Snapshot;

/**
 * Execution that goes wrong, as if a bit fell over: from a height on its roots are others.
 *
 * @param from the first height with another root
 */
record WrongExecution(Execution execution, long from) implements Execution {

    @Override
    public Height executed() {
        return execution.executed();
    }

    @Override
    public Digest execute(Digest block, BlockContents contents) {
        Digest root = execution.execute(block, contents);
        return executed().number() < from
                ? root
                : Digest.sha256("quittance/sim/wrong-execution/v1", root.bytes().toArray());
    }

    @Override
    public MerkleTrie trie() {
        return execution.trie();
    }

    @Override
    public Snapshot snapshot() {
        return execution.snapshot();
    }
}
