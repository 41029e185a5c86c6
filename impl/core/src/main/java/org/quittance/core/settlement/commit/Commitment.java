package org.quittance.core.settlement.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.settlement.state.Ledger;

/**
 * The trie over one ledger, and over which block it is the outcome of, brought up to date on
 * demand. It belongs to whoever owns the ledger, and is the only one that asks it what changed for
 * the root.
 */
public final class Commitment {

    private final Ledger ledger;
    private Optional<StateEntry.LastBlock> last;
    private boolean followed;
    private MerkleTrie trie;

    /** Commits to all that the ledger has now, as the outcome of no block. */
    public Commitment(Ledger ledger) {
        this(ledger, Optional.empty());
    }

    /**
     * Commits to all that the ledger has now.
     *
     * @param last the block that it is the outcome of
     */
    public Commitment(Ledger ledger, Optional<StateEntry.LastBlock> last) {
        this.ledger = ledger;
        this.last = last;
        ledger.marks().takeForRoot();
        this.trie = new Snapshot(entries(ledger, last)).trie();
    }

    /** The ledger is the outcome of this block now. */
    public void follow(Height height, Digest block) {
        last = Optional.of(new StateEntry.LastBlock(height.number(), block));
        followed = true;
    }

    /**
     * The trie of the ledger as it is now, between two blocks. Takes time for what changed since
     * this was asked last, and not for the rest.
     */
    public MerkleTrie trie() {
        SortedMap<Bytes, Optional<Bytes>> changes =
                Entries.changes(ledger, ledger.marks().takeForRoot());
        if (followed) {
            last.ifPresent(it -> changes.put(it.key(), Optional.of(EntryCodec.encode(it).value())));
            followed = false;
        }
        trie = changes.isEmpty() ? trie : trie.with(changes);
        return trie;
    }

    /** All entries of the state as it is now. */
    public Snapshot snapshot() {
        return new Snapshot(entries(ledger, last));
    }

    private static List<StateEntry> entries(
            Ledger ledger, Optional<StateEntry.LastBlock> last) {
        List<StateEntry> entries = new ArrayList<>(Entries.all(ledger));
        last.ifPresent(entries::add);
        return entries;
    }
}
