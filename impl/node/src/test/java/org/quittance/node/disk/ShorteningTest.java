package org.quittance.node.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.message.LogRecord;
import org.quittance.core.replica.Replica;

/**
 * Whoever comes back with a shortened log does, step by step, what it would have done with all of
 * it.
 */
class ShorteningTest {

    private static final int ROUNDS = 9;

    /** Random runs with crashes; the logs are shortened at random moments, again and again. */
    @Property(tries = 8)
    void aShortenedLogIsAsGoodAsAllOfIt(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Lab lab = new Lab(random.nextLong());
        for (int round = 0; round < ROUNDS; round++) {
            lab.run(500 + random.nextInt(2_000));
            lab.nodes.forEach(node -> {
                if (random.nextBoolean()) {
                    node.shorten();
                }
            });
            lab.run(random.nextInt(400));
            Twins victim = lab.nodes.get(random.nextInt(4));
            victim.crash();
            lab.run(random.nextInt(1_500));
            victim.restart();
        }
        assertThat(lab.nodes).allMatch(node -> node.executed() > 20);
        assertThat(lab.nodes.stream().mapToInt(Twins::dropped).sum()).isGreaterThan(500);
    }

    /** A run in which something of each kind was dropped, and something of each kind is left. */
    private static Lab grown() {
        Lab lab = new Lab(3);
        lab.run(12_000);
        lab.nodes.get(0).shortenSoon();
        lab.run(77);
        return lab;
    }

    @Test
    void allKindsOfRecordsOccur() {
        List<Class<?>> kinds = new ArrayList<>();
        grown().nodes.forEach(node -> node.whole().forEach(it -> kinds.add(it.getClass())));
        assertThat(kinds).contains(LogRecord.Own.class, LogRecord.Stored.class,
                LogRecord.Held.class, LogRecord.Committed.class, LogRecord.Attested.class,
                LogRecord.Convicted.class, LogRecord.Accused.class);
    }

    /**
     * Negative control: each record that a shortened log has, but for those that only tell of the
     * guilt of others, and what a committed height above the snapshot needs, is missed.
     */
    @Test
    void oneRecordLessIsNoticed() throws Exception {
        int votes = 0;
        Lab lab = grown();
        for (int moment = 0; moment < 20; moment++) {
            votes += votesThatAreMissed(lab.nodes.get(0));
            lab.run(13);
        }
        assertThat(votes).isPositive();
    }

    private static int votesThatAreMissed(Twins node) throws Exception {
        Twins.Disk disk = node.shortened();
        Replica.Begun begun = node.begin(disk);
        int votes = 0;
        for (LogRecord record : disk.records()) {
            if (record instanceof LogRecord.Own own
                    && own.message().signed().view()
                            .compareTo(begun.replica().ordering().committed().view()) > 0) {
                votes++;
                assertThatThrownBy(() ->
                        Twins.expectEqual(node.begin(disk.without(record)), begun, 1))
                        .isInstanceOf(AssertionError.class);
            }
        }
        Twins.expectEqual(node.begin(disk), begun, 0);
        return votes;
    }

    @Test
    void withoutTheLastAttestationItIsSignedAgain() throws Exception {
        Twins node = grown().nodes.get(0);
        Twins.Disk disk = node.shortened();
        LogRecord last = disk.records().stream()
                .filter(LogRecord.Attested.class::isInstance)
                .reduce((one, next) -> next).orElseThrow();
        assertThatThrownBy(() ->
                Twins.expectEqual(node.begin(disk.without(last)), node.begin(disk), 1))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anOlderSnapshotIsOfNoUseAnyMore() {
        Twins node = grown().nodes.get(0);
        Twins.Disk disk = node.shortened();
        assertThatThrownBy(() -> node.begin(new Twins.Disk(disk.records(), null)))
                .isInstanceOf(InconsistentLogException.class)
                .hasMessageContaining("its payload isn't there");
        assertThat(Shortening.hasBlocksFrom(disk.records(), Height.GENESIS)).isFalse();
        assertThat(Shortening.hasBlocksFrom(disk.records(), disk.kept().height())).isTrue();
        assertThatThrownBy(() ->
                Shortening.keep(disk.records(), Height.GENESIS, Height.GENESIS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** However long it runs, a shortened log has about the same number of records. */
    @Test
    void itStaysShort() {
        Lab lab = new Lab(5);
        List<Integer> sizes = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            lab.run(4_000);
            lab.nodes.get(1).shortenSoon();
            lab.run(500);
            sizes.add(lab.nodes.get(1).shortened().records().size());
        }
        assertThat(lab.nodes.get(1).whole().size()).isGreaterThan(1_500);
        assertThat(sizes).allMatch(size -> size < 250);
    }
}
