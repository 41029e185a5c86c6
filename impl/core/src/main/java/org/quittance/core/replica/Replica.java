package org.quittance.core.replica;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Simplex;
import org.quittance.core.consensus.State;
import org.quittance.core.consensus.Step;
import org.quittance.core.consensus.Timer;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;

/**
 * One life of a replica: ordering by {@link Simplex}, execution of what is final, and attestation.
 * The spec of the latter is {@code specs/system/System.tla}.
 *
 * <p>Inputs go in one at a time; the same inputs give the same effects and events. Unlike ordering
 * alone it changes in place, since the settlement state does, which is too large to be copied. So
 * it belongs to one owner and one thread, and so does the {@link Execution} that it is given.
 */
public final class Replica {

    /** Own attestations that are sent again at a time, the latest ones. */
    private static final int MOST_SENT_AGAIN = 16;

    private final ReplicaConfig config;
    private final Execution execution;
    private final SystemState system;
    private final SystemRules rules;
    private final LogIndexes indexes;
    private final BlockHeights heights;
    private final OrderingGate gate;
    private final NavigableMap<Height, Block> due = new TreeMap<>();
    private State ordering;
    /** The greatest height that an executed block had a quittance for. */
    private Height carried = Height.GENESIS;

    /** A replica, and what came of its beginning. */
    public record Begun(Replica replica, ReplicaStep step) {}

    Replica(
            ReplicaConfig config,
            Execution execution,
            State ordering,
            LogIndexes indexes,
            BlockHeights heights) {
        this.config = config;
        this.execution = execution;
        this.ordering = ordering;
        this.indexes = indexes;
        this.heights = heights;
        this.system = new SystemState(config.ordering().validators(), execution.executed());
        this.rules = new SystemRules(config.ordering(), execution, system);
        this.gate = new OrderingGate(config.maxLag(), heights);
    }

    /**
     * A replica that never ran before: its log is empty.
     *
     * @param execution at genesis
     */
    public static Begun start(ReplicaConfig config, Execution execution) {
        Step step = Simplex.start(config.ordering());
        LogIndexes indexes = new LogIndexes(0);
        Replica replica = new Replica(config, execution, step.state(), indexes,
                new BlockHeights(config.ordering().genesis(), Height.GENESIS));
        ReplicaOutbox out = new ReplicaOutbox(indexes);
        replica.take(step, out);
        return new Begun(replica, out.close());
    }

    /**
     * A replica that comes back. Blocks above the execution's height that the log commits are
     * executed again. If the log says that the replica stopped for good, it stops again.
     *
     * @param execution at genesis, or restored from a snapshot of this replica's own state, or of
     *     one that a quittance vouches for
     * @param log all records of its log, from index 0, all of them on stable storage
     * @throws InconsistentLogException if no correct replica wrote this log, or it lacks blocks
     *     above the execution's height
     */
    public static Begun restart(ReplicaConfig config, Execution execution, List<LogRecord> log)
            throws InconsistentLogException {
        return ReplicaReplay.restart(config, execution, log);
    }

    /**
     * Handles the input, and whatever follows from it.
     *
     * @throws IllegalArgumentException if the driver made a mistake
     */
    public ReplicaStep step(ReplicaInput input) {
        ReplicaOutbox out = new ReplicaOutbox(indexes);
        long quitted = system.quitted();
        switch (input) {
            case ReplicaInput.Ordering(Input.Persisted persisted) -> persisted(persisted, out);
            case ReplicaInput.Ordering(Input.Received received) -> received(received, out);
            case ReplicaInput.Ordering(Input other) -> order(other, out);
            case ReplicaInput.Commands commands -> commands(commands, out);
            case ReplicaInput.BlockRead read -> execute(read, out);
        }
        if (input instanceof ReplicaInput.Ordering(Input.TimerFired fired)
                && fired.timer() == Timer.REBROADCAST) {
            rebroadcast(out);
        }
        if (system.quitted() > quitted && system.isRunning()) {
            release(out);
        }
        return out.close();
    }

    /** What ordering knows. */
    public State ordering() {
        return ordering;
    }

    /** What executes its blocks, to be read only. */
    public Execution execution() {
        return execution;
    }

    /** The newest quittance, if there is one. */
    public Optional<Quittance> quittance() {
        return system.newest();
    }

    /** Why it stopped, or is about to. It takes no further part in anything then. */
    public Optional<Divergence> divergence() {
        return system.diverged();
    }

    public boolean isStopped() {
        return system.isStopped();
    }

    /** Everything that grows with what others send, in entries. */
    public int size() {
        return ordering.size() + system.size();
    }

    SystemState system() {
        return system;
    }

    /** Ordering has taken a step: takes over what came of it. */
    void take(Step step, ReplicaOutbox out) {
        ordering = step.state();
        out.addOrdering(step.events());
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Persist persist -> {
                    persist.record().storedBody().ifPresent(body -> heights.seen(body.block()));
                    out.write(persist);
                }
                case Effect.Execute execute -> {
                    heights.committed(execute.block(), execute.height());
                    due.put(execute.height(), execute.block());
                    out.add(effect);
                }
                case Effect.RequestPayload request ->
                        gate.admit(request, system.quitted()).ifPresent(out::add);
                default -> out.add(effect);
            }
        }
    }

    private void order(Input input, ReplicaOutbox out) {
        if (system.isRunning()) {
            take(Simplex.step(ordering, input), out);
        }
    }

    private void received(Input.Received input, ReplicaOutbox out) {
        Message message = input.message().message();
        switch (message) {
            case Attestation attestation -> rules.receive(attestation, out);
            case Quittance quittance -> rules.receiveQuittance(quittance, out);
            case Proposal proposal -> {
                learnQuittance(proposal.payload(), out);
                gate.admit(input, proposal, system.quitted())
                        .ifPresent(admitted -> order(admitted, out));
            }
            default -> order(input, out);
        }
    }

    /** A proposal may bring the very quittance without which it would be held back. */
    void learnQuittance(Payload payload, ReplicaOutbox out) {
        Optional<Quittance> quittance = contentsOf(payload).quittance();
        if (quittance.isPresent()
                && quittance.get().height().number() > system.quitted()
                && isGenuine(quittance.get())) {
            rules.receiveQuittance(quittance.get(), out);
        }
    }

    private boolean isGenuine(Quittance quittance) {
        return config.verifier().faultOf(quittance).isEmpty();
    }

    private void persisted(Input.Persisted persisted, ReplicaOutbox out) {
        OptionalLong orderings = indexes.acknowledge(persisted.upTo());
        rules.written(persisted.upTo(), out);
        if (orderings.isPresent()) {
            order(new Input.Persisted(orderings.getAsLong()), out);
        }
    }

    private void commands(ReplicaInput.Commands ready, ReplicaOutbox out) {
        Optional<Quittance> news = system.newest()
                .filter(quittance -> quittance.height().compareTo(carried) > 0);
        Payload payload = PayloadCodec.encode(
                PayloadCodec.fit(news, ready.commands(), c -> mayBeIn(c, out), Payload.MAX_SIZE));
        order(new Input.PayloadReady(ready.view(), ready.parent(), payload), out);
    }

    /** One command that may not be in a block would cost the leader its view. */
    private boolean mayBeIn(SealedCommand command, ReplicaOutbox out) {
        BlockContents alone = new BlockContents(Optional.empty(), List.of(command));
        boolean isValid = config.ordering().application().isValid(PayloadCodec.encode(alone));
        if (!isValid) {
            out.leaveOut(command);
        }
        return isValid;
    }

    private void execute(ReplicaInput.BlockRead read, ReplicaOutbox out) {
        Block expected = due.remove(read.height());
        if (expected == null || !expected.equals(read.body().block()) || !read.body().isWhole()) {
            throw new IllegalArgumentException(
                    "not the block that is to be executed at height " + read.height().number());
        }
        execute(read.height(), read.body(), out);
    }

    /** Executes a final block, unless the state that this life began with is a later one. */
    void execute(Height height, Body body, ReplicaOutbox out) {
        if (height.compareTo(system.executed()) <= 0 || !system.isRunning()) {
            return;
        }
        BlockContents contents = contentsOf(body.payload());
        Optional<Quittance> genuine = contents.quittance().filter(this::isGenuine);
        genuine.ifPresent(quittance -> {
            rules.receiveQuittance(quittance, out);
            carried = quittance.height().compareTo(carried) > 0 ? quittance.height() : carried;
        });
        rules.execute(height, body.block().digest(),
                new BlockContents(genuine, contents.commands()), out);
    }

    /** A payload that no correct validator votes for is as good as none. */
    private static BlockContents contentsOf(Payload payload) {
        try {
            return PayloadCodec.decode(payload);
        } catch (MalformedException e) {
            return BlockContents.empty();
        }
    }

    /** Sends again what somebody may have lost. */
    void rebroadcast(ReplicaOutbox out) {
        if (system.isRunning()) {
            system.newest().ifPresent(quittance -> out.add(new Effect.Send(quittance)));
            for (Attestation own : system.newestUnquitted(MOST_SENT_AGAIN)) {
                out.add(new Effect.Send(own));
            }
        }
    }

    /** A newer quittance is here: lets through what waited for it. */
    private void release(ReplicaOutbox out) {
        for (Input.Received proposal : gate.release(system.quitted())) {
            order(proposal, out);
        }
        gate.releaseRequest(system.quitted()).ifPresent(out::add);
    }
}
