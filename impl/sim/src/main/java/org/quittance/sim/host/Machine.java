package org.quittance.sim.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Event;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Report;
import org.quittance.core.consensus.Simplex;
import org.quittance.core.consensus.State;
import org.quittance.core.consensus.Step;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.kernel.Timeline;

/**
 * Drives the core's machine for one life: hands inputs in one at a time, shows what came of each,
 * and then performs the effects in their order. Timers, payloads and requests for blocks are dealt
 * with here; the rest is for the {@link Outlet}.
 */
public final class Machine {

    /** A payload takes between 1 and so many milliseconds to make. */
    private static final int PAYLOAD_MILLIS = 4;

    /** What a machine's owner does for it. */
    public interface Outlet {

        /** A step was taken; its effects come next. */
        void stepped(Step step);

        /** Append to the log; answer with {@link Input.Persisted}, at once or later. */
        void persist(Machine machine, long index, LogRecord record);

        /** Send to all others. */
        void send(Message message);

        /** Send to one. */
        void sendTo(int node, Message message);

        /** A payload for a block of this machine. */
        Payload payload();

        /** A final block, with its payload if the log has it. */
        void execute(Height height, Block block, Optional<Body> body);

        /** Something to tell the operator. */
        void tell(Report report);
    }

    private final Timeline timeline;
    private final Rng rng;
    private final Outlet outlet;
    private final StoredBodies bodies = new StoredBodies();
    private final Timers timers;
    private final Deque<Input> inputs = new ArrayDeque<>();
    private @Nullable State state;
    private long requests;
    private boolean busy;

    public Machine(Timeline timeline, Rng rng, Outlet outlet) {
        this.timeline = timeline;
        this.timers = new Timers(timeline);
        this.rng = rng;
        this.outlet = outlet;
    }

    /** These records are in the log already. */
    public void remember(Iterable<LogRecord> log) {
        log.forEach(bodies::remember);
    }

    /** Begins with this step, which started or restarted the machine. */
    public void begin(Step step) {
        busy = true;
        take(step);
        drain();
    }

    /** Hands an input in, after those that wait already. Nothing happens after {@link #stop}. */
    public void input(Input input) {
        inputs.add(input);
        if (!busy) {
            busy = true;
            drain();
        }
    }

    /** Takes no more inputs. Returns the last state, if it ever began. */
    public @Nullable State stop() {
        State last = state;
        state = null;
        inputs.clear();
        return last;
    }

    private void drain() {
        for (Input next = inputs.poll(); next != null; next = inputs.poll()) {
            if (state != null) {
                take(Simplex.step(state, next));
            }
        }
        busy = false;
    }

    private void take(Step step) {
        state = step.state();
        outlet.stepped(step);
        for (Effect effect : step.effects()) {
            if (state != null) {
                perform(effect);
            }
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
            case Effect.SetTimer set -> timers.set(set, () -> state != null, this::input);
            case Effect.RequestPayload(var view, Block parent) -> {
                long request = ++requests;
                timeline.after(rng.between(1, PAYLOAD_MILLIS), () -> {
                    if (request == requests && state != null) {
                        input(new Input.PayloadReady(view, parent.digest(), outlet.payload()));
                    }
                });
            }
            case Effect.Execute(Height height, Block block) ->
                    outlet.execute(height, block, bodies.of(block.digest()));
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
