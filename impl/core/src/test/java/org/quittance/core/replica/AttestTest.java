package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timer;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.codec.BlockContents;

/** System!Execute, Attest and Send. */
class AttestTest {

    private final Lone lone = new Lone(8);
    private final Height one = new Height(1);

    @Test
    void whatIsExecutedIsSignedAndSentOnceItIsDurable() {
        Body body = lone.finalizeNext(null);
        lone.sync();
        lone.execute(body);
        Digest root = lone.root(1);
        Attestation attestation = lone.four.attestation(0, 1, root);
        assertThat(lone.events).containsExactly(
                new SystemEvent.Execute(one, root, BlockContents.empty()),
                new SystemEvent.Attest(one, root));
        assertThat(lone.log).last().isEqualTo(new LogRecord.Attested(attestation));
        assertThat(lone.sent()).doesNotContain(attestation);
        lone.input(new Input.Persisted(lone.log.size() - 2));
        assertThat(lone.sent()).doesNotContain(attestation);
        lone.sync();
        assertThat(lone.sent()).containsOnlyOnce(attestation);
        assertThat(lone.events).last().isEqualTo(new SystemEvent.Send(one));
    }

    @Test
    void blocksAreExecutedInOrderAndOnlyThoseThatAreFinal() {
        Body body = lone.finalizeNext(null);
        Body second = lone.finalizeNext(null);
        assertThatIllegalArgumentException().isThrownBy(() -> lone.input(
                new ReplicaInput.BlockRead(one, second)));
        assertThatIllegalArgumentException().isThrownBy(() -> lone.input(
                new ReplicaInput.BlockRead(new Height(3), body)));
    }

    @Test
    void theBlockMustBeTheOneThatIsDue() {
        Body body = lone.finalizeNext(null);
        assertThatIllegalArgumentException().isThrownBy(() -> lone.input(
                new ReplicaInput.BlockRead(one, new Body(
                        body.block(), Lone.payload(lone.four.quittance(1, Digest.NONE, 1))))));
    }

    @Test
    void whatWasNotQuittedIsSentAgain() {
        for (int block = 0; block < 20; block++) {
            // Quittances for all but the last blocks, so that the gate stays open.
            lone.grow();
            lone.sync();
            if (block == 1) {
                lone.receive(1, lone.four.quittance(2, lone.root(2), 1, 2, 3));
            }
        }
        lone.effects.clear();
        rebroadcast();
        Quittance newest = lone.four.quittance(2, lone.root(2), 1, 2, 3);
        assertThat(lone.sent()).contains(newest);
        assertThat(lone.sent().stream().filter(Attestation.class::isInstance)
                .map(message -> ((Attestation) message).height().number()))
                .containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L,
                        19L, 20L);
        lone.receive(1, lone.four.quittance(19, lone.root(19), 1, 2, 3));
        lone.effects.clear();
        rebroadcast();
        assertThat(lone.sent()).filteredOn(Attestation.class::isInstance)
                .containsExactly(lone.four.attestation(0, 20, lone.root(20)));
    }

    @Test
    void whatIsQuittedAlreadyIsNotAttested() {
        lone.finalizeNext(null);
        Lone other = new Lone(8);
        Digest root = other.grow();
        Lone late = new Lone(8);
        late.receive(1, late.four.quittance(1, root, 1, 2, 3));
        assertThat(late.grow()).isEqualTo(root);
        assertThat(late.events).doesNotContain(new SystemEvent.Attest(one, root));
        assertThat(late.replica.divergence()).isEmpty();
    }

    @Test
    void afterARestartNothingIsSignedTwice() throws InconsistentLogException {
        lone.grow();
        lone.grow();
        lone.sync();
        Replica.Begun begun = restart(lone.log);
        assertThat(begun.step().events()).containsExactly(
                new SystemEvent.Restart(Height.GENESIS),
                new SystemEvent.Execute(one, lone.root(1), BlockContents.empty()),
                new SystemEvent.Execute(new Height(2), lone.root(2), BlockContents.empty()));
        assertThat(begun.step().effects()).contains(new ReplicaEffect.Ordering(
                new Effect.Send(lone.four.attestation(0, 2, lone.root(2)))));
    }

    /** An attestation whose record was lost in a crash was never sent, so it is made again. */
    @Test
    void whatWasNotDurableIsSignedAgain() throws InconsistentLogException {
        lone.grow();
        List<LogRecord> log = new ArrayList<>(lone.log);
        assertThat(log.remove(log.size() - 1)).isInstanceOf(LogRecord.Attested.class);
        Replica.Begun begun = restart(log);
        assertThat(begun.step().events())
                .contains(new SystemEvent.Attest(one, lone.root(1)));
    }

    @Test
    void aLogThatNoCorrectReplicaWroteIsRefused() {
        lone.grow();
        List<LogRecord> twice = new ArrayList<>(lone.log);
        twice.add(new LogRecord.Attested(lone.four.attestation(0, 1, Digest.NONE)));
        refused("two attestations for height 1", twice);
        List<LogRecord> foreign = new ArrayList<>(lone.log);
        foreign.add(new LogRecord.Attested(lone.four.attestation(2, 2, Digest.NONE)));
        refused("attestation by validator 2", foreign);
        List<LogRecord> gap = new ArrayList<>(lone.log);
        gap.removeIf(LogRecord.Stored.class::isInstance);
        refused("its payload isn't there", gap);
    }

    private void rebroadcast() {
        lone.input(new Input.TimerFired(Timer.REBROADCAST, lone.replica.ordering().view()));
    }

    private Replica.Begun restart(List<LogRecord> log) throws InconsistentLogException {
        return Replica.restart(lone.config,
                SettlementExecution.genesis(Market.GENESIS, EventSink.NONE), log);
    }

    private void refused(String why, List<LogRecord> log) {
        assertThatExceptionOfType(InconsistentLogException.class)
                .isThrownBy(() -> restart(log))
                .withMessageContaining(why);
    }
}
