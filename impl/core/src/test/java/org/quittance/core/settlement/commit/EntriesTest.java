package org.quittance.core.settlement.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.core.settlement.state.Variable;

class EntriesTest {

    @Property(tries = 300)
    void changesLeadToTheRootOfTheWhole(@ForAll long seed) {
        Ledgers ledgers = new Ledgers(seed);
        Commitment commitment = new Commitment(ledgers.ledger);
        for (int round = 0; round < 6; round++) {
            assertThat(commitment.trie().root()).isEqualTo(rootOf(ledgers.ledger));
            assertThat(commitment.snapshot().trie().root()).isEqualTo(rootOf(ledgers.ledger));
            for (int change = 0; change < 7; change++) {
                ledgers.change();
            }
        }
    }

    @Property(tries = 300)
    void aRestoredLedgerHasTheSameRootAndTheSameEntries(@ForAll long seed)
            throws MalformedException {
        Ledger ledger = new Ledgers(seed).ledger;
        Snapshot snapshot = new Snapshot(Entries.all(ledger));
        Snapshot read = Snapshot.decode(snapshot.encode());
        assertThat(read).isEqualTo(snapshot);
        Ledger restored = Restoring.restore(read, true, Ledgers.OWNERS);
        assertThat(restored.entries()).usingRecursiveComparison()
                .ignoringFields("slot").isEqualTo(ledger.entries());
        assertThat(Entries.all(restored)).isEqualTo(Entries.all(ledger));
        assertThat(rootOf(restored)).isEqualTo(snapshot.root());
        assertThat(restored.marks().takeForRoot()).isEmpty();
        assertThat(restored.marks().takeForEvent()).isEmpty();
    }

    @Property(tries = 300)
    void everyEntryHasOneEncoding(@ForAll long seed) throws MalformedException {
        for (StateEntry entry : Entries.all(new Ledgers(seed).ledger)) {
            assertThat(EntryReader.decode(EntryCodec.encode(entry))).isEqualTo(entry);
        }
    }

    /** What is always the same between blocks is not committed to. */
    @Test
    void whatPassesIsNoEntry() {
        Ledger ledger = new Ledgers(1).ledger;
        ledger.marks().takeForRoot();
        ledger.progress().setSwept(3);
        ledger.book().setTaker(null);
        assertThat(Entries.changes(ledger, ledger.marks().takeForRoot())).isEmpty();
        assertThat(Entries.all(ledger)).noneMatch(entry ->
                entry instanceof StateEntry.Scalar scalar && scalar.variable().isPassing());
    }

    /** Sooner or later each kind of entry is there, so that the properties above mean something. */
    @Test
    void ledgersHaveEveryKindOfEntry() {
        Ledger ledger = new Ledgers(5).ledger;
        assertThat(Entries.all(ledger)).extracting(entry -> (Object) entry.getClass())
                .containsAll(Arrays.stream(StateEntry.class.getPermittedSubclasses())
                        .filter(kind -> kind != StateEntry.LastBlock.class).toList());
        assertThat(Entries.all(ledger).stream()
                .filter(StateEntry.Scalar.class::isInstance)
                .map(entry -> ((StateEntry.Scalar) entry).variable()))
                .containsExactlyElementsOf(List.of(Variable.values()).stream()
                        .filter(v -> v.isScalar() && !v.isPassing()).toList());
    }

    /** Replicas have agreed on these bytes: they must stay. */
    @Test
    void bytesAreAsTheyEverWere() {
        Digest root = rootOf(new Ledgers(5).ledger);
        assertThat(EntryKeys.position(1, 2).hex()).isEqualTo("05" + "0000000000000001"
                + "0000000000000002");
        assertThat(EntryCodec.encode(new StateEntry.Position(1, 2, -3)).value().hex())
                .isEqualTo("05");
        assertThat(EntryCodec.encode(new StateEntry.Account(7, Ledgers.key(0), 300, 2, 0))
                .value().hex()).isEqualTo(
                        "02" + Ledgers.key(0).bytes().hex() + "ac02" + "02" + "00");
        assertThat(root.hex()).isEqualTo(
                "99f96c8dc4ad6ae040729c6ced72f18d116e64c14e7b082741d3571aff76dc90");
    }

    private static Digest rootOf(Ledger ledger) {
        return new Snapshot(Entries.all(ledger)).root();
    }
}
