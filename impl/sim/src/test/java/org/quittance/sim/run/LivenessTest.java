package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.View;
import org.quittance.core.consensus.LeaderElection;
import org.quittance.core.consensus.Timing;
import org.quittance.core.message.Block;
import org.quittance.core.message.Payload;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.host.Keys;

class LivenessTest {

    private static final List<Long> WEIGHTS = Collections.nCopies(4, 1L);
    private static final Keys KEYS = Keys.simulated(WEIGHTS, 1);
    private static final Block GENESIS = Block.genesis(Keys.CHAIN, 0);

    private final Liveness liveness = new Liveness(KEYS.validators(),
            new Members(WEIGHTS, new TreeSet<>(Set.of(3))), new Timing(10, 20, 100, 10), 2);

    private static Block block(long view) {
        return Block.on(GENESIS, new View(view), new Payload(Bytes.copyOf(new byte[] {1})));
    }

    /** Views above 10, with a correct leader or with the Byzantine one. */
    private static List<Long> views(boolean correct) {
        return LongStream.rangeClosed(11, 100).boxed()
                .filter(view -> correct == (leader(view) != 3)).toList();
    }

    private static int leader(long view) {
        return LeaderElection.leader(KEYS.validators(), new View(view)).index();
    }

    private void commit(int node, List<Long> views, int count) {
        views.stream().limit(count).forEach(view -> liveness.committed(node, block(view)));
    }

    @Test
    void reachedWhenAllCorrectReplicasCommittedEnough() {
        liveness.inView(new View(10));
        assertThat(liveness.begin()).isGreaterThan(5 * 100L);
        commit(0, views(true), 2);
        commit(1, views(true), 2);
        commit(2, views(true), 1);
        assertThat(liveness.isReached()).isFalse();
        assertThat(liveness.violation().property()).isEqualTo(Property.LIVENESS);
        assertThat(liveness.violation()).hasMessageContaining("node 2: 1,");
        commit(2, views(true), 2);
        assertThat(liveness.isReached()).isTrue();
    }

    @Test
    void blocksOfByzantineLeadersAndOfOldViewsDoNotCount() {
        liveness.inView(new View(10));
        commit(0, views(true), 5);
        liveness.begin();
        for (int node = 0; node < 3; node++) {
            commit(node, views(false), 5);
            liveness.committed(node, block(3));
            liveness.committed(node, block(10));
        }
        assertThat(liveness.isReached()).isFalse();
    }
}
