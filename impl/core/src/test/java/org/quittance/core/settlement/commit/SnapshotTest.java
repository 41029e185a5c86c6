package org.quittance.core.settlement.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Variable;

class SnapshotTest {

    private final Snapshot snapshot = new Snapshot(Entries.all(new Ledgers(5).ledger));

    @Property(tries = 300)
    void aFlippedBitIsRefusedOrGivesAnotherRoot(@ForAll int where) {
        byte[] bytes = snapshot.encode();
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        try {
            Snapshot read = Snapshot.decode(bytes);
            assertThat(read.encode()).isEqualTo(bytes);
            assertThat(read.root()).isNotEqualTo(snapshot.root());
        } catch (MalformedException e) {
            assertThat(e.offset()).isBetween(0L, (long) bytes.length);
        }
    }

    @Property(tries = 200)
    void everyProperPrefixIsTruncated(@ForAll int where) {
        byte[] bytes = snapshot.encode();
        refused(Malformed.TRUNCATED, Arrays.copyOf(bytes, Math.floorMod(where, bytes.length)));
    }

    @Test
    void nothingMayFollowOrPrecede() {
        byte[] bytes = snapshot.encode();
        refused(Malformed.TRAILING_BYTES, Arrays.copyOf(bytes, bytes.length + 1));
        byte[] other = bytes.clone();
        other[1] = 'Q';
        refused(Malformed.MISSING_HEADER, other);
        byte[] future = bytes.clone();
        future[19] = 2;
        refused(Malformed.BAD_TAG, future);
    }

    @Test
    void keysAscend() {
        List<StateEntry> reversed = new ArrayList<>(snapshot.entries());
        Collections.reverse(reversed);
        assertThatIllegalArgumentException().isThrownBy(() -> new Snapshot(reversed));
        StateEntry first = snapshot.entries().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Snapshot(List.of(first, first)));
    }

    @Test
    void theFirstEntryOutOfOrderIsNamed() {
        StateEntry deposit = new StateEntry.UsedDeposit(7);
        byte[] good = new Snapshot(List.of(deposit, new StateEntry.UsedDeposit(8))).encode();
        byte[] bad = good.clone();
        bad[bad.length - 2] = 7;
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Snapshot.decode(bad))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.CONTRADICTION))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(21 + 11));
    }

    /** Each takes something away, or puts something in, that does not fit to the rest. */
    @TestFactory
    List<DynamicTest> refusesToRestore() {
        return List.of(
                unfit("height is missing", without(entry -> entry instanceof StateEntry.Scalar s
                        && s.variable() == Variable.HEIGHT)),
                unfit("the account before it", without(entry ->
                        entry instanceof StateEntry.Account account && account.id() == 2)),
                unfit("no such group", without(StateEntry.Group.class::isInstance)),
                unfit("no series", without(StateEntry.Series.class::isInstance)),
                unfit("no such account", with(new StateEntry.Position(999, 1, 3))),
                unfit("no series 77", with(new StateEntry.Position(1, 77, 3))),
                unfit("no such group", with(new StateEntry.Series(77, 1, Right.PUT, 78))),
                unfit("not the validator that comes next", without(entry ->
                        entry instanceof StateEntry.Validator v && v.id() == 1)),
                unfit("a validator is missing", without(entry ->
                        entry instanceof StateEntry.Validator v && v.id() == 2)),
                unfit("not the validator that comes next", with(new StateEntry.Validator(
                        3, 0, Unbonding.NONE, 0,
                        false, false, 0, 0))),
                unfit("no such validator", with(
                        new StateEntry.UsedEvidence(3, EvidenceKind.VOTE, 1))),
                unfit("an id of the future", changed(entry -> entry instanceof StateEntry.Scalar s
                        && s.variable() == Variable.NEXT_ORDER
                                ? new StateEntry.Scalar(Variable.NEXT_ORDER, 1) : entry)));
    }

    @Test
    void theFirstDifferenceIsFound() {
        assertThat(Difference.first(snapshot, snapshot)).isEmpty();
        StateEntry.Account account = (StateEntry.Account) snapshot.entries().stream()
                .filter(StateEntry.Account.class::isInstance).findFirst().orElseThrow();
        StateEntry.Account richer = new StateEntry.Account(account.id(), account.publicKey(),
                account.cash() + 1, account.nonce(), account.flagged());
        Snapshot wrong = changed(entry -> entry.equals(account) ? richer
                : entry instanceof StateEntry.Position p
                        ? new StateEntry.Position(p.account(), p.series(), p.quantity() + 10)
                        : entry);
        Difference difference = Difference.first(wrong, snapshot).orElseThrow();
        assertThat(difference.own()).contains(richer);
        assertThat(difference.other()).contains(account);
        assertThat(difference.key()).isEqualTo(account.key());
    }

    @Test
    void anEntryThatOnlyOneSideHasIsADifference() {
        StateEntry.UsedDeposit last = new StateEntry.UsedDeposit(1_000_000);
        StateEntry.Position more = new StateEntry.Position(3, 4, 1);
        Snapshot longer = with(new StateEntry.UsedEvidence(0, EvidenceKind.VOTE, 77));
        Snapshot plus = with(last);
        Difference missing = Difference.first(snapshot, plus).orElseThrow();
        assertThat(missing.own()).isEmpty();
        assertThat(missing.other()).contains(last);
        Difference extra = Difference.first(plus, snapshot).orElseThrow();
        assertThat(extra.own()).contains(last);
        assertThat(extra.other()).isEmpty();
        assertThat(Difference.first(snapshot, longer).orElseThrow().own()).isEmpty();
        assertThat(Difference.first(longer, snapshot).orElseThrow().other()).isEmpty();
        assertThat(more.key()).isNotEqualTo(last.key());
    }

    private Snapshot without(Predicate<StateEntry> gone) {
        return new Snapshot(snapshot.entries().stream().filter(gone.negate()).toList());
    }

    private Snapshot with(StateEntry more) {
        List<StateEntry> entries = new ArrayList<>(snapshot.entries());
        entries.add(more);
        entries.sort(Comparator.comparing(StateEntry::key));
        return new Snapshot(entries);
    }

    private Snapshot changed(UnaryOperator<StateEntry> change) {
        return new Snapshot(snapshot.entries().stream().map(change).toList());
    }

    private static DynamicTest unfit(String detail, Snapshot unfit) {
        return DynamicTest.dynamicTest(detail, () ->
                assertThatExceptionOfType(MalformedException.class)
                        .isThrownBy(() -> Restoring.restore(unfit, true, Ledgers.OWNERS))
                        .withMessageContaining(detail)
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.CONTRADICTION))
                        .satisfies(e -> assertThat(e.offset())
                                .isBetween(21L, (long) unfit.encode().length)));
    }

    private static void refused(Malformed reason, byte[] bytes) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Snapshot.decode(bytes))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
