package org.quittance.sim.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Report;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.replica.Divergence;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaEffect;
import org.quittance.core.replica.ReplicaInput;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.kernel.Timeline;

/**
 * Drives one life of the core's whole replica, which orders, executes and attests: hands inputs in
 * one at a time, shows what came of each, and then performs the effects in their order.
 */
public final class SettlingMachine {

    /** A block takes between 1 and so many milliseconds to make. */
    private static final int COMMANDS_MILLIS = 4;

    /** What a replica's owner does for it. */
    public interface Outlet {

        /** A step was taken; its effects come next. */
        void stepped(Replica replica, ReplicaStep step);

        /** Append to the log; answer with {@link Input.Persisted}, at once or later. */
        void persist(SettlingMachine machine, long index, LogRecord record);

        /** Send to all others. */
        void send(Message message);

        /** Send to one. */
        void sendTo(int node, Message message);

        /** Commands for a block on this parent. */
        List<SealedCommand> commands(Block parent);

        /** Something to tell the operator. */
        void tell(Report report);

        /** A validator attested what it must not. */
        void accuse(AttestationEvidence evidence);

        /** The replica stops for good. */
        void stop(Divergence divergence);
    }

    private final Timeline timeline;
    private final Rng rng;
    private final Outlet outlet;
    private final StoredBodies bodies = new StoredBodies();
    private final Timers timers;
    private final Deque<ReplicaInput> inputs = new ArrayDeque<>();
    private @Nullable Replica replica;
    private long requests;
    private boolean busy;

    public SettlingMachine(Timeline timeline, Rng rng, Outlet outlet) {
        this.timeline = timeline;
        this.timers = new Timers(timeline);
        this.rng = rng;
        this.outlet = outlet;
    }

    /** These records are in the log already. */
    public void remember(Iterable<LogRecord> log) {
        log.forEach(bodies::remember);
    }

    /** Begins with a replica that was started or restarted. */
    public void begin(Replica.Begun begun) {
        busy = true;
        replica = begun.replica();
        take(begun.replica(), begun.step());
        drain();
    }

    /** Hands an input of ordering in, after those that wait already. */
    public void input(Input input) {
        input(new ReplicaInput.Ordering(input));
    }

    private void input(ReplicaInput input) {
        inputs.add(input);
        if (!busy) {
            busy = true;
            drain();
        }
    }

    /** Takes no more inputs. Returns the replica, if it ever began. */
    public @Nullable Replica stop() {
        Replica last = replica;
        replica = null;
        inputs.clear();
        return last;
    }

    private void drain() {
        for (ReplicaInput next = inputs.poll(); next != null; next = inputs.poll()) {
            Replica running = replica;
            if (running != null) {
                take(running, running.step(next));
            }
        }
        busy = false;
    }

    private void take(Replica running, ReplicaStep step) {
        outlet.stepped(running, step);
        for (ReplicaEffect effect : step.effects()) {
            if (replica != null) {
                perform(effect);
            }
        }
    }

    private void perform(ReplicaEffect effect) {
        switch (effect) {
            case ReplicaEffect.Ordering(Effect ordering) -> perform(ordering);
            case ReplicaEffect.Accuse(AttestationEvidence evidence) -> outlet.accuse(evidence);
            case ReplicaEffect.Stop(Divergence divergence) -> outlet.stop(divergence);
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Persist(long index, LogRecord record) -> {
                bodies.remember(record);
                outlet.persist(this, index, record);
            }
            case Effect.Send(Message message) -> outlet.send(message);
            case Effect.SendTo(var to, Message message) -> outlet.sendTo(to.index(), message);
            case Effect.SetTimer set -> timers.set(set, () -> replica != null, this::input);
            case Effect.RequestPayload(var view, Block parent) -> {
                long request = ++requests;
                timeline.after(rng.between(1, COMMANDS_MILLIS), () -> {
                    if (request == requests && replica != null) {
                        input(new ReplicaInput.Commands(
                                view, parent.digest(), outlet.commands(parent)));
                    }
                });
            }
            case Effect.Execute(var height, Block block) ->
                    input(new ReplicaInput.BlockRead(height, bodies.of(block.digest())
                            .orElseThrow(() -> new IllegalStateException(
                                    block + " is to be executed, but its payload isn't there"))));
            case Effect.ServeBlocks serve -> {
                BlockResponse response = BlockResponse.to(serve.request(), bodies::of);
                if (!response.bodies().isEmpty()) {
                    outlet.sendTo(serve.to().index(), response);
                }
            }
            case Effect.Tell(Report report) -> outlet.tell(report);
        }
    }
}
