package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Proposal;

class ClusterTest {

    private final Cluster cluster = new Cluster(new Four());

    @AfterEach
    void agreementHoldsAndNobodyIsGuilty() {
        cluster.checkAgreement(Assertions::fail);
        assertThat(cluster.reports).isEmpty();
    }

    @Test
    void blocksBecomeFinalWithoutAnyTimerFiring() {
        cluster.start(0, 1, 2, 3);
        cluster.run(10_000);
        for (int node = 0; node < 4; node++) {
            assertThat(cluster.finalBlocks(node)).isGreaterThan(100);
            assertThat(cluster.events.get(node)).noneMatch(Event.Nullify.class::isInstance);
            assertThat(cluster.states.get(node).size()).isLessThan(60);
        }
    }

    @Test
    void threeOfFourGoOnWithoutTheFourth() {
        cluster.start(0, 1, 2);
        cluster.run(60_000);
        assertThat(cluster.finalBlocks(0)).isGreaterThan(20);
    }

    @Test
    void twoOfFourDoNot() {
        cluster.start(0, 1);
        cluster.run(60_000);
        assertThat(cluster.finalBlocks(0)).isZero();
        assertThat(cluster.states.get(0).view()).isEqualTo(Four.view(1));
    }

    @Test
    void whoComesLateGetsEveryBlock() {
        cluster.start(0, 1, 2);
        cluster.run(60_000);
        int before = cluster.finalBlocks(0);
        cluster.start(3);
        cluster.run(20_000);
        assertThat(cluster.finalBlocks(3)).isGreaterThan(before);
        assertThat(cluster.finalBlocks(0) - cluster.finalBlocks(3)).isLessThan(3);
    }

    @Test
    void whoRestartsFarBehindGetsEveryBlock() throws InconsistentLogException {
        cluster.start(0, 1, 2, 3);
        cluster.run(2_000);
        cluster.crash(3);
        cluster.run(60_000);
        int before = cluster.finalBlocks(0);
        cluster.restart(3);
        cluster.run(20_000);
        assertThat(cluster.finalBlocks(3)).isGreaterThan(before);
    }

    @Test
    void allSurvivorsOfAQuorumRestartAtOnceAndGoOn() throws InconsistentLogException {
        cluster.start(0, 1, 2);
        for (int round = 0; round < 20; round++) {
            cluster.run(137 + round);
            for (int node = 0; node < 3; node++) {
                cluster.crash(node);
            }
            cluster.run(50);
            for (int node = 0; node < 3; node++) {
                cluster.restart(node);
            }
        }
        int before = cluster.finalBlocks(0);
        cluster.run(60_000);
        assertThat(cluster.finalBlocks(0)).isGreaterThan(before + 10);
    }

    @Test
    void messagesThatAreLostOnlyDelay() {
        long[] count = new long[1];
        cluster.filter = (from, to, message) -> count[0]++ % 3 != 0;
        cluster.start(0, 1, 2, 3);
        cluster.run(120_000);
        for (int node = 0; node < 4; node++) {
            assertThat(cluster.finalBlocks(node)).isGreaterThan(10);
        }
    }

    @Test
    void partitionsHeal() {
        cluster.start(0, 1, 2, 3);
        cluster.run(1_000);
        cluster.filter = (from, to, message) -> from / 2 == to / 2;
        cluster.run(60_000);
        cluster.filter = (from, to, message) -> true;
        int before = cluster.finalBlocks(0);
        cluster.run(60_000);
        for (int node = 0; node < 4; node++) {
            assertThat(cluster.finalBlocks(node)).isGreaterThan(before + 10);
        }
    }

    @Test
    void missingIsNeverInvalid() {
        // One validator gets no payload with proposals, so it fetches all blocks.
        cluster.filter = (from, to, message) -> to != 3 || !(message instanceof Proposal);
        cluster.start(0, 1, 2, 3);
        cluster.run(20_000);
        assertThat(cluster.finalBlocks(3)).isGreaterThan(20);
        assertThat(cluster.finalBlocks(0) - cluster.finalBlocks(3)).isLessThan(5);
    }

    @Test
    void blocksOfWhoGivesWrongOnesAreNotWaitedFor() {
        cluster.filter = (from, to, message) ->
                !(from == 0 && message instanceof BlockResponse)
                        && !(to == 3 && message instanceof Proposal);
        cluster.start(0, 1, 2, 3);
        cluster.run(30_000);
        assertThat(cluster.finalBlocks(3)).isGreaterThan(20);
    }
}
