package org.quittance.node.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.node.disk.Receipt;
import org.quittance.node.disk.Store;

/**
 * What came of the blocks: receipts in the store, and the newest state that a quittance vouches
 * for, from which clients get proofs. The core's thread writes; any thread reads what is proven.
 *
 * <p>Memory: tries of the latest heights, which share what they have in common.
 */
public final class Results implements NodeExecution.Listener {

    private static final int KEPT = 256;

    private final Store store;
    private final CommandPool pool;
    private final NavigableMap<Long, MerkleTrie> tries = new TreeMap<>();
    private volatile @Nullable Proven proven;
    private final Heights executed = new Heights();
    private final Heights settled = new Heights();
    private volatile long commands;

    /** A state, and the quittance that vouches for it. */
    public record Proven(Quittance quittance, MerkleTrie trie) {}

    Results(Store store, CommandPool pool) {
        this.store = store;
        this.pool = pool;
    }

    @Override
    public void executed(Height height, BlockContents contents,
            List<Optional<Rejection>> refusals, IntToLongFunction nonces, MerkleTrie trie) {
        Map<Digest, Receipt> receipts = new LinkedHashMap<>();
        int index = 0;
        for (SealedCommand command : contents.commands()) {
            if (!isTooEarly(command, refusals.get(index), nonces)) {
                Digest id = CommandPool.idOf(command);
                // One that was accepted stays, if a block has its command twice.
                receipts.merge(id, new Receipt(height, index, refusals.get(index)),
                        (first, second) -> first.refusal().isPresent() ? second : first);
                pool.remove(id);
            }
            index++;
        }
        if (!receipts.isEmpty()) {
            store.put(receipts);
        }
        commands += contents.commands().size();
        tries.put(height.number(), trie);
        if (tries.size() > KEPT) {
            tries.pollFirstEntry();
        }
        executed.reach(height.number());
    }

    /** What was refused since others of its account must come before it can still come. */
    private static boolean isTooEarly(
            SealedCommand sealed, Optional<Rejection> refusal, IntToLongFunction nonces) {
        return refusal.isPresent()
                && refusal.get() == Rejection.WRONG_NONCE
                && sealed.command() instanceof Command.OfAccount c
                && c.nonce() >= nonces.applyAsLong(c.account());
    }

    /** There is a newer quittance, or a state that it is about. */
    void settled(Quittance quittance) {
        Proven last = proven;
        if (last != null && last.quittance().height().equals(quittance.height())) {
            return;
        }
        store.put(quittance);
        MerkleTrie trie = tries.get(quittance.height().number());
        // If they differ the replica is about to stop.
        if (trie != null && trie.root().equals(quittance.root())) {
            proven = new Proven(quittance, trie);
            tries.headMap(quittance.height().number()).clear();
        }
        settled.reach(quittance.height().number());
    }

    /** Waits until this process has executed the block of a height, but not for ever. */
    public boolean awaitExecuted(long height, long millis) throws InterruptedException {
        return executed.await(height, millis);
    }

    /** Waits until there is a quittance for a height or a later one, but not for ever. */
    public boolean awaitSettled(long height, long millis) throws InterruptedException {
        return settled.await(height, millis);
    }

    /** The newest state with a quittance that this process has executed itself. */
    public Optional<Proven> proven() {
        return Optional.ofNullable(proven);
    }

    /** How many commands this process has executed. */
    public long commands() {
        return commands;
    }
}
