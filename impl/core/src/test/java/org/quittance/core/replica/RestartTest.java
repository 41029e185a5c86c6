package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.commit.Snapshot;

/** System!Restart: what a replica knows again that comes back. */
class RestartTest {

    private static final Digest WRONG = Digest.fromHex("ab".repeat(32));

    private final Lone lone = new Lone(8);
    private final Height one = new Height(1);
    private final Digest root = lone.grow();

    private Replica.Begun fromGenesis() throws InconsistentLogException {
        return Replica.restart(lone.config,
                SettlementExecution.genesis(Market.GENESIS, EventSink.NONE), lone.log);
    }

    private Replica.Begun from(Snapshot snapshot, List<LogRecord> log)
            throws InconsistentLogException, MalformedException {
        return Replica.restart(lone.config,
                SettlementExecution.restore(Market.GENESIS, snapshot, EventSink.NONE), log);
    }

    private void receive(Replica replica, Message message) {
        replica.step(new ReplicaInput.Ordering(lone.four.received(3, message)));
    }

    @Test
    void itKnowsWhyItStopped() throws InconsistentLogException {
        lone.sync();
        Quittance quittance = lone.four.quittance(1, WRONG, 1, 2, 3);
        lone.receive(3, quittance);
        assertThat(fromGenesis().replica().divergence())
                .contains(new Divergence(root, quittance));
    }

    @Test
    void blocksAreExecutedAgainInTheirOrder() throws InconsistentLogException {
        Quittance quittance = lone.four.quittance(1, root, 1, 2, 3);
        lone.execute(lone.finalizeNext(quittance));
        Replica.Begun begun = fromGenesis();
        assertThat(begun.step().events()).filteredOn(SystemEvent.Execute.class::isInstance)
                .containsExactly(
                        new SystemEvent.Execute(one, root, BlockContents.empty()),
                        new SystemEvent.Execute(new Height(2), lone.root(2),
                                new BlockContents(Optional.of(quittance), List.of())));
        assertThat(begun.step().ordering()).isNotEmpty();
    }

    @Test
    void whatABlockSettledIsNotAttestedAgain() throws InconsistentLogException {
        lone.execute(lone.finalizeNext(lone.four.quittance(1, root, 1, 2, 3)));
        lone.log.removeIf(LogRecord.Attested.class::isInstance);
        assertThat(fromGenesis().step().events())
                .contains(new SystemEvent.Attest(new Height(2), lone.root(2)))
                .doesNotContain(new SystemEvent.Attest(one, root));
    }

    @Test
    void ownAttestationsCountAgain() throws InconsistentLogException {
        lone.sync();
        Replica replica = fromGenesis().replica();
        receive(replica, lone.four.attestation(1, 1, root));
        assertThat(replica.quittance()).isEmpty();
        receive(replica, lone.four.attestation(2, 1, root));
        assertThat(replica.quittance()).contains(lone.four.quittance(1, root, 0, 1, 2));
    }

    /** Of the snapshot's own height its root counts, whatever was attested before. */
    @Test
    void theSnapshotsRootIsComparedToTheQuittance() throws Exception {
        Snapshot snapshot = lone.replica.execution().snapshot();
        Attestation wrong = lone.four.attestation(0, 1, WRONG);
        lone.log.replaceAll(
                record -> record instanceof LogRecord.Attested
                        ? new LogRecord.Attested(wrong) : record);
        Replica replica = from(snapshot, lone.log).replica();
        receive(replica, lone.four.quittance(1, root, 1, 2, 3));
        assertThat(replica.divergence()).isEmpty();
        Replica other = from(snapshot, lone.log).replica();
        Quittance quittance = lone.four.quittance(1, WRONG, 1, 2, 3);
        receive(other, quittance);
        assertThat(other.divergence()).contains(new Divergence(root, quittance));
    }

    /** Neither executed, nor read. */
    @Test
    void aBlockThatTheSnapshotHasIsPassedBy() throws Exception {
        Quittance quittance = lone.four.quittance(1, root, 1, 2, 3);
        lone.execute(lone.finalizeNext(quittance));
        Lone late = new Lone(8);
        late.replica = from(lone.replica.execution().snapshot(), List.of()).replica();
        late.events.clear();
        late.execute(late.finalizeNext(null));
        late.execute(late.finalizeNext(quittance));
        assertThat(late.events).isEmpty();
        assertThat(late.replica.quittance()).isEmpty();
        late.execute(late.finalizeNext(null));
        assertThat(late.replica.execution().executed()).isEqualTo(new Height(3));
    }
}
