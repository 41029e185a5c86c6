package org.quittance.node.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Block;
import org.quittance.core.settlement.Command;

/**
 * The commands in the blocks between the last executed one and the parent of a new one: they will
 * have been executed before it, so it needn't have them again.
 */
final class Ancestors {

    /** Further back nobody looks. */
    private static final int MOST = 128;

    private final boolean complete;
    private final Set<Digest> commands = new HashSet<>();
    private final Map<Integer, Long> nonces = new HashMap<>();
    private final IntToLongFunction executed;

    private Ancestors(boolean complete, IntToLongFunction executed) {
        this.complete = complete;
        this.executed = executed;
    }

    /**
     * Those of a parent.
     *
     * @param last the last block that was executed
     * @param executed the next nonce of each account after that block
     */
    static Ancestors of(
            BlockIndex blocks, Block parent, Digest last, IntToLongFunction executed) {
        List<BlockIndex.Entry> path = new ArrayList<>();
        Digest next = parent.digest();
        while (!next.equals(last) && path.size() < MOST) {
            Optional<BlockIndex.Entry> entry = blocks.of(next);
            if (entry.isEmpty()) {
                return new Ancestors(false, executed);
            }
            path.add(entry.get());
            next = entry.get().parent();
        }
        Ancestors ancestors = new Ancestors(next.equals(last), executed);
        path.reversed().forEach(ancestors::add);
        return ancestors;
    }

    private void add(BlockIndex.Entry block) {
        commands.addAll(block.commands());
        for (Command.OfAccount c : block.ofAccounts()) {
            // As settlement will see it: what isn't next takes no nonce.
            if (c.nonce() == nonce(c.account())) {
                nonces.put(c.account(), c.nonce() + 1);
            }
        }
    }

    /** Are all of them here? If not, nobody can say what a new block should have. */
    boolean isComplete() {
        return complete;
    }

    Set<Digest> commands() {
        return commands;
    }

    /** The next nonce of an account after them. */
    long nonce(int account) {
        Long next = nonces.get(account);
        return next == null ? executed.applyAsLong(account) : next;
    }
}
