package org.quittance.sim.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Config;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.EventSink;
import org.quittance.sim.byzantine.ByzantineReplica;
import org.quittance.sim.byzantine.Surroundings;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.host.Keys;
import org.quittance.sim.host.Node;
import org.quittance.sim.host.Payloads;
import org.quittance.sim.kernel.Disk;
import org.quittance.sim.kernel.Network;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.kernel.Timeline;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Fault;
import org.quittance.sim.scenario.Scenario;

/**
 * One run: makes the nodes that the scenario asks for, lets the faults happen, waits until every
 * correct replica has made progress after them, and ends. Single-threaded; a function of scenario
 * and options.
 */
public final class Cluster implements Surroundings {

    /** Replicas start within so many milliseconds of each other. */
    private static final int START_MILLIS = 20;

    private final Scenario scenario;
    private final Options options;
    private final Rng rng;
    private final Timeline timeline = new Timeline();
    private final Statistics statistics = new Statistics();
    private final Payloads payloads;
    private final Keys keys;
    private final Checks checks;
    private final Tap tap;
    private final Liveness liveness;
    private final Recorder recorder;
    private final Witness witness;
    private final Network network;
    private final List<Node> nodes = new ArrayList<>();
    private final SortedMap<Integer, Host> replicas = new TreeMap<>();
    private final @Nullable Settlements settlements;
    private boolean losesAttestations;
    private boolean timeIsUp;

    private Cluster(Scenario scenario, Options options) {
        this.scenario = scenario;
        this.options = options;
        rng = new Rng(scenario.seed());
        keys = keys(scenario, options, scenario.weights());
        World world = scenario.settling().isEmpty() ? null
                : new World(scenario.settling().get(), keys, scenario.seed(),
                        rng.split("world"));
        payloads = world == null ? new Payloads() : world.payloads();
        Members members = new Members(
                scenario.weights(), new TreeSet<>(scenario.byzantine().keySet()));
        SortedSet<Integer> notLive = new TreeSet<>(scenario.byzantine().keySet());
        notLive.addAll(scenario.wrong().keySet());
        checks = new Checks(members, keys, payloads, options.ignored());
        tap = new Tap(keys, checks, payloads);
        liveness = new Liveness(
                keys.validators(), new Members(scenario.weights(), notLive), scenario.timing(),
                scenario.blocksAfter());
        recorder = new Recorder(options.sink(), scenario, keys, payloads, options.commit());
        witness = new Witness(timeline, checks, liveness, statistics, recorder, payloads);
        settlements = world == null ? null : new Settlements(
                scenario, options, world, keys, timeline, checks, witness, statistics);
        network = new Network(scenario.size(), timeline, rng.split("network"), scenario.link(),
                (from, to, bytes) -> nodes.get(to).receive(from, bytes));
    }

    /** Runs a scenario to its end, or to the first violation. */
    public static Outcome run(Scenario scenario, Options options) {
        Cluster cluster = new Cluster(scenario, options);
        Violation violation = null;
        try {
            cluster.run();
        } catch (Violation e) {
            violation = e;
        } catch (RuntimeException e) {
            violation = new Violation(Property.NO_FAILURE, "a step failed: " + e + " at "
                    + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "unknown"), e);
        }
        return cluster.outcome(violation);
    }

    private void run() {
        for (int node = 0; node < scenario.size(); node++) {
            nodes.add(makeNode(node));
        }
        Rng starts = rng("starts");
        nodes.forEach(node -> timeline.after(starts.below(START_MILLIS), node::start));
        scenario.faults().forEach(this::schedule);
        timeline.after(scenario.faultsStopMillis(), this::mend);
        while (!liveness.isReached() && !timeIsUp) {
            if (!timeline.step()) {
                throw new IllegalStateException("nothing happens any more");
            }
        }
        replicas.values().forEach(Host::readBack);
    }

    private Node makeNode(int node) {
        if (scenario.isByzantine(node)) {
            return new ByzantineReplica(
                    this, node, scenario.byzantine().getOrDefault(node, List.of()));
        }
        Keys believed = keys(scenario, options, options.driver().weights(node, scenario.weights()));
        Config config = new Config(believed.validators(), new ValidatorId(node),
                keys.signers().get(node),
                options.driver().application(node, payloads.application()), scenario.timing());
        Disk disk = new Disk(timeline, rng("disk " + node), scenario.diskMillis());
        Host replica = settlements == null
                ? new Replica(this, node, config, disk)
                : new SettlingReplica(this, settlements.world(), node, config, disk);
        replicas.put(node, replica);
        return replica;
    }

    private static Keys keys(Scenario scenario, Options options, List<Long> weights) {
        return options.ed25519()
                ? Keys.ed25519(weights, scenario.seed())
                : Keys.simulated(weights, scenario.seed());
    }

    private void schedule(Fault fault) {
        switch (fault) {
            case Fault.Crash(long at, long lasts, List<Integer> crashed) -> {
                List<Host> hit = crashed.stream()
                        .flatMap(node -> Stream.ofNullable(replicas.get(node))).toList();
                timeline.after(at, () -> hit.forEach(Host::crash));
                timeline.after(at + lasts, () -> hit.forEach(Host::restart));
            }
            case Fault.Partition(long at, long lasts, List<Integer> groups) -> {
                timeline.after(at, () -> {
                    statistics.add(Count.PARTITIONS, 1);
                    network.partition(groups);
                });
                timeline.after(at + lasts, network::heal);
            }
            case Fault.NoAttestations(long at, long lasts) -> {
                timeline.after(at, () -> losesAttestations = true);
                timeline.after(at + lasts, () -> losesAttestations = false);
            }
        }
    }

    /** From now on nothing goes wrong but what Byzantine replicas do, and progress is due. */
    private void mend() {
        network.heal();
        network.setLink(scenario.link().mended());
        replicas.values().forEach(Host::restart);
        timeline.after(liveness.begin(), () -> {
            if (!options.ignored().contains(Property.LIVENESS)) {
                throw liveness.violation();
            }
            timeIsUp = true;
        });
    }

    private Outcome outcome(@Nullable Violation violation) {
        recorder.end();
        if (settlements != null) {
            settlements.end();
        }
        statistics.add(Count.RUNS, 1);
        statistics.add(Count.BLOCKS, checks.blocks());
        statistics.add(Count.EVENTS, recorder.events());
        statistics.add(Count.STEPS, timeline.done());
        statistics.add(Count.SENT, network.sent());
        statistics.add(Count.LOST, network.lost());
        statistics.add(Count.DUPLICATED, network.duplicated());
        statistics.add(Count.SIMULATED_MILLIS, timeline.now());
        return new Outcome(scenario, statistics, violation, timeline.done(), timeline.now());
    }

    /** Encodes a message among these validators. */
    byte[] encode(Message message) {
        return MessageCodec.encode(Envelope.of(keys.validators(), message));
    }

    /** Sends bytes to everyone else. */
    void broadcast(int from, byte[] bytes) {
        tap.sending(from, bytes);
        for (int to = 0; to < nodes.size(); to++) {
            if (to != from) {
                network.send(from, to, bytes);
            }
        }
    }

    @Override
    public void send(int from, int to, byte[] bytes) {
        tap.sending(from, bytes);
        network.send(from, to, bytes);
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public Payloads payloads() {
        return payloads;
    }

    @Override
    public Rng rng(String name) {
        return rng.split(name);
    }

    @Override
    public void misbehaved(Behaviour behaviour) {
        statistics.misbehaved(behaviour);
    }

    /** Are attestations and quittances lost now? */
    boolean losesAttestations() {
        return losesAttestations;
    }

    private Settlements settlements() {
        if (settlements == null) {
            throw new IllegalStateException("nothing is settled in this run");
        }
        return settlements;
    }

    /** The newest quittance that a replica which keeps the rules holds. */
    Optional<Quittance> newestQuittance() {
        return replicas.values().stream()
                .flatMap(host -> host.quittance().stream())
                .max(Comparator.comparing(Quittance::height));
    }

    /** What is in the logs of all replicas that keep the rules. */
    List<LogRecord> records() {
        return replicas.values().stream().flatMap(host -> host.records().stream()).toList();
    }

    /** Who sees the replicas that settle. */
    SystemWitness systemWitness() {
        return settlements().witness();
    }

    /** Who is told of what the machine of a node does that goes on from this height. */
    EventSink watcher(int node, long height) {
        return settlements().watcher(node, height);
    }

    Witness witness() {
        return witness;
    }

    Statistics statistics() {
        return statistics;
    }

    Driver driver() {
        return options.driver();
    }
}
