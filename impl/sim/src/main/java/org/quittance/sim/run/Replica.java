package org.quittance.sim.run;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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
import org.quittance.core.consensus.Simplex;
import org.quittance.core.consensus.State;
import org.quittance.core.consensus.Step;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.host.Machine;
import org.quittance.sim.kernel.Disk;

/** A correct replica: the core's machine, a disk for its log, and its place in the network. */
final class Replica implements Host, Machine.Outlet {

    private final Cluster cluster;
    private final int self;
    private final Config config;
    private final Verifier verifier;
    private final Disk disk;
    private final Deque<Effect.Persist> unsynced = new ArrayDeque<>();
    private @Nullable Machine machine;
    private int lives;

    Replica(Cluster cluster, int self, Config config, Disk disk) {
        this.cluster = cluster;
        this.self = self;
        this.config = config;
        this.verifier = new Verifier(config.validators(), cluster.keys().scheme());
        this.disk = disk;
    }

    /** Does it have power? */
    boolean isUp() {
        return machine != null;
    }

    @Override
    public void start() {
        disk.replace(Log.header(config.validators(), config.self()));
        newMachine().begin(Simplex.start(config));
    }

    @Override
    public void receive(int from, byte[] bytes) {
        Machine running = machine;
        if (running == null) {
            return;
        }
        try {
            ValidatorId sender = new ValidatorId(from);
            switch (verifier.verify(sender, MessageCodec.decode(bytes))) {
                case Verdict.Accepted(var message) ->
                        running.input(new Input.Received(sender, message));
                case Verdict.Rejected rejected -> cluster.statistics().add(Count.REFUSED, 1);
            }
        } catch (MalformedException e) {
            cluster.statistics().add(Count.REFUSED, 1);
        }
    }

    /**
     * The power fails. Writes that reached the disk though nobody was told are durable all the
     * same, so for the spec they are persisted before the crash; nothing comes of it any more.
     */
    @Override
    public void crash() {
        Machine stopped = machine;
        if (stopped == null) {
            return;
        }
        machine = null;
        State state = stopped.stop();
        long kept = disk.crash();
        for (Effect.Persist write : unsynced) {
            if (write.index() <= kept) {
                cluster.witness().synced(self, write.record());
            }
        }
        if (kept >= 0 && state != null && !isTooEager()) {
            cluster.statistics().add(Count.UNACKNOWLEDGED, 1);
            cluster.witness().stepped(self, Simplex.step(state, new Input.Persisted(kept)));
        }
        unsynced.clear();
        cluster.witness().crashed(self);
    }

    /** The power is back. */
    @Override
    public void restart() {
        if (machine != null) {
            return;
        }
        byte[] bytes = cluster.driver().readLog(self, disk.synced());
        try {
            Log.Recovered log = Log.recover(config.validators(), config.self(), bytes);
            if (log.length() < bytes.length) {
                cluster.statistics().add(Count.TORN, 1);
            }
            disk.replace(Arrays.copyOf(bytes, log.length()));
            cluster.witness().readBack(self, log.records());
            Step step = Simplex.restart(config, log.records());
            Machine begun = newMachine();
            begun.remember(log.records());
            begun.begin(step);
        } catch (MalformedException | InconsistentLogException e) {
            throw new Violation(Property.NO_FAILURE,
                    "node " + self + " refuses its own log: " + e.getMessage(), e);
        }
    }

    /** At the end of a run: shows the checkers what a restart would find. */
    @Override
    public void readBack() {
        try {
            cluster.witness().readBack(self,
                    Log.recover(config.validators(), config.self(), disk.synced()).records());
        } catch (MalformedException e) {
            throw new Violation(Property.NO_FAILURE,
                    "the log of node " + self + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void stepped(Step step) {
        cluster.witness().stepped(self, step);
    }

    @Override
    public void persist(Machine running, long index, LogRecord record) {
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
            cluster.witness().synced(self, first.record());
            first = unsynced.peek();
        }
        if (!isTooEager() && machine != null) {
            machine.input(new Input.Persisted(upTo));
        }
    }

    @Override
    public void send(Message message) {
        cluster.broadcast(self, cluster.encode(message));
    }

    @Override
    public void sendTo(int node, Message message) {
        cluster.send(self, node, cluster.encode(message));
    }

    @Override
    public Payload payload() {
        return cluster.payloads().next(self, true);
    }

    @Override
    public void execute(Height height, Block block, Optional<Body> body) {
        if (body.isEmpty()) {
            throw new Violation(Property.NO_FAILURE,
                    "node " + self + " is to execute " + block + " without its payload");
        }
    }

    @Override
    public void tell(Report report) {
        cluster.witness().told(report);
    }

    private Machine newMachine() {
        Machine fresh = new Machine(
                cluster.timeline(), cluster.rng("machine " + self + "." + lives++), this);
        machine = fresh;
        return fresh;
    }

    private boolean isTooEager() {
        return cluster.driver().acknowledgesAtOnce(self);
    }
}
