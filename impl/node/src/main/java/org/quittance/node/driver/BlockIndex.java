package org.quittance.node.driver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.message.Body;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.disk.Store;

/**
 * What is in the latest blocks, in the form that a leader asks for, so that no block is read twice.
 * It belongs to the core's thread.
 *
 * <p>Memory: so many blocks, of each a few numbers for each command.
 */
final class BlockIndex {

    private static final int MOST = 128;

    private final Store store;
    private final Map<Digest, Entry> entries = new LinkedHashMap<>();

    /**
     * A block's commands.
     *
     * @param commands what they are called
     * @param ofAccounts those that have a nonce, in their order
     */
    record Entry(Digest parent, List<Digest> commands, List<Command.OfAccount> ofAccounts) {}

    BlockIndex(Store store) {
        this.store = store;
    }

    /** The block with this digest, if it is here. */
    Optional<Entry> of(Digest block) {
        Entry found = entries.get(block);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<Body> body = store.body(block);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        Entry read = entry(body.get());
        entries.put(block, read);
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        return Optional.of(read);
    }

    private static Entry entry(Body body) {
        List<Digest> commands = new ArrayList<>();
        List<Command.OfAccount> ofAccounts = new ArrayList<>();
        try {
            for (SealedCommand sealed : PayloadCodec.decode(body.payload()).commands()) {
                commands.add(CommandPool.idOf(sealed));
                if (sealed.command() instanceof Command.OfAccount c) {
                    ofAccounts.add(c);
                }
            }
        } catch (MalformedException e) {
            // No correct validator votes for it, and it is as good as empty.
            return new Entry(body.block().parent(), List.of(), List.of());
        }
        return new Entry(body.block().parent(), List.copyOf(commands), List.copyOf(ofAccounts));
    }
}
