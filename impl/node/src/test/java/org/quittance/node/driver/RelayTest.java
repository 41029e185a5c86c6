package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Statement;

class RelayTest {

    private static final Block GENESIS = Block.genesis("relay", 0);

    private final Relay relay = new Relay();

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static Block block(long view) {
        return Block.of(0, new View(view), View.GENESIS, GENESIS.digest(), Digest.NONE);
    }

    private static Message notarization(long view) {
        return new Certificate(Statement.notarize(block(view)), List.of());
    }

    private static Message finalization(long view) {
        return new Certificate(Statement.finalization(block(view)), List.of());
    }

    private static Message quittance(long height) {
        return new Quittance(new Height(height), Digest.NONE, List.of());
    }

    @Test
    void isSentWhenNothingNewerComes() {
        assertThat(relay.isEmpty()).isTrue();
        assertThat(relay.holds(finalization(1), 0)).isTrue();
        assertThat(relay.isEmpty()).isFalse();
        assertThat(relay.due(millis(49))).isEmpty();
        assertThat(relay.due(millis(50))).containsExactly(finalization(1));
        assertThat(relay.due(millis(500))).isEmpty();
        assertThat(relay.isEmpty()).isTrue();
    }

    @Test
    void aNewerOneTakesItsPlace() {
        for (int k = 1; k <= 3; k++) {
            assertThat(relay.holds(quittance(k), millis(40 * k))).isTrue();
            assertThat(relay.due(millis(40 * k + 30))).isEmpty();
        }
        assertThat(relay.due(millis(170))).containsExactly(quittance(3));
    }

    /** However fast blocks come, who lacks votes isn't forgotten. */
    @Test
    void butOneIsSentNowAndThen() {
        int sent = 0;
        for (int k = 1; k <= 100; k++) {
            assertThat(relay.holds(notarization(k), millis(10 * k))).isTrue();
            for (Message message : relay.due(millis(10 * k + 1))) {
                assertThat(message).isEqualTo(notarization(k));
                sent++;
            }
        }
        assertThat(sent).isBetween(4, 6);
    }

    @Test
    void kindsDontTakeEachOthersPlace() {
        assertThat(relay.holds(notarization(7), 0)).isTrue();
        assertThat(relay.holds(finalization(6), 0)).isTrue();
        assertThat(relay.holds(quittance(5), 0)).isTrue();
        assertThat(relay.due(millis(50))).containsExactlyInAnyOrder(
                notarization(7), finalization(6), quittance(5));
    }

    @Test
    void allElseIsSentAtOnce() {
        assertThat(relay.holds(new Certificate(Statement.nullify(new View(3)), List.of()), 0))
                .isFalse();
        assertThat(relay.holds(new BlockRequest(Digest.NONE, 1), 0)).isFalse();
        // What is older than what waits was asked for, or is sent again.
        assertThat(relay.holds(notarization(7), 0)).isTrue();
        assertThat(relay.holds(notarization(6), 0)).isFalse();
        assertThat(relay.due(millis(50))).containsExactly(notarization(7));
    }
}
