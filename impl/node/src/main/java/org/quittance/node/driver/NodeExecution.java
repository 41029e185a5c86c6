package org.quittance.node.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.replica.Execution;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Outcome;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Commitment;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.Restoring;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.node.trace.SettlementTracer;

/** Executes as the core's own execution does, and says what became of each command. */
final class NodeExecution implements Execution {

    /** Who is told what became of a block. */
    interface Listener {

        /**
         * A block was executed.
         *
         * @param refusals one for each command, empty if it was accepted
         * @param nonces the next nonce of each account
         */
        void executed(Height height, BlockContents contents,
                List<Optional<Rejection>> refusals, IntToLongFunction nonces, MerkleTrie trie);
    }

    private final Settlement settlement;
    private final Commitment commitment;
    private final Listener listener;

    private NodeExecution(
            Settlement settlement,
            Optional<StateEntry.LastBlock> lastBlock,
            Optional<SettlementTracer> tracer,
            Listener listener) {
        this.settlement = settlement;
        this.commitment = new Commitment(settlement.state().ledger(), lastBlock);
        this.listener = listener;
        tracer.ifPresent(it -> it.begin(settlement));
    }

    /** Before the first block. */
    static NodeExecution genesis(
            Genesis genesis, Optional<SettlementTracer> tracer, Listener listener) {
        return new NodeExecution(Settlement.genesis(genesis, sink(tracer)), Optional.empty(),
                tracer, listener);
    }

    /**
     * After the block at which a snapshot was taken.
     *
     * @throws MalformedException if the entries don't belong together
     */
    static NodeExecution restore(
            Genesis genesis,
            Snapshot snapshot,
            Optional<SettlementTracer> tracer,
            Listener listener) throws MalformedException {
        Ledger ledger = Restoring.restore(
                snapshot, tracer.isPresent(), genesis.owners());
        return new NodeExecution(Settlement.restore(genesis, ledger, sink(tracer)),
                snapshot.lastBlock(), tracer, listener);
    }

    private static EventSink sink(Optional<SettlementTracer> tracer) {
        return tracer.isPresent() ? tracer.get() : EventSink.NONE;
    }

    /** How many of the account's commands were executed; 0 if there is no such account. */
    long nonce(int account) {
        return settlement.state().accounts().contains(account)
                ? settlement.state().accounts().nonce(account)
                : 0;
    }

    @Override
    public Height executed() {
        return new Height(settlement.height() - 1);
    }

    @Override
    public Digest execute(Digest block, BlockContents contents) {
        contents.quittance().ifPresent(
                quittance -> settlement.quit(quittance.height().number()));
        List<Optional<Rejection>> refusals = new ArrayList<>();
        for (SealedCommand sealed : contents.commands()) {
            Outcome outcome = settlement.execute(sealed.command(), sealed.signers());
            refusals.add(outcome.rejection());
        }
        settlement.endBlock();
        commitment.follow(executed(), block);
        MerkleTrie trie = commitment.trie();
        listener.executed(executed(), contents, refusals, this::nonce, trie);
        return trie.root();
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
