package org.quittance.core.settlement.commit;

import org.quittance.core.settlement.state.Ledger;

/**
 * The trie over one ledger, brought up to date on demand. It belongs to whoever owns the ledger,
 * and is the only one that asks it what changed for the root.
 */
public final class Commitment {

    private final Ledger ledger;
    private MerkleTrie trie;

    /** Commits to all that the ledger has now. */
    public Commitment(Ledger ledger) {
        this.ledger = ledger;
        ledger.marks().takeForRoot();
        this.trie = new Snapshot(Entries.all(ledger)).trie();
    }

    /**
     * The trie of the ledger as it is now, between two blocks. Takes time for what changed since
     * this was asked last, and not for the rest.
     */
    public MerkleTrie trie() {
        trie = trie.with(Entries.changes(ledger, ledger.marks().takeForRoot()));
        return trie;
    }

    /** All entries of the ledger as it is now. */
    public Snapshot snapshot() {
        return new Snapshot(Entries.all(ledger));
    }
}
