package org.quittance.core.replica;

import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Commitment;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.Restoring;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.state.Ledger;

/** Blocks are executed by the clearinghouse. */
public final class SettlementExecution implements Execution {

    private final Settlement settlement;
    private final Commitment commitment;

    private SettlementExecution(
            Settlement settlement, Optional<StateEntry.LastBlock> lastBlock) {
        this.settlement = settlement;
        this.commitment = new Commitment(settlement.state().ledger(), lastBlock);
    }

    /**
     * The clearinghouse before its first block.
     *
     * @param sink is told every step
     */
    public static SettlementExecution genesis(Genesis genesis, EventSink sink) {
        return new SettlementExecution(Settlement.genesis(genesis, sink), Optional.empty());
    }

    /**
     * The clearinghouse as it was when the snapshot was taken. Whether that was anybody's state is
     * for the caller to know: {@link Snapshot#root} must be that of a quittance, or of one's own.
     *
     * @throws MalformedException if the entries don't belong together
     */
    public static SettlementExecution restore(Genesis genesis, Snapshot snapshot, EventSink sink)
            throws MalformedException {
        Ledger ledger =
                Restoring.restore(snapshot, sink.isInterested(), genesis.owners());
        return new SettlementExecution(
                Settlement.restore(genesis, ledger, sink), snapshot.lastBlock());
    }

    /** The clearinghouse, to be read only. */
    public Settlement settlement() {
        return settlement;
    }

    @Override
    public Height executed() {
        return new Height(settlement.height() - 1);
    }

    @Override
    public Digest execute(Digest block, BlockContents contents) {
        contents.quittance().ifPresent(
                quittance -> settlement.quit(quittance.height().number()));
        for (SealedCommand sealed : contents.commands()) {
            settlement.execute(sealed.command(), sealed.signers());
        }
        settlement.endBlock();
        commitment.follow(executed(), block);
        return commitment.trie().root();
    }

    @Override
    public MerkleTrie trie() {
        return commitment.trie();
    }

    @Override
    public Snapshot snapshot() {
        return commitment.snapshot();
    }
}
