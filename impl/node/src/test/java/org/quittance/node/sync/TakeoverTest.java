package org.quittance.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Effect;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.SettlementExecution;
import org.quittance.core.settlement.EventSink;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.disk.DataDirectory;
import org.quittance.node.disk.Store;
import org.quittance.node.disk.SystemDisk;
import org.quittance.node.disk.VoteLog;
import org.quittance.node.sync.SyncMessage.Head;

/** What is in a data directory after a state was taken over, or was to be. */
class TakeoverTest {

    private static final ValidatorId SELF = new ValidatorId(0);
    private static final Donor DONOR = new Donor(2, 3);
    private static final Height TWO = new Height(2);

    @TempDir
    private Path directory;

    private final List<Height> told = new ArrayList<>();

    /** A log with these records. */
    private void begin(LogRecord... records) throws Exception {
        try (DataDirectory data = DataDirectory.open(directory, true);
                VoteLog log = VoteLog.create(
                        new SystemDisk(), data, Donor.VALIDATORS, SELF).log()) {
            List<Effect.Persist> numbered = new ArrayList<>();
            for (LogRecord record : records) {
                numbered.add(new Effect.Persist(numbered.size(), record));
            }
            log.append(numbered);
        }
    }

    /** A state that was fetched in the last life. */
    private void fetched(Quittance quittance) throws Exception {
        Head head = DONOR.head(2);
        try (OfferFile file = OfferFile.begin(directory, Donor.VALIDATORS,
                new Head(quittance, head.path(), head.finalization(), head.size()))) {
            file.add(Bytes.copyOf(DONOR.snapshot(2).encode()));
            file.keep();
        }
    }

    private boolean finish() throws Refusal {
        return new Takeover(new SystemDisk(), directory, Donor.config(0),
                (log, kept, offer) -> told.add(offer.quittance().height())).finish();
    }

    private List<LogRecord> log() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory, false)) {
            VoteLog.Opened opened =
                    VoteLog.open(new SystemDisk(), data, Donor.VALIDATORS, SELF);
            opened.log().close();
            return opened.records();
        }
    }

    private Optional<Store.Quitted> stored() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory, false);
                Store store = Store.open(data, Donor.VALIDATORS)) {
            return store.quittedSnapshot();
        }
    }

    private static LogRecord[] installed() {
        return new LogRecord[] {
            new LogRecord.Stored(DONOR.body(2)),
            new LogRecord.Held(DONOR.finalization(2, 1, 2, 3)),
            new LogRecord.Committed(TWO, DONOR.body(2).block())
        };
    }

    @Test
    void theLogAndTheStoreGoOnFromThere() throws Exception {
        begin();
        fetched(DONOR.quittance(2, 1, 2, 3));
        assertThat(finish()).isTrue();
        assertThat(told).containsExactly(TWO);
        assertThat(log()).containsExactly(installed());
        assertThat(stored()).contains(DONOR.quitted(2));
        assertThat(OfferFile.isIn(directory)).isFalse();

        // The core begins with that, and has the state.
        Replica.Begun begun = Replica.restart(Donor.config(0),
                SettlementExecution.restore(Donor.genesis(2),
                        stored().orElseThrow().kept().snapshot(), EventSink.NONE), log());
        assertThat(begun.replica().execution().executed()).isEqualTo(TWO);
        assertThat(begun.replica().execution().trie().root())
                .isEqualTo(DONOR.snapshot(2).root());

        assertThat(finish()).isFalse();
        assertThat(told).hasSize(1);
        assertThat(log()).hasSize(3);
    }

    /** Killed after the log was written: the rest is done, and nothing twice. */
    @Test
    void whatWasBegunIsFinished() throws Exception {
        begin(installed());
        fetched(DONOR.quittance(2, 1, 2, 3));
        finish();
        assertThat(told).isEmpty();
        assertThat(log()).containsExactly(installed());
        assertThat(stored()).contains(DONOR.quitted(2));
        assertThat(OfferFile.isIn(directory)).isFalse();
    }

    @Test
    void whoIsFurtherByNowNeedsItNoMore() throws Exception {
        LogRecord later = new LogRecord.Committed(new Height(3), DONOR.body(3).block());
        begin(later);
        fetched(DONOR.quittance(2, 1, 2, 3));
        finish();
        assertThat(log()).containsExactly(later);
        assertThat(stored()).isEmpty();
        assertThat(OfferFile.isIn(directory)).isFalse();
    }

    /** What this validator has attested isn't in its log: that is not its log, or not all of it. */
    @Test
    void aLogThatWasLostIsARefusal() throws Exception {
        begin();
        fetched(DONOR.quittance(2, 0, 1, 2));
        assertThatThrownBy(this::finish).isInstanceOf(Refusal.class)
                .hasMessageContaining("bring back the newest log")
                .extracting(thrown -> ((Refusal) thrown).code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(log()).isEmpty();
        assertThat(stored()).isEmpty();
        assertThat(OfferFile.isIn(directory)).isTrue();
    }

    @Test
    void aFileThatIsDamagedIsThrownAway() throws Exception {
        begin();
        fetched(DONOR.quittance(2, 1, 2, 3));
        Path file = directory.resolve(OfferFile.NAME);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {0, 19, 40, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            finish();
            assertThat(log()).isEmpty();
            assertThat(stored()).isEmpty();
            assertThat(OfferFile.isIn(directory)).isFalse();
        }
        assertThat(told).isEmpty();
    }
}
