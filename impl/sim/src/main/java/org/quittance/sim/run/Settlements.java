package org.quittance.sim.run;

import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.message.Block;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.trace.SettlementTraceFormat;
import org.quittance.sim.check.settlement.SettlementCheckers;
import org.quittance.sim.check.settlement.Step;
import org.quittance.sim.host.Keys;
import org.quittance.sim.kernel.Timeline;
import org.quittance.sim.scenario.Scenario;

/**
 * What a run has beyond ordering if its payloads are executed: the world, the witness, and one
 * replica whose machine is watched step by step and traced.
 */
final class Settlements {

    private final World world;
    private final SystemWitness witness;
    private final SystemRecorder recorder;
    private final Timeline timeline;
    private final SettlementCheckers checkers;
    private final Statistics statistics;
    private final @Nullable Consumer<String> sink;
    private final int watched;
    private long done;
    private long events;

    Settlements(
            Scenario scenario,
            Options options,
            World world,
            Keys keys,
            Timeline timeline,
            Checks checks,
            Witness ordering,
            Statistics statistics) {
        this.world = world;
        this.timeline = timeline;
        this.statistics = statistics;
        this.sink = options.settlementSink();
        this.recorder = new SystemRecorder(options.systemSink(), scenario, keys,
                world.settling().maxLag(), options.commit());
        this.witness = new SystemWitness(ordering, timeline, world,
                new SystemChecks(scenario, world, options.ignored()), recorder, statistics,
                Block.genesis(keys.validators().chainId(), keys.validators().epoch()));
        checks.onAttestation(witness::attested);
        this.checkers = new SettlementCheckers(
                world.genesis(), world.settling().market().faulty(), options.ignored());
        this.watched = watched(scenario);
        if (sink != null) {
            sink.accept(SettlementTraceFormat.header(keys.validators().chainId(),
                    world.genesis(), options.commit(), scenario.name(), scenario.seed()));
        }
    }

    /** The first replica that is neither Byzantine nor wrong. */
    private static int watched(Scenario scenario) {
        int node = 0;
        while (scenario.isByzantine(node) || scenario.wrong().containsKey(node)) {
            node++;
        }
        return node;
    }

    World world() {
        return world;
    }

    SystemWitness witness() {
        return witness;
    }

    /**
     * Who is told of what a machine does. A replica that comes back does again what it did before;
     * that is not told twice.
     *
     * @param height of the last block that the machine has executed already
     */
    EventSink watcher(int node, long height) {
        return node != watched ? EventSink.NONE : new EventSink() {

            private long current = height + 1;

            @Override
            public void on(Event event) {
                if (current > done) {
                    saw(event);
                }
                if (event instanceof Event.EndBlock) {
                    done = Math.max(done, current);
                    current++;
                }
            }
        };
    }

    private void saw(Event event) {
        Step step = checkers.stepped(event);
        statistics.coverage().stepped(step);
        statistics.add(Count.SETTLEMENT_EVENTS, 1);
        if (sink != null) {
            sink.accept(SettlementTraceFormat.event(watched, events, timeline.now(), event,
                    step.before().entries(), step.after().entries()));
        }
        events++;
    }

    /** The run is over: writes the last lines. */
    void end() {
        recorder.end();
        statistics.add(Count.SYSTEM_EVENTS, recorder.events());
        if (sink != null) {
            sink.accept(SettlementTraceFormat.end(watched, events));
        }
    }
}
