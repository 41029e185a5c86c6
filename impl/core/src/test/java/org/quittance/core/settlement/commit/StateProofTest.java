package org.quittance.core.settlement.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

class StateProofTest {

    private final StateEntry.Account account =
            new StateEntry.Account(3, Ledgers.key(3), 1L << 59, 4, 0);
    private final StateEntry.Position position = new StateEntry.Position(3, 2, -17);
    private final StateEntry.Withdrawal withdrawal = new StateEntry.Withdrawal(new Withdrawal(
            9, 3, 500, WithdrawalStatus.PENDING, 12, List.of(0, 2), 0));
    private final StateEntry.Group settled =
            new StateEntry.Group(1, 20, GroupStatus.SETTLED, List.of(100L, 101L));
    private final StateEntry.Group expired =
            new StateEntry.Group(2, 20, GroupStatus.EXPIRED, List.of(100L));
    private final MerkleTrie trie =
            new Snapshot(List.of(account, settled, expired, position, withdrawal)).trie();
    private final Digest root = trie.root();

    @Test
    void provesWhatIsThere() {
        assertThat(StateProof.verifyAccount(root, 3, proof(account))).contains(account);
        assertThat(StateProof.verifyPosition(root, 3, 2, proof(position))).contains(position);
        assertThat(StateProof.verifyWithdrawal(root, 9, proof(withdrawal))).contains(withdrawal);
        assertThat(StateProof.verifyGroup(root, 2, proof(expired))).contains(expired);
        assertThat(StateProof.verify(root, proof(account))).contains(account);
    }

    @Test
    void theSettlementPriceIsTheFloorOfTheMean() {
        assertThat(StateProof.verifySettlementPrice(root, 1, proof(settled))).hasValue(100);
        assertThat(StateProof.verifySettlementPrice(root, 2, proof(expired))).isEmpty();
    }

    @Test
    void aProofOfSomethingElseProvesNothing() {
        assertThat(StateProof.verifyAccount(root, 4, proof(account))).isEmpty();
        assertThat(StateProof.verifyPosition(root, 3, 1, proof(position))).isEmpty();
        assertThat(StateProof.verifyPosition(root, 2, 2, proof(position))).isEmpty();
        assertThat(StateProof.verifyAccount(root, 3, proof(position))).isEmpty();
        assertThat(StateProof.verifyWithdrawal(root, 8, proof(withdrawal))).isEmpty();
        assertThat(StateProof.verifySettlementPrice(root, 2, proof(settled))).isEmpty();
        Digest other = trie.without(position.key()).root();
        assertThat(StateProof.verifyAccount(other, 3, proof(account))).isEmpty();
    }

    @Test
    void bytesThatAreNoEntryProveNothing() {
        KeyValue garbage = new KeyValue(EntryKeys.account(5), Bytes.fromHex("ff"));
        MerkleTrie odd = trie.with(garbage.key(), garbage.value());
        Proof proof = odd.prove(garbage.key()).orElseThrow();
        assertThat(ProofVerifier.verify(odd.root(), proof)).isTrue();
        assertThat(StateProof.verifyAccount(odd.root(), 5, proof)).isEmpty();
    }

    @Test
    void whoHoldsTheStateLooksItUp() {
        assertThat(StateLookup.account(trie, 3)).contains(account);
        assertThat(StateLookup.account(trie, 4)).isEmpty();
        MerkleTrie odd = trie.with(EntryKeys.account(5), Bytes.fromHex("ff"));
        assertThatThrownBy(() -> StateLookup.account(odd, 5))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("account 5");
    }

    @Property(tries = 100)
    void everyEntryOfALedgerIsProvable(@ForAll long seed) {
        List<StateEntry> entries = Entries.all(new Ledgers(seed).ledger);
        MerkleTrie whole = new Snapshot(entries).trie();
        for (StateEntry entry : entries) {
            assertThat(StateProof.verify(whole.root(), whole.prove(entry.key()).orElseThrow()))
                    .contains(entry);
        }
    }

    private Proof proof(StateEntry entry) {
        return trie.prove(entry.key()).orElseThrow();
    }
}
