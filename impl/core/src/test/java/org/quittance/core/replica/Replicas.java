package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.Log;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Four;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timer;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Snapshot;

/**
 * Four replicas with real commands, and a network with one delay. Messages and records go through
 * their bytes. A crash loses nothing but what is in memory.
 */
final class Replicas {

    /** Which messages get through. */
    interface Filter {

        boolean passes(int from, int to, Message message);
    }

    private record Due(long time, long number, Runnable what) {}

    private static final long DELAY = 20;

    final Four four = new Four();
    final List<Replica> replicas = new ArrayList<>();
    final List<List<LogRecord>> logs = new ArrayList<>();
    final List<List<SystemEvent>> events = new ArrayList<>();
    final List<Map<Height, Snapshot>> snapshots = new ArrayList<>();
    final List<Map<Height, Digest>> roots = new ArrayList<>();
    final List<Attestation> attestations = new ArrayList<>();
    final List<AttestationEvidence> accusations = new ArrayList<>();
    final List<Divergence> stops = new ArrayList<>();
    final List<SealedCommand> leftOut = new ArrayList<>();
    final Random random = new Random(1);
    Filter filter = (from, to, message) -> true;
    private final List<UnaryOperator<Execution>> faults = new ArrayList<>();
    private final long maxLag;
    private final List<List<SealedCommand>> pools = new ArrayList<>();
    private final List<Map<Digest, Body>> bodies = new ArrayList<>();
    private final List<Map<Timer, Long>> timers = new ArrayList<>();
    private final List<Long> synced = new ArrayList<>();
    private final PriorityQueue<Due> queue = new PriorityQueue<>(
            Comparator.comparingLong(Due::time).thenComparingLong(Due::number));
    private long time;
    private long number;

    Replicas(long maxLag) {
        this.maxLag = maxLag;
        for (ValidatorId id : four.validators.ids()) {
            replicas.add(null);
            logs.add(new ArrayList<>());
            events.add(new ArrayList<>());
            snapshots.add(new TreeMap<>());
            roots.add(new TreeMap<>());
            faults.add(execution -> execution);
            pools.add(new ArrayList<>());
            bodies.add(new TreeMap<>());
            timers.add(new TreeMap<>());
            synced.add(-1L);
        }
    }

    ReplicaConfig config(int node) {
        Config usual = four.config(node);
        return new ReplicaConfig(
                new Config(usual.validators(), usual.self(), usual.signer(),
                        new PayloadRules(four.verifier, new SealVerifier("test", Four.SCHEME)),
                        usual.timing()),
                four.verifier, maxLag);
    }

    /** From now on this replica executes in its own way. */
    void plant(int node, UnaryOperator<Execution> fault) {
        faults.set(node, fault);
    }

    void start(int... nodes) {
        for (int node : nodes) {
            begin(node, Replica.start(config(node), execution(node)));
        }
    }

    private Execution execution(int node) {
        return faults.get(node).apply(
                SettlementExecution.genesis(Market.GENESIS, EventSink.NONE));
    }

    void crash(int node) {
        replicas.set(node, null);
        timers.get(node).clear();
    }

    /** Back from its log alone: everything is executed again. */
    void restart(int node) throws InconsistentLogException {
        begin(node, Replica.restart(config(node), execution(node), readBack(node)));
    }

    /** Back from a snapshot and what the log has above it. */
    void restart(int node, Snapshot snapshot)
            throws InconsistentLogException, MalformedException {
        Execution execution = SettlementExecution.restore(
                Market.GENESIS, Snapshot.decode(snapshot.encode()), EventSink.NONE);
        begin(node, Replica.restart(config(node), execution, readBack(node)));
    }

    private List<LogRecord> readBack(int node) {
        byte[] bytes = Log.header(four.validators, Four.id(node));
        for (int index = 0; index < logs.get(node).size(); index++) {
            byte[] frame = Log.frame(index, logs.get(node).get(index));
            byte[] longer = Arrays.copyOf(bytes, bytes.length + frame.length);
            System.arraycopy(frame, 0, longer, bytes.length, frame.length);
            bytes = longer;
        }
        try {
            return Log.recover(four.validators, Four.id(node), bytes).records();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private void begin(int node, Replica.Begun begun) {
        replicas.set(node, begun.replica());
        synced.set(node, logs.get(node).size() - 1L);
        take(node, begun.step());
    }

    void submit(List<SealedCommand> commands) {
        pools.forEach(pool -> pool.addAll(commands));
    }

    void submit(SealedCommand command) {
        submit(List.of(command));
    }

    void run(long milliseconds) {
        long until = time + milliseconds;
        while (!queue.isEmpty() && queue.peek().time() <= until) {
            Due due = queue.poll();
            time = due.time();
            due.what().run();
        }
        time = until;
    }

    long executed(int node) {
        return roots.get(node).size();
    }

    long quitted(int node) {
        return replicas.get(node).quittance().map(q -> q.height().number()).orElse(0L);
    }

    SettlementExecution settlement(int node) {
        return (SettlementExecution) replicas.get(node).execution();
    }

    void input(int node, ReplicaInput input) {
        if (replicas.get(node) != null) {
            take(node, replicas.get(node).step(input));
        }
    }

    private void take(int node, ReplicaStep step) {
        for (SystemEvent event : step.events()) {
            events.get(node).add(event);
            if (event instanceof SystemEvent.Execute(Height height, Digest root, var contents)) {
                Digest before = roots.get(node).put(height, root);
                if (before != null && !before.equals(root)) {
                    throw new AssertionError("another root when executed again: " + event);
                }
            }
        }
        if (replicas.get(node).ordering() != null) {
            snapshots.get(node).put(replicas.get(node).execution().executed(),
                    replicas.get(node).execution().snapshot());
        }
        leftOut.addAll(step.leftOut());
        pools.get(node).removeAll(step.leftOut());
        step.effects().forEach(effect -> perform(node, effect));
    }

    private void later(long delay, Runnable what) {
        queue.add(new Due(time + delay, number++, what));
    }

    private void perform(int node, ReplicaEffect effect) {
        switch (effect) {
            case ReplicaEffect.Ordering(Effect inner) -> perform(node, inner);
            case ReplicaEffect.Accuse(AttestationEvidence evidence) -> accusations.add(evidence);
            case ReplicaEffect.Stop(Divergence divergence) -> stops.add(divergence);
        }
    }

    private void perform(int node, Effect effect) {
        switch (effect) {
            case Effect.Persist persist -> persist(node, persist);
            case Effect.Send send -> {
                checkDurable(node, send.message());
                for (int to = 0; to < replicas.size(); to++) {
                    deliver(node, to, send.message());
                }
            }
            case Effect.SendTo send -> deliver(node, send.to().index(), send.message());
            case Effect.SetTimer set -> {
                long mine = number;
                timers.get(node).put(set.timer(), mine);
                later(set.delayMillis(), () -> {
                    if (timers.get(node).getOrDefault(set.timer(), -1L) == mine) {
                        input(node, new ReplicaInput.Ordering(
                                new Input.TimerFired(set.timer(), set.view())));
                    }
                });
            }
            case Effect.RequestPayload request -> later(1, () -> input(node,
                    new ReplicaInput.Commands(
                            request.view(), request.parent().digest(), pools.get(node))));
            case Effect.Execute execute -> {
                Body body = stored(node, execute.block().digest()).orElseThrow();
                forget(node, body);
                later(1, () -> input(node,
                        new ReplicaInput.BlockRead(execute.height(), body)));
            }
            case Effect.ServeBlocks serve -> {
                BlockResponse response =
                        BlockResponse.to(serve.request(), digest -> stored(node, digest));
                if (!response.bodies().isEmpty()) {
                    deliver(node, serve.to().index(), response);
                }
            }
            case Effect.Tell tell -> throw new AssertionError(tell);
        }
    }

    private void persist(int node, Effect.Persist persist) {
        if (persist.index() != logs.get(node).size()) {
            throw new AssertionError("gap in the log at " + persist.index());
        }
        logs.get(node).add(persist.record());
        persist.record().storedBody().ifPresent(
                body -> bodies.get(node).put(body.block().digest(), body));
        Replica writer = replicas.get(node);
        later(1, () -> {
            if (replicas.get(node) == writer) {
                synced.set(node, persist.index());
                input(node, new ReplicaInput.Ordering(new Input.Persisted(persist.index())));
            }
        });
    }

    /** An own attestation is sent only once the record of it is on stable storage. */
    private void checkDurable(int node, Message message) {
        if (message instanceof Attestation attestation) {
            attestations.add(attestation);
            int index = logs.get(node).indexOf(new LogRecord.Attested(attestation));
            if (index < 0 || index > synced.get(node)) {
                throw new AssertionError("sent before it was durable: " + attestation);
            }
        }
    }

    private void forget(int node, Body body) {
        try {
            pools.get(node).removeAll(PayloadCodec.decode(body.payload()).commands());
        } catch (MalformedException e) {
            throw new AssertionError("a final block with an invalid payload", e);
        }
    }

    private Optional<Body> stored(int node, Digest digest) {
        return Optional.ofNullable(bodies.get(node).get(digest));
    }

    private void deliver(int from, int to, Message message) {
        if (from == to || !filter.passes(from, to, message)) {
            return;
        }
        byte[] bytes = MessageCodec.encode(Envelope.of(four.validators, message));
        later(DELAY, () -> receive(from, to, bytes));
    }

    private void receive(int from, int to, byte[] bytes) {
        try {
            Verifier.Verdict verdict =
                    four.verifier.verify(Four.id(from), MessageCodec.decode(bytes));
            if (verdict instanceof Verifier.Verdict.Accepted accepted) {
                input(to, new ReplicaInput.Ordering(
                        new Input.Received(Four.id(from), accepted.message())));
            } else {
                throw new AssertionError(verdict.toString());
            }
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
