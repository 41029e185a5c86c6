package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;

/**
 * A few validators and a network with one delay, just enough to see that rules make up a protocol.
 * What is acknowledged is in the log at once; a crash loses nothing but the state.
 */
final class Cluster {

    /** Which messages get through. */
    interface Filter {

        boolean passes(int from, int to, Message message);
    }

    private record Due(long time, long number, Runnable what) {}

    private static final long DELAY = 20;

    final Four four;
    final List<State> states = new ArrayList<>();
    final List<List<LogRecord>> logs = new ArrayList<>();
    final List<List<Block>> executed = new ArrayList<>();
    final List<List<Event>> events = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();
    Filter filter = (from, to, message) -> true;
    long steps;
    private final List<Map<Digest, Body>> bodies = new ArrayList<>();
    private final List<Map<Timer, Long>> timers = new ArrayList<>();
    private final PriorityQueue<Due> queue = new PriorityQueue<>(
            Comparator.comparingLong(Due::time).thenComparingLong(Due::number));
    private long time;
    private long number;

    Cluster(Four four) {
        this.four = four;
        for (ValidatorId id : four.validators.ids()) {
            states.add(null);
            logs.add(new ArrayList<>());
            executed.add(new ArrayList<>());
            events.add(new ArrayList<>());
            bodies.add(new TreeMap<>());
            timers.add(new TreeMap<>());
        }
    }

    void start(int... nodes) {
        for (int node : nodes) {
            take(node, Simplex.start(four.config(node)));
        }
    }

    void crash(int node) {
        states.set(node, null);
        timers.get(node).clear();
    }

    void restart(int node) throws InconsistentLogException {
        // Blocks above the last commit record come again.
        long height = logs.get(node).stream()
                .filter(LogRecord.Committed.class::isInstance)
                .mapToLong(record -> ((LogRecord.Committed) record).height().number())
                .max().orElse(0);
        List<Block> blocks = executed.get(node);
        blocks.subList((int) height, blocks.size()).clear();
        take(node, Simplex.restart(four.config(node), List.copyOf(logs.get(node))));
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

    int finalBlocks(int node) {
        return executed.get(node).size();
    }

    void input(int node, Input input) {
        if (states.get(node) != null) {
            steps++;
            take(node, Simplex.step(states.get(node), input));
        }
    }

    private void take(int node, Step step) {
        states.set(node, step.state());
        events.get(node).addAll(step.events());
        step.effects().forEach(effect -> perform(node, effect));
    }

    private void later(long delay, Runnable what) {
        queue.add(new Due(time + delay, number++, what));
    }

    private void perform(int node, Effect effect) {
        switch (effect) {
            case Effect.Persist persist -> {
                if (persist.index() != logs.get(node).size()) {
                    throw new AssertionError("gap in the log at " + persist.index());
                }
                logs.get(node).add(persist.record());
                persist.record().storedBody().ifPresent(
                        body -> bodies.get(node).put(body.block().digest(), body));
                later(1, () -> input(node, new Input.Persisted(persist.index())));
            }
            case Effect.Send send -> {
                for (int to = 0; to < states.size(); to++) {
                    deliver(node, to, send.message());
                }
            }
            case Effect.SendTo send -> deliver(node, send.to().index(), send.message());
            case Effect.SetTimer set -> {
                long mine = number;
                timers.get(node).put(set.timer(), mine);
                later(set.delayMillis(), () -> {
                    if (timers.get(node).getOrDefault(set.timer(), -1L) == mine) {
                        input(node, new Input.TimerFired(set.timer(), set.view()));
                    }
                });
            }
            case Effect.RequestPayload request -> later(1, () -> input(node,
                    new Input.PayloadReady(request.view(), request.parent().digest(),
                            Four.payload("view " + request.view().number() + " by " + node))));
            case Effect.Execute execute -> {
                executed.get(node).add(execute.block());
                if (execute.height().number() != executed.get(node).size()) {
                    throw new AssertionError("executed out of order: " + execute);
                }
                stored(node, execute.block().digest()).orElseThrow();
            }
            case Effect.ServeBlocks serve -> {
                BlockResponse response =
                        BlockResponse.to(serve.request(), digest -> stored(node, digest));
                if (!response.bodies().isEmpty()) {
                    deliver(node, serve.to().index(), response);
                }
            }
            case Effect.Tell tell -> reports.add(tell.report());
        }
    }

    private Optional<Body> stored(int node, Digest digest) {
        return Optional.ofNullable(bodies.get(node).get(digest));
    }

    private void deliver(int from, int to, Message message) {
        if (from == to || !filter.passes(from, to, message)) {
            return;
        }
        later(DELAY, () -> {
            Verifier.Verdict verdict = four.verifier.verify(
                    Four.id(from), Envelope.of(four.validators, message));
            if (verdict instanceof Verifier.Verdict.Accepted accepted) {
                input(to, new Input.Received(Four.id(from), accepted.message()));
            } else {
                throw new AssertionError(verdict + " of " + message);
            }
        });
    }

    /** Applies a check to every pair of chains. */
    void checkAgreement(Consumer<String> violated) {
        for (List<Block> a : executed) {
            for (List<Block> b : executed) {
                int common = Math.min(a.size(), b.size());
                if (!a.subList(0, common).equals(b.subList(0, common))) {
                    violated.accept(a + " and " + b);
                }
            }
        }
    }
}
