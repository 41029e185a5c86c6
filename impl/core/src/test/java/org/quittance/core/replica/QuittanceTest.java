package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.codec.BlockContents;

/** System!FormQuittance, ReceiveQuittance and Stop; evidence. */
class QuittanceTest {

    private static final Digest WRONG = Digest.fromHex("ab".repeat(32));

    private final Lone lone = new Lone(8);
    private final Height one = new Height(1);
    private final Digest root = lone.grow();

    private Attestation attestation(int signer, Digest attested) {
        return lone.four.attestation(signer, 1, attested);
    }

    @Test
    void aQuorumOfEqualAttestationsIsAQuittance() {
        lone.receive(1, attestation(1, root));
        lone.receive(2, attestation(2, root));
        // The own one counts once it is durable, and not before.
        assertThat(lone.replica.quittance()).isEmpty();
        lone.sync();
        Quittance quittance = lone.four.quittance(1, root, 0, 1, 2);
        assertThat(lone.replica.quittance()).contains(quittance);
        assertThat(lone.events).endsWith(
                new SystemEvent.ReceiveAttestation(attestation(1, root)),
                new SystemEvent.ReceiveAttestation(attestation(2, root)),
                new SystemEvent.Send(one),
                new SystemEvent.FormQuittance(one, root, quittance.signers()));
    }

    @Test
    void differentAttestationsAreNone() {
        lone.sync();
        lone.receive(1, attestation(1, root));
        lone.receive(2, attestation(2, WRONG));
        lone.receive(2, attestation(2, WRONG));
        assertThat(lone.replica.quittance()).isEmpty();
        lone.receive(3, attestation(3, root));
        assertThat(lone.replica.quittance())
                .contains(lone.four.quittance(1, root, 0, 1, 3));
    }

    /** Nobody can make up for missing weight by attesting twice. */
    @Test
    void noAttestationCountsTwice() {
        lone.sync();
        for (int again = 0; again < 4; again++) {
            lone.receive(2, attestation(1, root));
        }
        assertThat(lone.replica.quittance()).isEmpty();
        assertThat(lone.events).filteredOn(SystemEvent.ReceiveAttestation.class::isInstance)
                .hasSize(1);
    }

    @Test
    void oneThatIsReceivedIsAsGood() {
        Quittance quittance = lone.four.quittance(1, root, 1, 2, 3);
        lone.receive(3, quittance);
        lone.receive(2, quittance);
        lone.receive(2, lone.four.quittance(1, root, 1, 2, 3));
        assertThat(lone.replica.quittance()).contains(quittance);
        assertThat(lone.events).endsWith(
                new SystemEvent.ReceiveQuittance(one, root, quittance.signers()));
    }

    @Test
    void oneOfAnotherRootStopsTheReplica() throws InconsistentLogException {
        lone.sync();
        Quittance quittance = lone.four.quittance(1, WRONG, 1, 2, 3);
        int before = lone.events.size();
        lone.receive(3, quittance);
        Divergence divergence = new Divergence(root, quittance);
        assertThat(lone.replica.divergence()).contains(divergence);
        assertThat(lone.log).last().isEqualTo(new LogRecord.Diverged(root, quittance));
        // It does nothing any more, but says so only when it can't forget.
        assertThat(lone.replica.isStopped()).isFalse();
        int effects = lone.effects.size();
        lone.receive(1, lone.four.attestation(1, 2, root));
        lone.receive(1, lone.proposal(lone.next(null)));
        assertThat(lone.effects).hasSize(effects);
        lone.sync();
        assertThat(lone.effects).last().isEqualTo(new ReplicaEffect.Stop(divergence));
        assertThat(lone.replica.isStopped()).isTrue();
        assertThat(lone.events.subList(before, lone.events.size())).containsExactly(
                new SystemEvent.ReceiveQuittance(one, WRONG, quittance.signers()),
                new SystemEvent.Stop(one));
        Replica.Begun begun = Replica.restart(lone.config,
                SettlementExecution.genesis(Market.GENESIS, EventSink.NONE), lone.log);
        assertThat(begun.replica().isStopped()).isTrue();
        assertThat(begun.step().effects())
                .containsExactly(new ReplicaEffect.Stop(divergence));
        assertThat(begun.step().events()).isEmpty();
        assertThat(begun.replica().execution().executed()).isEqualTo(Height.GENESIS);
    }

    @Test
    void oneOfAnotherRootThatItMadeItselfStopsItToo() {
        for (int signer = 1; signer <= 3; signer++) {
            lone.receive(signer, attestation(signer, WRONG));
        }
        assertThat(lone.replica.divergence())
                .contains(new Divergence(root, lone.four.quittance(1, WRONG, 1, 2, 3)));
    }

    @Test
    void oneForAHeightOfAnEarlierLifeStopsItToo() throws Exception {
        lone.grow();
        lone.sync();
        Replica again = Replica.restart(lone.config,
                SettlementExecution.restore(Market.GENESIS,
                        lone.replica.execution().snapshot(), EventSink.NONE),
                lone.log).replica();
        assertThat(again.execution().executed()).isEqualTo(new Height(2));
        Quittance quittance = lone.four.quittance(1, WRONG, 1, 2, 3);
        again.step(new ReplicaInput.Ordering(lone.four.received(3, quittance)));
        assertThat(again.divergence()).contains(new Divergence(root, quittance));
    }

    @Test
    void oneThatCameBeforeTheBlockStopsItToo() {
        Quittance quittance = lone.four.quittance(2, WRONG, 1, 2, 3);
        lone.receive(3, quittance);
        Digest second = lone.grow();
        lone.sync();
        assertThat(lone.events).endsWith(
                new SystemEvent.Execute(new Height(2), second, BlockContents.empty()),
                new SystemEvent.Stop(new Height(2)));
        assertThat(lone.replica.divergence()).contains(new Divergence(second, quittance));
    }

    @Test
    void oneInABlockCountsWhenTheBlockIsProposed() {
        Quittance quittance = lone.four.quittance(1, root, 1, 2, 3);
        lone.receive(1, lone.proposal(lone.next(quittance)));
        assertThat(lone.replica.quittance()).contains(quittance);
    }

    /** Signatures cost time, so a proposal is searched for what is newer; a block is executed. */
    @Test
    void aSecondOneOfItsHeightConvictsOnceTheBlockIsFinal() {
        lone.receive(3, lone.four.quittance(1, root, 0, 1, 2));
        Quittance second = lone.four.quittance(1, WRONG, 1, 2, 3);
        lone.receive(1, lone.proposal(lone.next(second)));
        assertThat(accusations()).isEmpty();
        lone.execute(lone.finalizeNext(second));
        assertThat(accusations()).hasSize(3);
    }

    @Test
    void oneInABlockIsVerified() {
        Quittance light = lone.four.quittance(1, root, 1, 2);
        lone.receive(1, lone.proposal(lone.next(light)));
        lone.execute(lone.finalizeNext(light));
        assertThat(lone.replica.quittance()).isEmpty();
        var settlement = ((SettlementExecution) lone.replica.execution()).settlement();
        assertThat(settlement.state().treasury().quitted()).isZero();
    }

    @Test
    void settlementLearnsOfOneInABlock() {
        Quittance quittance = lone.four.quittance(1, root, 1, 2, 3);
        lone.execute(lone.finalizeNext(quittance));
        var settlement = ((SettlementExecution) lone.replica.execution()).settlement();
        assertThat(settlement.state().treasury().quitted()).isEqualTo(1);
        assertThat(lone.events).contains(new SystemEvent.Execute(new Height(2), lone.root(2),
                new BlockContents(Optional.of(quittance), List.of())));
    }

    @Test
    void whoeverAttestsTwoRootsIsAccusedOnce() throws InconsistentLogException {
        lone.receive(2, attestation(2, root));
        lone.receive(1, attestation(2, WRONG));
        lone.receive(1, attestation(2, Digest.NONE));
        AttestationEvidence evidence = AttestationEvidence.of(
                attestation(2, root), attestation(2, WRONG)).orElseThrow();
        assertThat(accusations()).containsExactly(evidence);
        assertThat(lone.log).contains(new LogRecord.Accused(evidence));
        // Not again after a restart.
        Replica.Begun begun = Replica.restart(lone.config,
                SettlementExecution.genesis(Market.GENESIS, EventSink.NONE), lone.log);
        List<ReplicaEffect> effects = new ArrayList<>();
        for (Digest attested : List.of(root, WRONG)) {
            effects.addAll(begun.replica().step(new ReplicaInput.Ordering(
                    lone.four.received(2, attestation(2, attested)))).effects());
        }
        assertThat(effects).noneMatch(ReplicaEffect.Accuse.class::isInstance);
    }

    @Test
    void whoeverContradictsAQuittanceIsAccused() {
        lone.receive(3, attestation(3, WRONG));
        Quittance quittance = lone.four.quittance(1, root, 0, 1, 2);
        lone.receive(2, quittance);
        assertThat(accusations()).containsExactly(
                AttestationEvidence.of(attestation(3, WRONG), quittance).orElseThrow());
        assertThat(accusations().get(0))
                .isInstanceOf(AttestationEvidence.AgainstQuittance.class);
    }

    @Test
    void alsoWhenTheAttestationComesLater() {
        lone.receive(2, lone.four.quittance(1, root, 0, 1, 2));
        lone.receive(3, attestation(3, WRONG));
        assertThat(accusations()).hasSize(1);
        assertThat(accusations().get(0).culprit().index()).isEqualTo(3);
    }

    /** It may be the replica itself that is right: then the others are for others to judge. */
    @Test
    void nobodyAccusesItself() {
        lone.sync();
        lone.receive(2, lone.four.quittance(1, WRONG, 1, 2, 3));
        assertThat(accusations()).isEmpty();
    }

    @Test
    void whoeverSignedTwoQuittancesIsAccused() {
        lone.receive(2, lone.four.quittance(1, root, 0, 1, 2));
        lone.receive(2, lone.four.quittance(1, WRONG, 1, 2, 3));
        assertThat(accusations()).extracting(evidence -> evidence.culprit().index())
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(lone.replica.divergence()).isEmpty();
    }

    @Test
    void memoryStaysBounded() {
        for (long h = 2; h < 5_000; h++) {
            for (int signer = 1; signer < 4; signer++) {
                lone.receive(1, lone.four.attestation(signer, h, signer == 1 ? WRONG : root));
            }
        }
        assertThat(lone.replica.size()).isLessThan(4 * 200);
        for (long h = 2; h < 2_000; h++) {
            lone.receive(1, lone.four.quittance(h, root, 1, 2, 3));
        }
        assertThat(lone.replica.system().recentQuittance(new Height(1_999))).isPresent();
        assertThat(lone.replica.system().recentQuittance(new Height(500))).isEmpty();
    }

    private List<AttestationEvidence> accusations() {
        return lone.effects.stream()
                .filter(ReplicaEffect.Accuse.class::isInstance)
                .map(effect -> ((ReplicaEffect.Accuse) effect).evidence())
                .toList();
    }
}
