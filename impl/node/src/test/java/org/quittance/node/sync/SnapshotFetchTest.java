package org.quittance.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Height;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Quittance;
import org.quittance.core.replica.SnapshotOffer;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.disk.Store;
import org.quittance.node.sync.SnapshotFetch.Lie;
import org.quittance.node.sync.SnapshotFetch.Vain;
import org.quittance.node.sync.SyncMessage.Head;
import org.quittance.node.sync.SyncMessage.Part;

/** Fetching from somebody who shows what is true, and from all kinds of liars. */
class SnapshotFetchTest {

    private static final int PEER = 2;
    private static final long ENOUGH = 1 << 24;

    /** So many accounts that a snapshot comes in two parts. */
    private static final Donor DONOR = new Donor(12_000, 3);

    @TempDir
    private Path directory;

    private final List<SyncMessage> asked = new ArrayList<>();

    /** Fetches from a peer who has this state and says this instead of what is true. */
    private Height fetch(Store.Quitted state, long mostBytes, long executed,
            UnaryOperator<SyncMessage> saying) throws Exception {
        SnapshotServer server = new SnapshotServer(() -> Optional.of(state));
        SnapshotFetch[] fetch = new SnapshotFetch[1];
        fetch[0] = new SnapshotFetch(Donor.config(0), directory, mostBytes, 50,
                (to, message) -> {
                    asked.add(message);
                    server.answer(0, ofTheState(state, message))
                            .map(answer -> asAsked(answer, message)).map(saying)
                            .ifPresent(answer -> fetch[0].answered(to, answer));
                });
        return fetch[0].from(PEER, executed);
    }

    /** Who shows another height than it has must send parts all the same. */
    private static SyncMessage ofTheState(Store.Quitted state, SyncMessage request) {
        return request instanceof SyncMessage.AskPart ask
                ? new SyncMessage.AskPart(state.kept().height(), ask.part())
                : request;
    }

    private static SyncMessage asAsked(SyncMessage answer, SyncMessage request) {
        return answer instanceof Part part && request instanceof SyncMessage.AskPart ask
                ? new Part(ask.height(), part.part(), part.bytes())
                : answer;
    }

    private boolean isKept() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).allMatch(file -> file.endsWith(OfferFile.NAME));
            return !all.isEmpty();
        }
    }

    @Test
    void whatIsTrueIsKept() throws Exception {
        assertThat(DONOR.head(3).parts()).isEqualTo(2);
        assertThat(fetch(DONOR.quitted(3), ENOUGH, 0, UnaryOperator.identity()))
                .isEqualTo(new Height(3));
        assertThat(isKept()).isTrue();
        SnapshotOffer offer = OfferFile.of(directory, Donor.VALIDATORS);
        assertThat(offer).isEqualTo(new SnapshotOffer(DONOR.quittance(3, 1, 2, 3),
                DONOR.snapshot(3), List.of(DONOR.body(3)), DONOR.finalization(3, 1, 2, 3)));
        assertThat(asked).containsExactly(new SyncMessage.AskHead(),
                new SyncMessage.AskPart(new Height(3), 0),
                new SyncMessage.AskPart(new Height(3), 1));
    }

    @TestFactory
    Stream<DynamicTest> liarsAreFoundOut() {
        Quittance few = DONOR.quittance(3, 1, 2);
        Quittance other = Donor.quittance(2, DONOR.snapshot(3).root(), 1, 2, 3);
        Certificate weak = DONOR.finalization(3, 1, 2);
        Body hollow = new Body(DONOR.body(3).block(),
                new Payload(Bytes.fromHex("00")));
        Snapshot richer = new Snapshot(DONOR.snapshot(3).entries().stream()
                .map(entry -> entry instanceof StateEntry.Account a && a.id() == 0
                        ? new StateEntry.Account(0, a.publicKey(), 9, a.nonce(), a.flagged())
                        : entry)
                .toList());
        return Stream.of(
                liar("a quittance of too few", "NOT_QUITTED",
                        head -> new Head(few, head.path(), head.finalization(), head.size())),
                liar("the block of another height", "OTHER_BLOCK",
                        head -> new Head(head.quittance(), List.of(DONOR.body(2)),
                                DONOR.finalization(2, 1, 2, 3), head.size())),
                liar("a quittance of another height", "OTHER_BLOCK",
                        head -> new Head(other, head.path(), head.finalization(), head.size())),
                liar("a finalization of too few", "NOT_FINAL",
                        head -> new Head(head.quittance(), head.path(), weak, head.size())),
                liar("a payload that isn't the block's", "NOT_A_CHAIN",
                        head -> new Head(head.quittance(), List.of(hollow),
                                head.finalization(), head.size())),
                liar("another length", "TRUNCATED",
                        head -> new Head(head.quittance(), head.path(), head.finalization(),
                                head.size() - 1)),
                liar("no length", "MALFORMED",
                        head -> new Head(head.quittance(), head.path(), head.finalization(), 0)),
                liarAbout("the state of another height", "OTHER_BLOCK", DONOR.snapshot(2)),
                liarAbout("a state with more money", "OTHER_ROOT", richer),
                liarInParts("a part that is too short", "TRUNCATED",
                        bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                liarInParts("bytes of no state", "MALFORMED", bytes -> new byte[bytes.length]));
    }

    private DynamicTest liar(String what, String reason, UnaryOperator<Head> lie) {
        return DynamicTest.dynamicTest(what, () -> refused(DONOR.quitted(3), reason, answer ->
                answer instanceof Head head ? lie.apply(head) : answer));
    }

    private DynamicTest liarInParts(String what, String reason, UnaryOperator<byte[]> lie) {
        return DynamicTest.dynamicTest(what, () -> refused(DONOR.quitted(3), reason, answer ->
                answer instanceof Part part
                        ? new Part(part.height(), part.part(),
                                Bytes.copyOf(lie.apply(part.bytes().toArray())))
                        : answer));
    }

    private DynamicTest liarAbout(String what, String reason, Snapshot shown) {
        Store.Quitted state = DONOR.quitted(3);
        return DynamicTest.dynamicTest(what, () -> refused(
                new Store.Quitted(new Store.Kept(new Height(3), shown), state.quittance(),
                        state.body(), state.finalization()), reason, UnaryOperator.identity()));
    }

    private void refused(Store.Quitted state, String reason, UnaryOperator<SyncMessage> saying)
            throws Exception {
        assertThatThrownBy(() -> fetch(state, ENOUGH, 0, saying))
                .isInstanceOf(Lie.class)
                .extracting(thrown -> ((Lie) thrown).reason()).isEqualTo(reason);
        assertThat(isKept()).isFalse();
    }

    @Test
    void aStateThatIsTooLongIsNotAskedFor() throws Exception {
        assertThatThrownBy(() -> fetch(DONOR.quitted(3), 1_000, 0, UnaryOperator.identity()))
                .isInstanceOf(Vain.class)
                .hasMessageContaining("setting sync.megabytes allows 1000");
        assertThat(asked).containsExactly(new SyncMessage.AskHead());
        assertThat(isKept()).isFalse();
    }

    @Test
    void aStateThatIsNoLaterIsOfNoUse() {
        assertThatThrownBy(() -> fetch(DONOR.quitted(3), ENOUGH, 3, UnaryOperator.identity()))
                .isInstanceOf(Vain.class).hasMessageContaining("of height 3");
    }

    @Test
    void whoSaysNothingIsAskedAgainAndThenNoMore() throws Exception {
        assertThatThrownBy(() -> fetch(DONOR.quitted(3), ENOUGH, 0, answer ->
                answer instanceof Part ? new SyncMessage.AskHead() : answer))
                .isInstanceOf(Vain.class).hasMessageContaining("doesn't answer");
        assertThat(asked).filteredOn(SyncMessage.AskPart.class::isInstance).hasSize(3);
        assertThat(isKept()).isFalse();
    }

    @Test
    void nobodyElseIsListenedTo() {
        SnapshotFetch fetch = new SnapshotFetch(
                Donor.config(0), directory, ENOUGH, 50, (to, message) -> { });
        assertThat(fetch.answered(PEER, DONOR.head(3))).isFalse();
    }
}
