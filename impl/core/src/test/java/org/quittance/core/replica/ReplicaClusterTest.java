package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Four;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Difference;
import org.quittance.core.settlement.commit.EntryKeys;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.Proof;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.commit.StateProof;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Side;

/** Four replicas order, execute and attest real commands. */
class ReplicaClusterTest {

    private final Replicas cluster = new Replicas(4);

    @Test
    void quittancesFormAndCommandsTakeEffectOnce() {
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(10_000);
        checkAgreement();
        for (int node = 0; node < 4; node++) {
            assertThat(cluster.executed(node)).isGreaterThan(20);
            assertThat(cluster.quitted(node)).isGreaterThan(cluster.executed(node) - 4);
            var ledger = cluster.settlement(node).settlement().state().ledger();
            assertThat(ledger.treasury().quitted()).isGreaterThan(cluster.executed(node) - 6);
            assertThat(ledger.positions().count(Market.TRADER)).isEqualTo(1);
            // Two contracts at 50, and the deposit once though it was proposed by all.
            assertThat(ledger.accounts().cash(Market.TRADER))
                    .isEqualTo(Market.CASH + 700 - 2 * 50);
        }
        assertThat(cluster.accusations).isEmpty();
        assertThat(cluster.stops).isEmpty();
    }

    /** There is a block in each view: no leader has lost its own. */
    @Test
    void anyoneMaySubmitWhatMayNotBeInABlock() {
        cluster.start(0, 1, 2, 3);
        SealedCommand good = Market.deposit(9, 1);
        SealedCommand forged = new SealedCommand(
                new Command.Deposit(8, 0, Four.SCHEME.signer(1).publicKey(), 1), good.seals());
        SealedCommand falseEvidence = Market.seal(new Command.SubmitEvidence(
                1, EvidenceKind.VOTE, 3, Bytes.fromHex("01"), Bytes.fromHex("02")));
        cluster.submit(List.of(forged, falseEvidence));
        trade();
        cluster.run(10_000);
        checkAgreement();
        for (int node = 0; node < 4; node++) {
            long view = cluster.replicas.get(node).ordering().view().number();
            assertThat(cluster.executed(node)).isBetween(view - 4, view);
        }
        assertThat(cluster.leftOut).hasSize(8).contains(forged, falseEvidence);
    }

    @Test
    void aClientNeedsNothingButTheQuittanceAndAProof() {
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(10_000);
        Quittance quittance = cluster.replicas.get(2).quittance().orElseThrow();
        assertThat(cluster.four.verifier.faultOf(quittance)).isEmpty();
        MerkleTrie trie = cluster.snapshots.get(1).get(quittance.height()).trie();
        Proof proof = trie.prove(EntryKeys.position(Market.TRADER, 1)).orElseThrow();
        assertThat(StateProof.verifyPosition(quittance.root(), Market.TRADER, 1, proof))
                .contains(new StateEntry.Position(Market.TRADER, 1, 2));
    }

    @Test
    void aReplicaThatExecutesWronglyStopsAndSaysWhere() {
        cluster.plant(3, Forgetful::new);
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(10_000);
        assertThat(cluster.stops).hasSize(1);
        Divergence report = cluster.stops.get(0);
        Height height = report.height();
        assertThat(cluster.replicas.get(3).isStopped()).isTrue();
        assertThat(report.own()).isEqualTo(cluster.roots.get(3).get(height));
        assertThat(report.quittance().root()).isEqualTo(cluster.roots.get(0).get(height));
        assertThat(report.own()).isNotEqualTo(report.quittance().root());
        assertThat(cluster.events.get(3)).last().isEqualTo(new SystemEvent.Stop(height));
        assertThat(report.describe()).contains(
                "block " + height.number(), report.own().hex(), report.quittance().root().hex());
        Snapshot mine = cluster.snapshots.get(3).get(height);
        Snapshot theirs = cluster.snapshots.get(0).get(height);
        Difference first = report.firstDifference(mine, theirs).orElseThrow();
        assertThat(first.own()).isPresent().isNotEqualTo(first.other());
        assertThat(report.firstDifference(theirs, mine)).isEmpty();
        // The others go on without it, and it stays where it is, though it gets all messages.
        long executed = cluster.executed(3);
        cluster.run(10_000);
        assertThat(cluster.executed(3)).isEqualTo(executed);
        assertThat(cluster.executed(0)).isGreaterThan(executed + 10);
    }

    @Test
    void whoeverStoppedStaysSo() throws InconsistentLogException {
        cluster.plant(3, Forgetful::new);
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(10_000);
        cluster.crash(3);
        cluster.plant(3, execution -> execution);
        int events = cluster.events.get(3).size();
        cluster.restart(3);
        cluster.run(5_000);
        assertThat(cluster.replicas.get(3).isStopped()).isTrue();
        assertThat(cluster.stops).hasSize(2);
        assertThat(cluster.stops.get(1)).isEqualTo(cluster.stops.get(0));
        assertThat(cluster.events.get(3)).hasSize(events);
    }

    @Test
    void orderingStopsWhenQuittancesLagAndGoesOnWhenTheyDont() {
        cluster.start(0, 1, 2, 3);
        cluster.filter = (from, to, message) ->
                !(message instanceof Attestation || message instanceof Quittance);
        cluster.run(60_000);
        for (int node = 0; node < 4; node++) {
            // The spec's BoundedLag: maxLag, and the one that was voted for.
            assertThat(cluster.executed(node)).isBetween(1L, 5L);
            assertThat(cluster.quitted(node)).isZero();
        }
        assertThat(LongStream.range(0, 4).map(node -> cluster.executed((int) node)).max())
                .hasValue(5);
        cluster.filter = (from, to, message) -> true;
        cluster.run(60_000);
        for (int node = 0; node < 4; node++) {
            assertThat(cluster.executed(node)).isGreaterThan(15);
            assertThat(cluster.quitted(node)).isGreaterThan(cluster.executed(node) - 4);
        }
        checkAgreement();
    }

    @Test
    void twoWrongReplicasOfFourStopTheSystem() {
        cluster.plant(2, Forgetful::new);
        cluster.plant(3, Forgetful::new);
        cluster.start(0, 1, 2, 3);
        cluster.run(2_000);
        trade();
        cluster.run(60_000);
        // Nobody knows who is right, so nothing is settled, and nobody stops.
        assertThat(cluster.stops).isEmpty();
        for (int node = 0; node < 4; node++) {
            assertThat(cluster.executed(node) - cluster.quitted(node)).isBetween(1L, 5L);
        }
        long executed = cluster.executed(0);
        cluster.run(60_000);
        assertThat(cluster.executed(0)).isEqualTo(executed);
    }

    @Test
    void threeOfFourAreEnough() {
        cluster.start(0, 1, 2);
        trade();
        cluster.run(60_000);
        assertThat(cluster.quitted(1)).isGreaterThan(5);
        checkAgreement();
    }

    @Test
    void lossOnlyDelays() {
        cluster.filter = (from, to, message) -> cluster.random.nextInt(100) >= 25;
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(120_000);
        for (int node = 0; node < 4; node++) {
            assertThat(cluster.quitted(node)).isGreaterThan(5);
            assertThat(cluster.settlement(node).settlement().state().ledger()
                    .positions().count(Market.TRADER)).isEqualTo(1);
        }
        checkAgreement();
    }

    @Test
    void afterARestartTheSameBlocksGiveTheSameRoots() throws InconsistentLogException {
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(5_000);
        TreeMap<Height, Digest> before = new TreeMap<>(cluster.roots.get(1));
        cluster.crash(1);
        cluster.roots.get(1).clear();
        cluster.restart(1);
        // What the log commits is executed again at once; what it doesn't comes in anew.
        long again = cluster.executed(1);
        assertThat(again).isGreaterThan(5);
        cluster.run(5_000);
        assertThat(cluster.roots.get(1)).containsAllEntriesOf(before);
        assertThat(cluster.executed(1)).isGreaterThan(again);
        checkAgreement();
    }

    @Test
    void aSnapshotAndTheRestOfTheLogDoAsWell()
            throws InconsistentLogException, MalformedException {
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(5_000);
        TreeMap<Height, Digest> before = new TreeMap<>(cluster.roots.get(1));
        Height kept = new Height(before.lastKey().number() / 2);
        cluster.crash(1);
        cluster.restart(1, cluster.snapshots.get(1).get(kept));
        assertThat(cluster.events.get(1)).contains(new SystemEvent.Restart(kept));
        assertThat(cluster.events.get(1)).anyMatch(
                event -> event instanceof SystemEvent.Execute(var height, var root, var contents)
                        && height.equals(kept.next())
                        && root.equals(before.get(kept.next())));
        cluster.run(5_000);
        assertThat(cluster.executed(1)).isGreaterThan(before.size());
        assertThat(cluster.roots.get(1)).containsAllEntriesOf(before);
        checkAgreement();
    }

    /** A snapshot may be of a height that the log doesn't commit yet. */
    @Test
    void aSnapshotMayBeAheadOfTheLog() throws InconsistentLogException, MalformedException {
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(5_000);
        cluster.crash(1);
        List<LogRecord> log = cluster.logs.get(1);
        while (!(log.get(log.size() - 1) instanceof LogRecord.Committed)) {
            log.remove(log.size() - 1);
        }
        log.remove(log.size() - 1);
        Height last = ((TreeMap<Height, Snapshot>) cluster.snapshots.get(1)).lastKey();
        cluster.restart(1, cluster.snapshots.get(1).get(last));
        cluster.run(5_000);
        assertThat(cluster.executed(1)).isGreaterThan(last.number());
        checkAgreement();
    }

    @Test
    void allMayCrashAndComeBack() throws InconsistentLogException {
        cluster.start(0, 1, 2, 3);
        trade();
        cluster.run(5_000);
        for (int node = 0; node < 4; node++) {
            cluster.crash(node);
        }
        cluster.run(1_000);
        for (int node = 0; node < 4; node++) {
            cluster.restart(node);
        }
        long executed = cluster.executed(0);
        cluster.run(20_000);
        assertThat(cluster.executed(0)).isGreaterThan(executed + 10);
        assertThat(cluster.quitted(0)).isGreaterThan(executed);
        checkAgreement();
        assertThat(cluster.accusations).isEmpty();
    }

    /** Whoever was away learns what was settled from the blocks, and from the others. */
    @Test
    void whoWasAwayCatchesUp() throws InconsistentLogException {
        cluster.start(0, 1, 2, 3);
        cluster.run(3_000);
        cluster.crash(3);
        trade();
        cluster.run(20_000);
        cluster.restart(3);
        cluster.run(20_000);
        assertThat(cluster.executed(3)).isGreaterThan(cluster.executed(0) - 4);
        assertThat(cluster.quitted(3)).isGreaterThan(cluster.executed(0) - 6);
        checkAgreement();
    }

    private void trade() {
        cluster.submit(Market.opening());
        cluster.submit(Market.deposit(1, 700));
        cluster.run(1_000);
        cluster.submit(Market.order(Market.TRADER + 1, 0, Side.SELL, 50));
        cluster.submit(Market.order(Market.TRADER, 0, Side.BUY, 60));
    }

    /** Equal roots at equal heights, and nobody ever attested two roots for one. */
    private void checkAgreement() {
        TreeMap<Height, Digest> agreed = new TreeMap<>();
        for (int node = 0; node < 4; node++) {
            cluster.roots.get(node).forEach((height, root) ->
                    assertThat(agreed.merge(height, root, (old, now) -> old)).isEqualTo(root));
        }
        for (Attestation attestation : cluster.attestations) {
            assertThat(attestation.root()).isEqualTo(agreed.get(attestation.height()));
        }
    }

    /** Forgets to credit deposits: drops the last command of each block that has five or more. */
    private record Forgetful(Execution correct) implements Execution {

        @Override
        public Height executed() {
            return correct.executed();
        }

        @Override
        public Digest execute(Digest block, BlockContents contents) {
            var commands = contents.commands();
            int kept = commands.size() < 5 ? commands.size() : commands.size() - 1;
            return correct.execute(
                    block, new BlockContents(contents.quittance(), commands.subList(0, kept)));
        }

        @Override
        public MerkleTrie trie() {
            return correct.trie();
        }

        @Override
        public Snapshot snapshot() {
            return correct.snapshot();
        }
    }
}
