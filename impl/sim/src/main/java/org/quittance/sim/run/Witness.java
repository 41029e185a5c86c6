package org.quittance.sim.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.consensus.Event;
import org.quittance.core.consensus.Report;
import org.quittance.core.consensus.State;
import org.quittance.core.consensus.Step;
import org.quittance.core.message.Block;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.sim.host.Payloads;
import org.quittance.sim.kernel.Timeline;

/** Sees every step of every correct replica: counts, records, and tells the checkers. */
final class Witness {

    private final Timeline timeline;
    private final Checks checks;
    private final Liveness liveness;
    private final Statistics statistics;
    private final Recorder recorder;
    private final Payloads payloads;
    private final SortedMap<Integer, List<Signed>> pending = new TreeMap<>();
    private final SortedMap<Integer, Variants> variants = new TreeMap<>();

    Witness(
            Timeline timeline,
            Checks checks,
            Liveness liveness,
            Statistics statistics,
            Recorder recorder,
            Payloads payloads) {
        this.timeline = timeline;
        this.checks = checks;
        this.liveness = liveness;
        this.statistics = statistics;
        this.recorder = recorder;
        this.payloads = payloads;
    }

    /** A replica took a step. */
    void stepped(int node, Step step) {
        stepped(node, step.events(), step.state());
    }

    /** A replica took a step of ordering, and this is what it knows now. */
    void stepped(int node, List<Event> events, State state) {
        events.forEach(event -> saw(node, event));
        checks.after(node, state);
        liveness.inView(state.view());
    }

    /** A replica lost its power. */
    void crashed(int node) {
        statistics.add(Count.CRASHES, 1);
        pending.remove(node);
        record(node, new Event.Crash());
    }

    /** A record of a replica is on its disk for good. */
    void synced(int node, LogRecord record) {
        if (record instanceof LogRecord.Own(var message)) {
            checks.synced(node, message.signed().statement());
        }
    }

    /** A replica's log was read, and these are its records. */
    void readBack(int node, List<LogRecord> records) {
        Set<Statement> own = new HashSet<>();
        for (LogRecord record : records) {
            if (record instanceof LogRecord.Own(var message)) {
                own.add(message.signed().statement());
            }
        }
        checks.readBack(node, own);
    }

    /** A replica has something to tell. */
    void told(Report report) {
        if (report instanceof Report.Guilty(var evidence)) {
            statistics.accused(evidence.culprit().index(), evidence.pair().number());
            checks.accused(evidence);
        }
    }

    private void saw(int node, Event event) {
        if (event instanceof Event.Propose(Block block, var queue)) {
            payloads.seen(block);
        }
        record(node, event);
        switch (event) {
            case Event.Propose(Block block, List<Signed> queue) -> pending.put(node, queue);
            case Event.Notarize(Block block, List<Signed> queue) -> pending.put(node, queue);
            case Event.Nullify(var view, List<Signed> queue) -> pending.put(node, queue);
            case Event.Finalize(Block block, List<Signed> queue) -> pending.put(node, queue);
            case Event.Persist(List<Signed> queue, List<Signed> durable) -> persisted(node, queue);
            case Event.Commit(List<Block> path, Block committed) -> committed(node, path);
            case Event.Restart restart -> {
                statistics.add(Count.RESTARTS, 1);
                checks.standsAt(node, restart.tip());
            }
            case Event.Receive receive -> { }
            case Event.HoldCertificate hold -> { }
            case Event.EnterView enter -> { }
            case Event.Crash crash -> { }
        }
    }

    private void persisted(int node, List<Signed> queue) {
        List<Signed> before = pending.getOrDefault(node, List.of());
        if (before.isEmpty()) {
            throw new IllegalStateException("node " + node + " persisted nothing");
        }
        Statement statement = before.getFirst().statement();
        recorder.persisted(node, statement);
        pending.put(node, queue);
        checks.sent(node, statement);
    }

    private void committed(int node, List<Block> path) {
        statistics.atLeast(Count.LONGEST_COMMIT, path.size());
        for (Block block : path) {
            checks.committed(node, block);
            liveness.committed(node, block);
        }
    }

    private void record(int node, Event event) {
        statistics.action(event.getClass().getSimpleName());
        variants.computeIfAbsent(node, key -> new Variants()).of(event, statistics::variant);
        recorder.event(node, event, timeline.now());
    }
}
