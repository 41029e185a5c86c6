package org.quittance.sim.run;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.Log;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Report;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.replica.Divergence;
import org.quittance.core.replica.Execution;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.replica.ReplicaEffect;
import org.quittance.core.replica.ReplicaInput;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.core.replica.SettlementExecution;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.host.SettlingMachine;
import org.quittance.sim.kernel.Disk;
import org.quittance.sim.kernel.Rng;

/**
 * A replica that keeps the rules and settles: the core's whole replica, a disk for its log, now and
 * then a snapshot, and its place in the network.
 */
final class SettlingReplica implements Host, SettlingMachine.Outlet {

    private static final int SNAPSHOT_EVERY = 3;
    private static final int FROM_SNAPSHOT_PER_MILLE = 500;

    private record Kept(long height, Snapshot snapshot) {}

    private final Cluster cluster;
    private final World world;
    private final int self;
    private final ReplicaConfig config;
    private final Disk disk;
    private final Rng rng;
    private final Deque<Effect.Persist> unsynced = new ArrayDeque<>();
    private final Deque<Kept> unproven = new ArrayDeque<>();
    private @Nullable Kept kept;
    private @Nullable SettlingMachine machine;
    private boolean fromKept;
    private Optional<Quittance> newest = Optional.empty();
    private int lives;

    SettlingReplica(Cluster cluster, World world, int self, Config config, Disk disk) {
        this.cluster = cluster;
        this.world = world;
        this.self = self;
        this.config = new ReplicaConfig(config,
                new Verifier(config.validators(), cluster.keys().scheme()),
                world.settling().maxLag());
        this.disk = disk;
        this.rng = cluster.rng("snapshots " + self);
    }

    @Override
    public void start() {
        disk.replace(Log.header(config.ordering().validators(), config.ordering().self()));
        newMachine().begin(Replica.start(config, execution(
                SettlementExecution.genesis(world.genesis(), cluster.watcher(self, 0)))));
    }

    private Execution execution(SettlementExecution sound) {
        Long from = cluster.scenario().wrong().get(self);
        return from == null ? sound : new WrongExecution(sound, from);
    }

    @Override
    public void receive(int from, byte[] bytes) {
        SettlingMachine running = machine;
        if (running == null) {
            return;
        }
        try {
            ValidatorId sender = new ValidatorId(from);
            switch (config.verifier().verify(sender, MessageCodec.decode(bytes))) {
                case Verdict.Accepted(var message) ->
                        running.input(new Input.Received(sender, message));
                case Verdict.Rejected rejected -> cluster.statistics().add(Count.REFUSED, 1);
            }
        } catch (MalformedException e) {
            cluster.statistics().add(Count.REFUSED, 1);
        }
    }

    @Override
    public void crash() {
        SettlingMachine stopped = machine;
        if (stopped == null) {
            return;
        }
        machine = null;
        Replica replica = stopped.stop();
        long durable = disk.crash();
        for (Effect.Persist write : unsynced) {
            if (write.index() <= durable) {
                synced(write.record());
            }
        }
        if (durable >= 0 && replica != null && !isTooEager()) {
            cluster.statistics().add(Count.UNACKNOWLEDGED, 1);
            ReplicaStep step = replica.step(
                    new ReplicaInput.Ordering(new Input.Persisted(durable)));
            cluster.systemWitness().stepped(self, replica, step);
        }
        unsynced.clear();
        unproven.clear();
        cluster.systemWitness().crashed(self);
    }

    @Override
    public void restart() {
        if (machine != null) {
            return;
        }
        byte[] bytes = cluster.driver().readLog(self, disk.synced());
        try {
            Log.Recovered log = Log.recover(
                    config.ordering().validators(), config.ordering().self(), bytes);
            if (log.length() < bytes.length) {
                cluster.statistics().add(Count.TORN, 1);
            }
            disk.replace(Arrays.copyOf(bytes, log.length()));
            cluster.systemWitness().readBack(self, log.records());
            Optional<StateTaker.Taken> taken = world.settling().takingOver().contains(self)
                    ? new StateTaker(cluster, world, config).take(
                            log.records(), kept == null ? 0 : kept.height())
                    : Optional.empty();
            List<LogRecord> records = new ArrayList<>(log.records());
            if (taken.isPresent()) {
                append(bytes, log.length(), records, taken.get());
            }
            Replica.Begun begun = Replica.restart(config, restored(), records);
            SettlingMachine begins = newMachine();
            begins.remember(records);
            begins.begin(begun);
        } catch (MalformedException | InconsistentLogException e) {
            throw new Violation(Property.NO_FAILURE,
                    "node " + self + " refuses its own log: " + e.getMessage(), e);
        }
    }

    /** The log goes on with what the replica took over, and so does its state. */
    private void append(
            byte[] bytes, int length, List<LogRecord> records, StateTaker.Taken taken) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.write(bytes, 0, length);
        for (LogRecord record : taken.records()) {
            log.writeBytes(Log.frame(records.size(), record));
            records.add(record);
        }
        disk.replace(log.toByteArray());
        kept = new Kept(taken.height(), taken.snapshot());
        fromKept = true;
    }

    /** From the last snapshot that is certain, or from the beginning. */
    private Execution restored() throws MalformedException {
        Kept last = kept;
        // Once it has taken one over it doesn't have the blocks below any more.
        if (last == null || !fromKept && !rng.chance(FROM_SNAPSHOT_PER_MILLE)) {
            return execution(SettlementExecution.genesis(
                    world.genesis(), cluster.watcher(self, 0)));
        }
        Snapshot read = Snapshot.decode(last.snapshot().encode());
        return execution(SettlementExecution.restore(
                world.genesis(), read, cluster.watcher(self, last.height())));
    }

    @Override
    public void readBack() {
        cluster.systemWitness().readBack(self, records());
    }

    @Override
    public Optional<Quittance> quittance() {
        return newest;
    }

    @Override
    public List<LogRecord> records() {
        try {
            return Log.recover(config.ordering().validators(), config.ordering().self(),
                    disk.synced()).records();
        } catch (MalformedException e) {
            throw new Violation(Property.NO_FAILURE,
                    "the log of node " + self + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void stepped(Replica replica, ReplicaStep step) {
        for (ReplicaEffect effect : step.effects()) {
            if (effect instanceof ReplicaEffect.Ordering(Effect.Persist persist)) {
                persist.record().storedBody().ifPresent(cluster.payloads()::learn);
            }
        }
        cluster.systemWitness().stepped(self, replica, step);
        newest = replica.quittance().isPresent() ? replica.quittance() : newest;
        long executed = replica.execution().executed().number();
        boolean isNew = unproven.isEmpty() || unproven.getLast().height() < executed;
        if (executed > 0 && executed % SNAPSHOT_EVERY == 0 && isNew) {
            unproven.add(new Kept(executed, replica.execution().snapshot()));
        }
    }

    @Override
    public void persist(SettlingMachine running, long index, LogRecord record) {
        unsynced.add(new Effect.Persist(index, record));
        disk.append(Log.frame(index, record), index, this::synced);
        if (isTooEager()) {
            running.input(new Input.Persisted(index));
        }
    }

    private void synced(long upTo) {
        Effect.Persist first = unsynced.peek();
        while (first != null && first.index() <= upTo) {
            unsynced.remove();
            synced(first.record());
            first = unsynced.peek();
        }
        SettlingMachine running = machine;
        if (!isTooEager() && running != null) {
            running.input(new Input.Persisted(upTo));
        }
    }

    private void synced(LogRecord record) {
        cluster.systemWitness().synced(self, record);
        if (record instanceof LogRecord.Committed(Height height, Block block)) {
            Kept first = unproven.peek();
            while (first != null && first.height() <= height.number()) {
                kept = unproven.remove();
                first = unproven.peek();
            }
        }
    }

    @Override
    public void send(Message message) {
        if (!isLost(message)) {
            cluster.broadcast(self, cluster.encode(message));
        }
    }

    @Override
    public void sendTo(int node, Message message) {
        if (!isLost(message)) {
            cluster.send(self, node, cluster.encode(message));
        }
    }

    private boolean isLost(Message message) {
        return cluster.losesAttestations()
                && (message instanceof Attestation || message instanceof Quittance);
    }

    @Override
    public List<SealedCommand> commands(Block parent) {
        return world.commands(parent);
    }

    @Override
    public void tell(Report report) {
        cluster.systemWitness().told(report);
    }

    @Override
    public void accuse(AttestationEvidence evidence) {
        cluster.systemWitness().accused(evidence);
    }

    @Override
    public void stop(Divergence divergence) {
        cluster.systemWitness().stopped(self, divergence);
    }

    private SettlingMachine newMachine() {
        SettlingMachine fresh = new SettlingMachine(
                cluster.timeline(), cluster.rng("machine " + self + "." + lives++), this);
        machine = fresh;
        return fresh;
    }

    private boolean isTooEager() {
        return cluster.driver().acknowledgesAtOnce(self);
    }
}
