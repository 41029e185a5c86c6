package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Statement;
import org.quittance.core.replica.SnapshotInstall.Fault;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.commit.Entries;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.core.settlement.commit.StateEntry;

/** System!InstallSnapshot: which states a replica that is behind takes over, and what follows. */
class SnapshotInstallTest {

    private static final Height TWO = new Height(2);

    /** Somebody who has executed three blocks. */
    private final Lone donor = new Lone(8);
    private final Body first = grow();
    private final Snapshot one = donor.replica.execution().snapshot();
    private final Body second = grow();
    private final Snapshot two = donor.replica.execution().snapshot();
    private final Body third = grow();
    private final Snapshot three = donor.replica.execution().snapshot();

    /** Whoever is behind: nothing is in its log. */
    private final Lone late = new Lone(8);

    private Body grow() {
        Body body = donor.finalizeNext(null);
        donor.execute(body);
        return body;
    }

    private Quittance quittance(long height, Snapshot snapshot) {
        return donor.four.quittance(height, snapshot.root(), 1, 2, 3);
    }

    private Certificate finalization(Block block) {
        return donor.four.certificate(Statement.finalization(block), 1, 2, 3);
    }

    private SnapshotOffer offer() {
        return new SnapshotOffer(
                quittance(2, two), two, List.of(second), finalization(second.block()));
    }

    private SnapshotInstall install(LogRecord... log) {
        return new SnapshotInstall(late.config, List.of(log), Height.GENESIS);
    }

    private Fault refused(SnapshotOffer offer) {
        return install().canInstallSnapshot(offer).orElseThrow();
    }

    private Replica.Begun begin(Snapshot snapshot, List<LogRecord> log) throws Exception {
        return Replica.restart(late.config,
                SettlementExecution.restore(Market.GENESIS, snapshot, EventSink.NONE), log);
    }

    @Test
    void aStateThatAQuittanceVouchesForIsTakenOver() throws Exception {
        assertThat(install().canInstallSnapshot(offer())).isEmpty();
        List<LogRecord> log = new ArrayList<>(install().installSnapshot(offer()));
        assertThat(log).containsExactly(
                new LogRecord.Stored(second),
                new LogRecord.Held(finalization(second.block())),
                new LogRecord.Committed(TWO, second.block()));

        Replica.Begun begun = begin(two, log);
        assertThat(begun.step().events()).containsExactly(new SystemEvent.Restart(TWO));
        assertThat(begun.replica().ordering().committed()).isEqualTo(second.block());

        // It goes on from there, to the same roots; and attests those that it came to itself.
        late.replica = begun.replica();
        late.log.clear();
        late.log.addAll(log);
        late.events.clear();
        late.receive(1, donor.four.certificate(Statement.notarize(third.block()), 1, 2, 3));
        late.receive(1, finalization(third.block()));
        late.receive(1, new BlockResponse(List.of(third)));
        late.height = 3;
        late.execute(third);
        assertThat(late.root(3)).isEqualTo(three.root());
        assertThat(late.events).filteredOn(SystemEvent.Attest.class::isInstance)
                .containsExactly(new SystemEvent.Attest(new Height(3), three.root()));
    }

    /** The block itself needn't have a finalization: one on top of it does as well. */
    @Test
    void blocksOnTopAreExecutedAtOnce() throws Exception {
        SnapshotOffer offer = new SnapshotOffer(quittance(2, two), two,
                List.of(second, third), finalization(third.block()));
        assertThat(install().canInstallSnapshot(offer)).isEmpty();
        Replica.Begun begun = begin(two, install().installSnapshot(offer));
        assertThat(begun.replica().execution().executed()).isEqualTo(new Height(3));
        assertThat(begun.replica().execution().trie().root()).isEqualTo(three.root());
    }

    /** A genuine quittance, its genuine state, and a genuine final block of another height. */
    @Test
    void theBlockOfAnotherHeightIsRefused() {
        assertThat(refused(new SnapshotOffer(quittance(2, two), two, List.of(third),
                finalization(third.block())))).isEqualTo(Fault.OTHER_BLOCK);
        assertThat(refused(new SnapshotOffer(quittance(2, two), two, List.of(first, second),
                finalization(second.block())))).isEqualTo(Fault.OTHER_BLOCK);
        assertThat(refused(new SnapshotOffer(quittance(2, two), one, List.of(second),
                finalization(second.block())))).isEqualTo(Fault.OTHER_BLOCK);
        assertThat(refused(new SnapshotOffer(quittance(3, two), two, List.of(second),
                finalization(second.block())))).isEqualTo(Fault.OTHER_BLOCK);
    }

    /** A state that names the right block, and is not the one that was settled. */
    @Test
    void anotherRootIsRefused() {
        Snapshot changed = new Snapshot(two.entries().stream()
                .map(entry -> entry instanceof StateEntry.Account a
                        ? new StateEntry.Account(a.id(), a.publicKey(), a.cash() + 1, a.nonce(),
                                a.flagged())
                        : entry)
                .toList());
        assertThat(changed.lastBlock()).isEqualTo(two.lastBlock());
        assertThat(refused(new SnapshotOffer(quittance(2, two), changed, List.of(second),
                finalization(second.block())))).isEqualTo(Fault.OTHER_ROOT);
    }

    @Test
    void signaturesAreChecked() {
        Quittance few = donor.four.quittance(2, two.root(), 1, 2);
        assertThat(refused(new SnapshotOffer(few, two, List.of(second),
                finalization(second.block())))).isEqualTo(Fault.NOT_QUITTED);
        Digest other = Digest.sha256("test/other");
        Quittance forged = new Quittance(TWO, two.root(),
                donor.four.quittance(2, other, 1, 2, 3).endorsements());
        assertThat(refused(new SnapshotOffer(forged, two, List.of(second),
                finalization(second.block())))).isEqualTo(Fault.NOT_QUITTED);
        assertThat(refused(new SnapshotOffer(quittance(2, two), two, List.of(second),
                donor.four.certificate(Statement.finalization(second.block()), 1, 2))))
                .isEqualTo(Fault.NOT_FINAL);
        assertThat(refused(new SnapshotOffer(quittance(2, two), two, List.of(second),
                donor.four.certificate(Statement.notarize(second.block()), 1, 2, 3))))
                .isEqualTo(Fault.NOT_FINAL);
        assertThat(refused(new SnapshotOffer(quittance(2, two), two, List.of(second),
                finalization(third.block())))).isEqualTo(Fault.NOT_FINAL);
    }

    @Test
    void blocksAreWholeAndAChain() {
        Body hollow = new Body(second.block(), Lone.payload(quittance(1, one)));
        assertThat(refused(new SnapshotOffer(quittance(2, two), two, List.of(hollow),
                finalization(second.block())))).isEqualTo(Fault.NOT_A_CHAIN);
        assertThat(refused(new SnapshotOffer(quittance(2, two), two, List.of(second, first),
                finalization(first.block())))).isEqualTo(Fault.NOT_A_CHAIN);
    }

    @Test
    void nobodyGoesBack() {
        SnapshotInstall atTwo = new SnapshotInstall(late.config, List.of(), TWO);
        assertThat(atTwo.canInstallSnapshot(offer())).contains(Fault.NOT_ABOVE);
        assertThat(install(new LogRecord.Committed(new Height(3), third.block()))
                .canInstallSnapshot(offer())).contains(Fault.NOT_ABOVE);
        assertThatIllegalArgumentException().isThrownBy(() -> atTwo.installSnapshot(offer()))
                .withMessageContaining("NOT_ABOVE");
    }

    @Test
    void whoHasStoppedStaysSo() {
        assertThat(install(new LogRecord.Diverged(one.root(), quittance(1, two)))
                .canInstallSnapshot(offer())).contains(Fault.STOPPED);
    }

    /** What it signed itself must be in its log: or else the log was lost, or is an old one. */
    @Test
    void whoHasSignedAndForgottenIsRefused() {
        SnapshotOffer attested = new SnapshotOffer(
                donor.four.quittance(2, two.root(), 0, 1, 2), two, List.of(second),
                finalization(second.block()));
        assertThat(refused(attested)).isEqualTo(Fault.LOG_INCOMPLETE);
        assertThat(install(new LogRecord.Attested(donor.four.attestation(0, 2, two.root())))
                .canInstallSnapshot(attested)).isEmpty();
        SnapshotOffer voted = new SnapshotOffer(quittance(2, two), two, List.of(second),
                donor.four.certificate(Statement.finalization(second.block()), 0, 1, 2));
        assertThat(refused(voted)).isEqualTo(Fault.LOG_INCOMPLETE);
        assertThat(install(new LogRecord.Own(donor.four.vote(
                0, Statement.finalization(second.block())))).canInstallSnapshot(voted)).isEmpty();
    }

    /** The state of settlement alone, which names no block, is nobody's who orders. */
    @Test
    void aStateWithoutABlockIsRefused() {
        Snapshot bare = new Snapshot(two.entries().subList(0, two.entries().size() - 1));
        assertThat(bare.entries()).hasSameSizeAs(Entries.all(
                ((SettlementExecution) donor.replica.execution()).settlement().state().ledger()));
        assertThat(refused(new SnapshotOffer(quittance(2, bare), bare, List.of(second),
                finalization(second.block())))).isEqualTo(Fault.OTHER_BLOCK);
    }
}
