package org.quittance.core.settlement.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;

/** The root says which block the state is the outcome of. */
class LastBlockTest {

    private static final Digest ONE = Digest.sha256("test/block/1");
    private static final Digest OTHER = Digest.sha256("test/block/2");

    private final Ledgers ledgers = new Ledgers(5);
    private final long height = ledgers.ledger.progress().height() - 1;

    private Commitment after(Digest block) {
        Commitment commitment = new Commitment(ledgers.ledger);
        commitment.follow(new Height(height), block);
        return commitment;
    }

    @Test
    void theSameStateAfterAnotherBlockHasAnotherRoot() {
        Digest root = after(ONE).trie().root();
        assertThat(after(ONE).trie().root()).isEqualTo(root);
        assertThat(after(OTHER).trie().root()).isNotEqualTo(root);
        assertThat(new Commitment(ledgers.ledger).trie().root()).isNotEqualTo(root);
    }

    @Test
    void onlyTheLastBlockCounts() {
        Commitment commitment = after(OTHER);
        commitment.trie();
        commitment.follow(new Height(height), ONE);
        assertThat(commitment.trie().root()).isEqualTo(after(ONE).trie().root());
        assertThat(commitment.snapshot().root()).isEqualTo(after(ONE).trie().root());
    }

    @Test
    void itIsProvedByTheRoot() {
        MerkleTrie trie = after(ONE).trie();
        Proof proof = trie.prove(EntryKeys.lastBlock()).orElseThrow();
        assertThat(StateProof.verifyLastBlock(trie.root(), proof))
                .contains(new StateEntry.LastBlock(height, ONE));
        assertThat(StateProof.verifyLastBlock(after(OTHER).trie().root(), proof)).isEmpty();
        Proof account = trie.prove(EntryKeys.account(0)).orElseThrow();
        assertThat(StateProof.verifyLastBlock(trie.root(), account)).isEmpty();
    }

    @Test
    void aSnapshotHasItAndARestoredStateGoesOnFromIt() throws MalformedException {
        Snapshot read = Snapshot.decode(after(ONE).snapshot().encode());
        assertThat(read.lastBlock()).contains(new StateEntry.LastBlock(height, ONE));
        var restored = Restoring.restore(read, true, Ledgers.OWNERS);
        assertThat(new Commitment(restored, read.lastBlock()).trie().root())
                .isEqualTo(read.root());
        assertThat(new Commitment(restored, Optional.empty()).trie().root())
                .isNotEqualTo(read.root());
        assertThat(new Commitment(ledgers.ledger).snapshot().lastBlock()).isEmpty();
    }

    @Test
    void itsHeightIsTheStates() {
        List<StateEntry> entries = new ArrayList<>(Entries.all(ledgers.ledger));
        entries.add(new StateEntry.LastBlock(height + 1, ONE));
        Snapshot unfit = new Snapshot(entries);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Restoring.restore(unfit, true, Ledgers.OWNERS))
                .withMessageContaining("the state is at height " + height);
    }

    @Test
    void genesisIsNotExecuted() {
        KeyValue bytes = EntryCodec.encode(new StateEntry.LastBlock(1, ONE));
        assertThat(bytes.key().hex()).isEqualTo("0b");
        assertThat(bytes.value().hex()).isEqualTo("01" + ONE.hex());
        Bytes zero = Bytes.fromHex("00" + ONE.hex());
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> EntryReader.decode(new KeyValue(bytes.key(), zero)))
                .withMessageContaining("no block has height 0");
    }
}
