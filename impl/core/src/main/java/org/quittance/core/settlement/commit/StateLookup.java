package org.quittance.core.settlement.commit;

import java.util.Optional;
import org.quittance.core.base.Bytes;
import org.quittance.core.codec.MalformedException;

/** What a state says, for whoever holds all of it and trusts it: {@link StateProof} is for others. */
public final class StateLookup {

    private StateLookup() {}

    /**
     * An account, with its cash in minor units.
     *
     * @param trie of a state; any thread
     * @return nothing if there is no such account
     */
    public static Optional<StateEntry.Account> account(MerkleTrie trie, int account) {
        Bytes key = EntryKeys.account(account);
        Optional<Bytes> value = trie.get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return EntryReader.decode(new KeyValue(key, value.get())) instanceof StateEntry.Account a
                    ? Optional.of(a)
                    : Optional.empty();
        } catch (MalformedException e) {
            throw new IllegalStateException("no state has this at account " + account, e);
        }
    }
}
