package org.quittance.sim.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Digest;
import org.quittance.core.consensus.Event;
import org.quittance.core.consensus.Report;
import org.quittance.core.consensus.State;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.replica.Divergence;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.core.replica.SystemEvent;
import org.quittance.core.settlement.codec.EvidenceCommands;
import org.quittance.sim.kernel.Timeline;

/**
 * Sees every step of every replica that settles and keeps the rules: what it ordered goes on to the
 * {@link Witness}; what it executed and attested is counted, recorded, and told to the checkers.
 */
final class SystemWitness {

    private final Witness ordering;
    private final Timeline timeline;
    private final World world;
    private final SystemChecks checks;
    private final SystemRecorder recorder;
    private final Statistics statistics;
    private final SortedMap<Long, Block> chain = new TreeMap<>();
    // Only looked up, never iterated, so its order can't matter.
    private final Map<Digest, Long> heights = new HashMap<>();
    private final Map<Signed, Attestation> durable = new HashMap<>();

    private record Signed(int node, long height) {}

    SystemWitness(
            Witness ordering,
            Timeline timeline,
            World world,
            SystemChecks checks,
            SystemRecorder recorder,
            Statistics statistics,
            Block genesis) {
        this.ordering = ordering;
        this.timeline = timeline;
        this.world = world;
        this.checks = checks;
        this.recorder = recorder;
        this.statistics = statistics;
        heights.put(genesis.digest(), 0L);
    }

    /** A replica took a step. */
    void stepped(int node, Replica replica, ReplicaStep step) {
        ordering.stepped(node, step.ordering(), replica.ordering());
        statistics.add(Count.LEFT_OUT, step.leftOut().size());
        SystemEvent last = null;
        for (SystemEvent event : step.events()) {
            if (event instanceof SystemEvent.Execute
                    || event instanceof SystemEvent.FormQuittance
                    || event instanceof SystemEvent.ReceiveQuittance) {
                last = event;
            }
        }
        for (SystemEvent event : step.events()) {
            // Once a replica has diverged none of these happens any more.
            saw(node, event, event == last ? replica.divergence() : Optional.empty());
        }
        for (Event event : step.ordering()) {
            if (event instanceof Event.Commit(List<Block> path, Block committed)) {
                path.forEach(block -> committed(node, block));
            }
        }
    }

    private void saw(int node, SystemEvent event, Optional<Divergence> diverged) {
        statistics.system(event.getClass().getSimpleName());
        recorder.event(node, event, diverged, timeline.now());
        switch (event) {
            case SystemEvent.Execute(var height, Digest root, var contents) -> {
                Block block = chain.get(height.number());
                if (block == null) {
                    throw new IllegalStateException(
                            "node " + node + " executes what nobody committed");
                }
                checks.tell(checker -> checker.executed(node, height.number(), block, root));
            }
            case SystemEvent.FormQuittance held ->
                    checks.tell(checker -> checker.holds(
                            node, held.height().number(), held.root()));
            case SystemEvent.ReceiveQuittance held ->
                    checks.tell(checker -> checker.holds(
                            node, held.height().number(), held.root()));
            case SystemEvent.Send(var height) -> {
                // It counts for the replica itself before anyone else hears of it.
                Attestation sent = durable.get(new Signed(node, height.number()));
                if (sent != null) {
                    attested(sent);
                }
            }
            case SystemEvent.Restart restart ->
                    checks.tell(checker -> checker.restarted(node, restart.kept().number()));
            case SystemEvent.InstallSnapshot taken -> checks.tell(checker -> checker.installed(
                    node, taken.height().number(), taken.root()));
            default -> { }
        }
    }

    private void committed(int node, Block block) {
        Long parent = heights.get(block.parent());
        if (parent == null || heights.containsKey(block.digest())) {
            return;
        }
        long height = parent + 1;
        heights.put(block.digest(), height);
        chain.put(height, block);
        Body body = world.payloads().body(block.digest()).orElseThrow(() ->
                new IllegalStateException("nobody has the payload of " + block));
        statistics.system("Order");
        recorder.ordered(node, height, body.payload(), timeline.now());
        checks.tell(checker -> checker.ordered(height, block));
    }

    /**
     * A replica took over the state of others, and begins another life with it.
     *
     * @param state of ordering, as it came back before that
     */
    void tookOver(int node, ReplicaStep step, State state) {
        ordering.stepped(node, step.ordering(), state);
        step.events().forEach(event -> saw(node, event, Optional.empty()));
        crashed(node);
    }

    /** The final block of a height. */
    Optional<Block> blockAt(long height) {
        return Optional.ofNullable(chain.get(height));
    }

    /** A replica lost its power. */
    void crashed(int node) {
        ordering.crashed(node);
        statistics.system("Crash");
        recorder.event(node, new SystemEvent.Crash(), Optional.empty(), timeline.now());
    }

    /** A record of a replica is on its disk for good. */
    void synced(int node, LogRecord record) {
        ordering.synced(node, record);
        if (record instanceof LogRecord.Attested(Attestation attestation)) {
            durable.put(new Signed(node, attestation.height().number()), attestation);
            checks.tell(checker -> checker.synced(node, attestation));
        }
    }

    /** A replica's log was read, and these are its records. */
    void readBack(int node, List<LogRecord> records) {
        ordering.readBack(node, records);
    }

    /** A replica has something to tell. */
    void told(Report report) {
        ordering.told(report);
        if (report instanceof Report.Guilty(var evidence)) {
            world.accuse(EvidenceCommands.of(evidence));
        }
    }

    /** A replica accuses a validator of what it attested. */
    void accused(AttestationEvidence evidence) {
        statistics.add(Count.ACCUSATIONS, 1);
        checks.tell(checker -> checker.accused(evidence));
        world.accuse(EvidenceCommands.of(evidence));
    }

    /** A replica stopped for good. */
    void stopped(int node, Divergence divergence) {
        statistics.add(Count.STOPPED, 1);
        statistics.stopped(node, divergence.describe());
    }

    /** A genuine attestation is out. */
    void attested(Attestation attestation) {
        checks.tell(checker -> checker.attested(attestation));
    }
}
