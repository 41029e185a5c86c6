package org.quittance.core.settlement.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** Entries that no replica has, by themselves and among others. */
class UnfitEntriesTest {

    private final Snapshot snapshot = new Snapshot(Entries.all(new Ledgers(5).ledger));

    private Snapshot with(StateEntry more) {
        List<StateEntry> entries = new ArrayList<>(snapshot.entries());
        entries.add(more);
        entries.sort(Comparator.comparing(StateEntry::key));
        return new Snapshot(entries);
    }

    private static StateEntry order(int account, long quantity) {
        return new StateEntry.Order(new Value.OpenOrder(
                0, account, 1, Side.BUY, 10, quantity, OrderKind.GTC));
    }

    private static void refused(Malformed reason, KeyValue entry) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> EntryReader.decode(entry))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void unfit(String detail, Snapshot unfit, int... owners) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Restoring.restore(unfit, true, owners))
                .withMessageContaining(detail);
    }

    @Test
    void nothingMayFollowAKeyOrAValue() {
        KeyValue good = EntryCodec.encode(new StateEntry.UsedDeposit(7));
        refused(Malformed.TRAILING_BYTES,
                new KeyValue(Bytes.fromHex(good.key().hex() + "00"), good.value()));
        refused(Malformed.TRAILING_BYTES,
                new KeyValue(good.key(), Bytes.fromHex(good.value().hex() + "00")));
    }

    @Test
    void numbersInKeysHaveLimits() throws MalformedException {
        StateEntry last = new StateEntry.Series(Integer.MAX_VALUE, 10, Right.CALL, 1);
        KeyValue good = EntryCodec.encode(last);
        assertThat(EntryReader.decode(good)).isEqualTo(last);
        refused(Malformed.OUT_OF_RANGE, new KeyValue(Bytes.fromHex(
                good.key().hex().replace("7fffffff", "80000000")), good.value()));
        int kinds = EvidenceKind.values().length;
        KeyValue used = EntryCodec.encode(
                new StateEntry.UsedEvidence(2, EvidenceKind.values()[kinds - 1], 5));
        String beyond = used.key().hex().replace(
                "0%d0000000000000005".formatted(kinds - 1), "0%d0000000000000005".formatted(kinds));
        assertThat(beyond).isNotEqualTo(used.key().hex());
        refused(Malformed.OUT_OF_RANGE, new KeyValue(Bytes.fromHex(beyond), used.value()));
    }

    @Test
    void nobodyApprovesTwice() throws MalformedException {
        StateEntry withdrawal = new StateEntry.Withdrawal(new Withdrawal(
                7, 1, 40, WithdrawalStatus.PENDING, 9, List.of(3, 5), 0));
        KeyValue good = EntryCodec.encode(withdrawal);
        assertThat(EntryReader.decode(good)).isEqualTo(withdrawal);
        assertThat(good.value().hex()).contains("020305");
        for (String approvals : new String[] {"020303", "020503"}) {
            refused(Malformed.CONTRADICTION, new KeyValue(good.key(),
                    Bytes.fromHex(good.value().hex().replace("020305", approvals))));
        }
    }

    @Test
    void ordersAreOfAccountsAndForSomething() throws MalformedException {
        assertThat(Restoring.restore(with(order(1, 1)), true, Ledgers.OWNERS).book().order(0))
                .isNotNull();
        unfit("no such account", with(order(999, 1)), Ledgers.OWNERS);
        unfit("an order for nothing", with(order(1, 0)), Ledgers.OWNERS);
        long next = new Ledgers(5).ledger.book().nextOrder();
        unfit("an id of the future", with(new StateEntry.Order(new Value.OpenOrder(
                next, 1, 1, Side.BUY, 10, 1, OrderKind.GTC))), Ledgers.OWNERS);
    }

    @Test
    void withdrawalsAreOfAccounts() {
        unfit("no such account", with(new StateEntry.Withdrawal(new Withdrawal(
                100_000, 999, 40, WithdrawalStatus.PENDING, 9, List.of(), 0))), Ledgers.OWNERS);
    }

    @Test
    void stakesAreOfAccounts() {
        unfit("no such account", snapshot, 0, 999, 0);
    }

    @Test
    void noKeyHasABitBeyondTheLongestKey() throws MalformedException {
        int last = KeyBits.LIMIT - 1;
        assertThat(Proof.decode(proof(last)).path()).extracting(Proof.Step::bit)
                .containsExactly(last);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Proof.decode(proof(last + 1)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.OUT_OF_RANGE));
    }

    /** With one step, for an empty value. */
    private static byte[] proof(int bit) {
        return new ByteWriter().tag(1).sized(Bytes.fromHex("00")).sized(Bytes.fromHex(""))
                .number(1).number(bit).digest(Digest.NONE).toArray();
    }

    @Test
    void offsetsAreThoseOfTheBytes() {
        assertThat(snapshot.offsetOf(snapshot.entries().size()))
                .isEqualTo(snapshot.encode().length);
        int first = EntryCodec.encode(snapshot.entries().get(0)).value().size();
        // A key of one number, and one byte each for the lengths of the key and the value.
        assertThat(snapshot.offsetOf(1) - snapshot.offsetOf(0)).isEqualTo(1 + 9 + 1 + first);
    }

    @Test
    void anEntryAfterAllOfTheOthersIsADifference() {
        EvidenceKind[] kinds = EvidenceKind.values();
        StateEntry last = new StateEntry.UsedEvidence(2, kinds[kinds.length - 1], 1_000_000);
        Snapshot longer = with(last);
        assertThat(longer.entries()).last().isEqualTo(last);
        Difference difference = Difference.first(longer, snapshot).orElseThrow();
        assertThat(difference.key()).isEqualTo(last.key());
        assertThat(difference.own()).contains(last);
        assertThat(difference.other()).isEmpty();
    }
}
