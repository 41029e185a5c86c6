package org.quittance.node.driver;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timer;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Message;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaEffect;
import org.quittance.core.replica.ReplicaInput;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.disk.Store;
import org.quittance.node.disk.StoreFailure;
import org.quittance.node.disk.VoteLog;
import org.quittance.node.trace.NodeTracer;

/**
 * The one thread that owns the replica. It takes inputs in rounds: what waits is stepped through,
 * what came of it is written with one sync, and only then sent; the next round begins with the
 * acknowledgement of what was written.
 *
 * <p>Within a round effects are performed in their order, as {@link Effect} demands: a message that
 * comes after a record is sent after the sync, one that comes before any record needn't wait.
 */
final class CoreThread {

    private static final int QUEUE = 4_096;
    private static final int ROUND = 64;

    /** What the node does for the core, apart from the disk. Called on the core's thread. */
    interface Outlet {

        void send(Message message);

        void sendTo(ValidatorId to, Message message);

        void told(ReplicaEffect effect);

        /** A step is over. */
        void stepped(Replica replica, ReplicaStep step);

        /**
         * A round is over: all that came of it is durable, and sent.
         *
         * @return whether the next one is wanted soon, even if nothing comes in
         */
        boolean rounded(Replica replica);

        /** The node can't go on. */
        void failed(ExitCode code, String reason);
    }

    private final VoteLog log;
    private final Store store;
    private final Upkeep upkeep;
    private final Optional<NodeTracer> tracer;
    private final CommandPool pool;
    private final Proposing proposing;
    private final Outlet outlet;
    private final Clock clock;
    private final long began;
    private final BlockingQueue<Input.Received> arrived = new ArrayBlockingQueue<>(QUEUE);
    private final Map<Timer, Setting> timers = new EnumMap<>(Timer.class);
    private final Deque<ReplicaInput> inputs = new ArrayDeque<>();
    private final List<Effect.Persist> records = new ArrayList<>();
    private final List<Runnable> before = new ArrayList<>();
    private final List<Runnable> after = new ArrayList<>();
    private final CoreMetrics metrics;
    private boolean hasMore;
    private volatile boolean running = true;

    private record Setting(Effect.SetTimer timer, long due) {}

    /** Monotonic time. */
    interface Clock {

        /** Nanoseconds since some moment. */
        long nanos();
    }

    CoreThread(
            VoteLog log,
            Store store,
            Upkeep upkeep,
            Optional<NodeTracer> tracer,
            CommandPool pool,
            Proposing proposing,
            Outlet outlet,
            Clock clock,
            CoreMetrics metrics) {
        this.log = log;
        this.store = store;
        this.upkeep = upkeep;
        this.tracer = tracer;
        this.pool = pool;
        this.proposing = proposing;
        this.outlet = outlet;
        this.clock = clock;
        this.metrics = metrics;
        this.began = clock.nanos();
    }

    /** Hands in a message, and waits while there is no room: that is the back-pressure. */
    void received(Input.Received input) throws InterruptedException {
        boolean handed = false;
        // Once it has stopped nobody makes room any more.
        while (running && !handed) {
            handed = arrived.offer(input, 1, TimeUnit.SECONDS);
        }
    }

    /** So many messages wait. */
    int waiting() {
        return arrived.size();
    }

    /** There are new commands in the pool. */
    void poke() {
        proposing.poke();
    }

    /** Takes no further round. */
    void stop() {
        running = false;
    }

    /** Runs the replica until it is stopped or fails. */
    void run(Replica.Begun begun) {
        Replica replica = begun.replica();
        try {
            take(replica, begun.step());
            finish(replica);
            while (running) {
                gather();
                finish(replica);
            }
            tracer.ifPresent(NodeTracer::close);
        } catch (IOException e) {
            running = false;
            outlet.failed(ExitCode.DISK, "the vote log can't be written: " + Refusal.reason(e));
        } catch (StoreFailure e) {
            running = false;
            outlet.failed(ExitCode.DISK, Refusal.reason(e));
        } catch (InterruptedException e) {
            running = false;
        } catch (RuntimeException | Error e) {
            running = false;
            outlet.failed(ExitCode.INTERNAL, "the core's thread failed: " + e);
            throw e;
        }
    }

    /** Waits for something to do, and collects what there is. */
    private void gather() throws InterruptedException {
        if (inputs.isEmpty()) {
            Input.Received first = arrived.poll(patience(), TimeUnit.NANOSECONDS);
            if (first != null) {
                inputs.add(new ReplicaInput.Ordering(first));
            }
        }
        List<Input.Received> more = new ArrayList<>();
        arrived.drainTo(more, ROUND);
        more.forEach(input -> inputs.add(new ReplicaInput.Ordering(input)));
        long now = clock.nanos();
        for (Timer timer : Timer.values()) {
            Setting setting = timers.get(timer);
            if (setting != null && setting.due() - now <= 0) {
                timers.remove(timer);
                inputs.add(new ReplicaInput.Ordering(
                        new Input.TimerFired(timer, setting.timer().view())));
            }
        }
        proposing.answer(now).ifPresent(inputs::add);
    }

    /** How long nothing is due, in nanoseconds; short while a block waits for commands. */
    private long patience() {
        long now = clock.nanos();
        long least = TimeUnit.MILLISECONDS.toNanos(hasMore ? 10 : 100);
        for (Setting setting : timers.values()) {
            least = Math.min(least, setting.due() - now);
        }
        return Math.max(0, proposing.patience(least));
    }

    /** Steps through all inputs, then writes, then sends. */
    private void finish(Replica replica) throws IOException {
        for (ReplicaInput next = inputs.poll(); next != null; next = inputs.poll()) {
            take(replica, replica.step(next));
        }
        tracer.ifPresent(NodeTracer::flush);
        before.forEach(Runnable::run);
        before.clear();
        if (!records.isEmpty()) {
            long began = clock.nanos();
            log.append(records);
            metrics.synced(records.size(), clock.nanos() - began);
            inputs.add(new ReplicaInput.Ordering(
                    new Input.Persisted(records.get(records.size() - 1).index())));
            records.clear();
        }
        after.forEach(Runnable::run);
        after.clear();
        hasMore = outlet.rounded(replica);
        upkeep.rounded(replica);
    }

    private void take(Replica replica, ReplicaStep step) {
        metrics.stepped();
        for (ReplicaEffect effect : step.effects()) {
            if (effect instanceof ReplicaEffect.Ordering(Effect.Persist persist)) {
                // First of all, since the trace and effects before it may want to see its block.
                store.remember(persist.record());
            }
        }
        tracer.ifPresent(it -> it.stepped(
                step, replica.divergence(), (clock.nanos() - began) / 1_000_000));
        step.leftOut().forEach(command -> pool.remove(CommandPool.idOf(command)));
        outlet.stepped(replica, step);
        for (ReplicaEffect effect : step.effects()) {
            if (effect instanceof ReplicaEffect.Ordering(Effect ordering)) {
                perform(ordering);
            } else {
                later(() -> outlet.told(effect));
            }
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Persist persist -> records.add(persist);
            case Effect.Send(Message message) -> later(() -> outlet.send(message));
            case Effect.SendTo(ValidatorId to, Message message) ->
                    later(() -> outlet.sendTo(to, message));
            case Effect.SetTimer set -> timers.put(set.timer(), new Setting(
                    set, clock.nanos() + TimeUnit.MILLISECONDS.toNanos(set.delayMillis())));
            case Effect.RequestPayload request -> proposing.requested(request, clock.nanos());
            case Effect.Execute(var height, var block) -> inputs.add(new ReplicaInput.BlockRead(
                    height, store.body(block.digest()).orElseThrow(() ->
                            new IllegalStateException(block + " is to be executed, but its"
                                    + " payload isn't there"))));
            case Effect.ServeBlocks serve -> {
                BlockResponse response = BlockResponse.to(serve.request(), store::body);
                if (!response.bodies().isEmpty()) {
                    later(() -> outlet.sendTo(serve.to(), response));
                }
            }
            case Effect.Tell tell -> later(() ->
                    outlet.told(new ReplicaEffect.Ordering(tell)));
        }
    }

    private void later(Runnable action) {
        (records.isEmpty() ? before : after).add(action);
    }
}
