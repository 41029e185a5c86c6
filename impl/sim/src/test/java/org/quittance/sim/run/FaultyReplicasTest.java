package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.Log;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Application;
import org.quittance.core.consensus.Timing;
import org.quittance.core.message.LogRecord;
import org.quittance.sim.check.Property;
import org.quittance.sim.host.Keys;
import org.quittance.sim.kernel.Link;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Fault;
import org.quittance.sim.scenario.Scenario;

/**
 * Negative controls of whole runs: replicas that are wrong in a known way, and clusters outside the
 * assumptions. The checkers must find the property that each of them breaks.
 */
class FaultyReplicasTest {

    private static final List<Long> EQUAL = Collections.nCopies(4, 1L);
    private static final Timing TIMING = new Timing(60, 120, 960, 80);

    /** Crashes all the time: whoever forgets what it signed gets its chance to contradict it. */
    private static Scenario crashes(long seed) {
        List<Fault> faults = new ArrayList<>();
        for (int at = 40; at < 1900; at += 40) {
            faults.add(new Fault.Crash(at, 20, List.of((int) ((at / 40 + seed) % 3))));
        }
        return scenario(seed, Set.of(3), List.of(Behaviour.EQUIVOCATOR, Behaviour.DOUBLE_VOTER),
                faults, 0);
    }

    private static Scenario scenario(
            long seed, Set<Integer> byzantine, List<Behaviour> behaviours, List<Fault> faults,
            int invalidPerMille) {
        TreeMap<Integer, List<Behaviour>> actors = new TreeMap<>();
        byzantine.forEach(node -> actors.put(node, behaviours));
        return new Scenario("control", seed, EQUAL, actors, new Link(2, 30, 50, 50, 50, 100), 10,
                TIMING, invalidPerMille, faults, 2000, 3);
    }

    /** Runs seeds until one violates the property; none may violate another one first. */
    private static Outcome violates(
            Property expected, int seeds, LongFunction<Scenario> scenarios, Options options) {
        for (long seed = 1; seed <= seeds; seed++) {
            Outcome outcome = Cluster.run(scenarios.apply(seed), options);
            if (outcome.violation() != null) {
                assertThat(outcome.violation().property())
                        .as(outcome.violation().getMessage()).isEqualTo(expected);
                return outcome;
            }
        }
        return fail("no seed violates " + expected);
    }

    @Test
    void sendBeforePersistBreaksDurableVotes() {
        violates(Property.DURABLE_VOTES, 1, FaultyReplicasTest::crashes,
                Options.PLAIN.drivenBy(new Eager()));
    }

    @Test
    void sendBeforePersistFramesAnHonestReplica() {
        violates(Property.NO_HONEST_EVIDENCE, 60, FaultyReplicasTest::crashes,
                Options.PLAIN.drivenBy(new Eager()).ignoring(Set.of(Property.DURABLE_VOTES)));
    }

    @Test
    void forgottenVotesBreakDurableVotes() {
        violates(Property.DURABLE_VOTES, 1, FaultyReplicasTest::crashes,
                Options.PLAIN.drivenBy(new Forgetful()));
    }

    @Test
    void forgottenVotesFrameAnHonestReplica() {
        violates(Property.NO_HONEST_EVIDENCE, 60, FaultyReplicasTest::crashes,
                Options.PLAIN.drivenBy(new Forgetful()).ignoring(Set.of(Property.DURABLE_VOTES)));
    }

    @Test
    void truncatedLogBreaksDurableVotes() {
        violates(Property.DURABLE_VOTES, 1, FaultyReplicasTest::crashes,
                Options.PLAIN.drivenBy(new Truncating()));
    }

    @Test
    void quorumOfHalfBreaksCertificatesAreBacked() {
        // All believe that two of them have three quarters of the weight.
        Driver driver = new Driver() {
            @Override
            public List<Long> weights(int node, List<Long> weights) {
                return List.of(3L, 3L, 1L, 1L);
            }
        };
        violates(Property.CERTIFICATES_ARE_BACKED, 1,
                seed -> scenario(seed, Set.of(), List.of(), List.of(), 0),
                Options.PLAIN.drivenBy(driver).ignoring(Set.of(Property.VALIDITY)));
    }

    @Test
    void applicationThatTakesAnythingBreaksValidity() {
        Driver driver = new Driver() {
            @Override
            public Application application(int node, Application application) {
                return payload -> true;
            }
        };
        violates(Property.VALIDITY, 20,
                seed -> scenario(seed, Set.of(2), List.of(Behaviour.EQUIVOCATOR), List.of(), 1000),
                Options.PLAIN.drivenBy(driver));
    }

    @Test
    void silentThirdBreaksLiveness() {
        violates(Property.LIVENESS, 1,
                seed -> scenario(seed, Set.of(1, 2), List.of(Behaviour.SILENT), List.of(), 0),
                Options.PLAIN);
    }

    @Test
    void damagedLogIsRefused() {
        Driver driver = new Driver() {
            @Override
            public byte[] readLog(int node, byte[] onDisk) {
                byte[] damaged = onDisk.clone();
                damaged[damaged.length / 3] ^= 1;
                return damaged;
            }
        };
        Outcome outcome = violates(Property.NO_FAILURE, 1, FaultyReplicasTest::crashes,
                Options.PLAIN.drivenBy(driver));
        assertThat(outcome.violation()).hasMessageContaining("refuses its own log");
    }

    @Test
    void halfOfTheWeightCanForkButIsConvicted() {
        LongFunction<Scenario> attack = seed -> scenario(seed, Set.of(1, 2),
                List.of(Behaviour.EQUIVOCATOR, Behaviour.DOUBLE_VOTER), List.of(), 0);
        Outcome fork = violates(Property.AGREEMENT, 200, attack, Options.PLAIN.ignoring(EnumSet.of(
                Property.NO_CONFLICTING_NOTARIZATION, Property.FINALIZED_NOT_NULLIFIED,
                Property.LIVENESS)));
        // The same run to its end: the correct replicas hear of what the others were told.
        Outcome whole = Cluster.run(fork.scenario(), Options.PLAIN.ignoring(EnumSet.of(
                Property.NO_CONFLICTING_NOTARIZATION, Property.FINALIZED_NOT_NULLIFIED,
                Property.AGREEMENT, Property.LIVENESS)));
        assertThat(whole.violation()).isNull();
        assertThat(whole.statistics().accused().keySet()).containsExactly(1, 2);
    }

    @Test
    void halfOfTheWeightBreaksTheLemmasFirst() {
        LongFunction<Scenario> attack = seed -> scenario(seed, Set.of(1, 2),
                List.of(Behaviour.DOUBLE_VOTER, Behaviour.EQUIVOCATOR), List.of(), 0);
        Set<Property> found = EnumSet.noneOf(Property.class);
        LongStream.rangeClosed(1, 40).mapToObj(attack)
                .map(scenario -> Cluster.run(scenario, Options.PLAIN).violation())
                .forEach(violation -> {
                    if (violation != null) {
                        found.add(violation.property());
                    }
                });
        assertThat(found).containsExactlyInAnyOrder(
                Property.NO_CONFLICTING_NOTARIZATION, Property.FINALIZED_NOT_NULLIFIED);
    }

    /** Says that a write is on the disk before it is. */
    private static final class Eager implements Driver {
        @Override
        public boolean acknowledgesAtOnce(int node) {
            return true;
        }
    }

    /** Loses its own messages in a restart, and nothing else. */
    private static final class Forgetful implements Driver {
        @Override
        public byte[] readLog(int node, byte[] onDisk) {
            return rewrite(node, read(node, onDisk).stream()
                    .filter(record -> !(record instanceof LogRecord.Own)).toList());
        }
    }

    /** Finds only the first half of its log. */
    private static final class Truncating implements Driver {
        @Override
        public byte[] readLog(int node, byte[] onDisk) {
            List<LogRecord> records = read(node, onDisk);
            return rewrite(node, records.subList(0, records.size() / 2));
        }
    }

    private static List<LogRecord> read(int node, byte[] bytes) {
        try {
            return Log.recover(Keys.simulated(EQUAL, 0).validators(), new ValidatorId(node), bytes)
                    .records();
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] rewrite(int node, List<LogRecord> records) {
        byte[] bytes = Log.header(Keys.simulated(EQUAL, 0).validators(), new ValidatorId(node));
        for (int index = 0; index < records.size(); index++) {
            byte[] frame = Log.frame(index, records.get(index));
            int length = bytes.length;
            bytes = java.util.Arrays.copyOf(bytes, length + frame.length);
            System.arraycopy(frame, 0, bytes, length, frame.length);
        }
        return bytes;
    }
}
