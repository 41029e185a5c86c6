package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Quittance;

/** What a replica remembers, and for how long. */
class SystemStateTest {

    private static final Digest ROOT = Digest.fromHex("ab".repeat(32));
    private static final Digest OTHER = Digest.fromHex("cd".repeat(32));
    private static final int KEPT = (int) SystemState.KEPT;

    private final Four four = new Four();
    private final SystemState state = new SystemState(four.validators, Height.GENESIS);

    private static Height at(long height) {
        return new Height(height);
    }

    private Quittance quittance(long height) {
        return four.quittance(height, ROOT, 0, 1, 2);
    }

    private AttestationEvidence evidence(long height) {
        return AttestationEvidence.of(four.attestation(3, height, ROOT),
                four.attestation(3, height, OTHER)).orElseThrow();
    }

    @Test
    void blocksAreExecutedOneAfterTheOther() {
        assertThat(state.canExecute(at(1))).isTrue();
        assertThat(state.canExecute(at(2))).isFalse();
        state.setExecuted(at(1), ROOT);
        assertThat(state.canExecute(at(1))).isFalse();
        assertThat(state.canExecute(at(2))).isTrue();
    }

    @Test
    void theFirstQuittanceOfTheGreatestHeightIsTheNewest() {
        state.hold(quittance(5));
        state.hold(four.quittance(5, ROOT, 0, 1, 3));
        state.hold(quittance(4));
        assertThat(state.newest()).contains(quittance(5));
        assertThat(state.quitted()).isEqualTo(5);
    }

    @Test
    void stoppingHasAReasonAndHappensOnceItIsWritten() {
        assertThat(state.canStop()).isFalse();
        assertThat(state.hasWrittenWhyToStop(99)).isFalse();
        state.setDiverged(new Divergence(OTHER, quittance(5)), 7);
        assertThat(state.canStop()).isTrue();
        assertThat(state.hasWrittenWhyToStop(6)).isFalse();
        assertThat(state.hasWrittenWhyToStop(7)).isTrue();
        state.setStopped();
        assertThat(state.canStop()).isFalse();
        assertThat(state.isStopped()).isTrue();
    }

    @Test
    void ofOldHeightsNothingIsKept() {
        int last = 3 * KEPT;
        int floor = last - KEPT;
        for (int h = 1; h <= last; h++) {
            state.setExecuted(at(h), ROOT);
            state.sign(four.attestation(0, h, ROOT), h);
            state.setDurable(four.attestation(0, h, ROOT));
            state.book().add(four.attestation(0, h, ROOT));
            assertThat(state.charge(evidence(h))).isTrue();
        }
        assertThat(state.root(at(1))).isPresent();
        for (int h = 1; h <= last; h++) {
            state.hold(quittance(h));
        }
        for (int h : new int[] {1, floor - 1, floor, last}) {
            boolean isKept = h >= floor;
            assertThat(state.root(at(h)).isPresent()).as("root %d", h).isEqualTo(isKept);
            assertThat(state.durable(at(h)).isPresent()).as("own %d", h).isEqualTo(isKept);
            assertThat(state.recentQuittance(at(h)).isPresent()).isEqualTo(isKept);
            assertThat(state.book().at(at(h)).isEmpty()).isEqualTo(!isKept);
            assertThat(state.charge(evidence(h))).as("charge %d", h).isEqualTo(!isKept);
            assertThat(state.isOfInterest(at(h))).isEqualTo(isKept);
        }
        // Heights from the floor on; the two charges below it were entered just now.
        int heights = KEPT + 1;
        assertThat(state.size()).isEqualTo(4 * heights + 2);
        assertThat(state.canReceiveQuittance(at(floor - 1))).isFalse();
    }

    @Test
    void theFloorRisesWithWhatIsExecutedToo() {
        state.hold(quittance(2 * KEPT));
        for (int h = 1; h <= KEPT + 2; h++) {
            state.setExecuted(at(h), ROOT);
        }
        assertThat(state.root(at(1))).isEmpty();
        assertThat(state.root(at(2))).isPresent();
    }

    @Test
    void whatIsWrittenIsTakenOnce() {
        state.sign(four.attestation(0, 1, ROOT), 7);
        assertThat(state.takeWritten(6)).isEmpty();
        assertThat(state.takeWritten(7)).containsExactly(at(1));
        assertThat(state.takeWritten(7)).isEmpty();
    }

    @Test
    void aQuittanceIsTakenInFromTheFloorOn() {
        for (int h = 1; h <= 2 * KEPT; h++) {
            state.setExecuted(at(h), ROOT);
        }
        state.hold(quittance(2 * KEPT));
        assertThat(state.canReceiveQuittance(at(KEPT - 1))).isFalse();
        assertThat(state.canReceiveQuittance(at(KEPT))).isTrue();
        state.hold(quittance(KEPT));
        assertThat(state.canReceiveQuittance(at(KEPT))).isFalse();
    }

    @Test
    void attestationsFarAheadAreOfNoInterest() {
        assertThat(state.isOfInterest(at(SystemState.AHEAD))).isTrue();
        assertThat(state.isOfInterest(at(SystemState.AHEAD + 1))).isFalse();
    }

    /** Who is behind keeps the newest quittances only. */
    @Test
    void quittancesAheadAreLimitedToo() {
        for (int h = 1; h <= 3 * KEPT; h++) {
            state.hold(quittance(h));
        }
        assertThat(state.recentQuittance(at(KEPT))).isEmpty();
        assertThat(state.recentQuittance(at(KEPT + 1))).isPresent();
        assertThat(state.newestUnquitted(5)).isEqualTo(List.of());
    }
}
