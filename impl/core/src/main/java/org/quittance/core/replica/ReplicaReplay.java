package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.Spec;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Simplex;
import org.quittance.core.consensus.Step;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;

/** Reads the log of a replica that comes back. */
final class ReplicaReplay {

    private final ReplicaConfig config;
    private final Execution execution;
    private final List<LogRecord> log;
    private final SortedMap<Digest, Body> bodies = new TreeMap<>();
    private final LogRecord.Committed tip;

    private ReplicaReplay(ReplicaConfig config, Execution execution, List<LogRecord> log) {
        this.config = config;
        this.execution = execution;
        this.log = log;
        LogRecord.Committed last =
                new LogRecord.Committed(Height.GENESIS, config.ordering().genesis());
        for (LogRecord record : log) {
            record.storedBody().ifPresent(body -> bodies.put(body.block().digest(), body));
            last = record instanceof LogRecord.Committed committed ? committed : last;
        }
        this.tip = last;
    }

    @Spec("System!Restart")
    static Replica.Begun restart(ReplicaConfig config, Execution execution, List<LogRecord> log)
            throws InconsistentLogException {
        ReplicaReplay replay = new ReplicaReplay(config, execution, log);
        List<Body> path = replay.path();
        Step step = Simplex.restart(config.ordering(), replay.ordering());
        LogIndexes indexes = new LogIndexes(log.size());
        Replica replica = new Replica(
                config, execution, step.state(), indexes, replay.heights());
        ReplicaOutbox out = new ReplicaOutbox(indexes);
        Optional<Divergence> divergence = replay.divergence();
        if (divergence.isPresent()) {
            replica.system().setDiverged(divergence.get(), log.size() - 1L);
            replica.system().setStopped();
            out.add(new ReplicaEffect.Stop(divergence.get()));
            return new Replica.Begun(replica, out.close());
        }
        out.add(new SystemEvent.Restart(execution.executed()));
        replay.remember(replica.system());
        // What is settled according to the last blocks needn't be attested again.
        for (Body body : path.reversed()) {
            replica.learnQuittance(body.payload(), out);
        }
        Height height = execution.executed();
        for (Body body : path) {
            height = height.next();
            replica.execute(height, body, out);
        }
        if (replica.system().isRunning()) {
            replica.take(step, out);
            replica.rebroadcast(out);
        }
        return new Replica.Begun(replica, out.close());
    }

    /** The records that ordering wrote. */
    private List<LogRecord> ordering() {
        return log.stream().filter(record -> !isOfAttestation(record)).toList();
    }

    private static boolean isOfAttestation(LogRecord record) {
        return switch (record) {
            case LogRecord.Attested attested -> true;
            case LogRecord.Diverged diverged -> true;
            case LogRecord.Accused accused -> true;
            case LogRecord.Own own -> false;
            case LogRecord.Stored stored -> false;
            case LogRecord.Held held -> false;
            case LogRecord.Committed committed -> false;
            case LogRecord.Convicted convicted -> false;
        };
    }

    private Optional<Divergence> divergence() {
        for (LogRecord record : log) {
            if (record instanceof LogRecord.Diverged(Digest own, Quittance quittance)) {
                return Optional.of(new Divergence(own, quittance));
            }
        }
        return Optional.empty();
    }

    /** Own attestations count again, and what others were accused of isn't told again. */
    private void remember(SystemState system) throws InconsistentLogException {
        for (LogRecord record : log) {
            if (record instanceof LogRecord.Attested(Attestation attestation)) {
                checkOwn(system, attestation);
                system.setDurable(attestation);
                system.book().add(attestation);
                recall(system, attestation);
            } else if (record instanceof LogRecord.Accused accused) {
                system.charge(accused.evidence());
            }
        }
    }

    /**
     * What the snapshot stands for was attested in an earlier life. If that was wrong, the replica
     * must find out by the quittance as if it had never stopped; at the snapshot's own height what
     * counts is what is in it.
     */
    private void recall(SystemState system, Attestation attestation) {
        Height executed = execution.executed();
        if (attestation.height().compareTo(executed) < 0) {
            system.recall(attestation.height(), attestation.root());
        } else if (attestation.height().equals(executed)) {
            system.recall(executed, execution.trie().root());
        }
    }

    private void checkOwn(SystemState system, Attestation attestation)
            throws InconsistentLogException {
        if (!attestation.signer().equals(config.ordering().self())) {
            throw new InconsistentLogException("the log of validator "
                    + config.ordering().self() + " has an attestation by validator "
                    + attestation.signer());
        }
        if (system.durable(attestation.height()).isPresent()) {
            throw new InconsistentLogException("the log has two attestations for height "
                    + attestation.height().number());
        }
    }

    private BlockHeights heights() {
        BlockHeights heights = new BlockHeights(tip.block(), tip.height());
        bodies.values().forEach(body -> heights.seen(body.block()));
        return heights;
    }

    /** The final blocks above the execution's height, in order. */
    private List<Body> path() throws InconsistentLogException {
        List<Body> path = new ArrayList<>();
        Block block = tip.block();
        for (long h = tip.height().number(); h > execution.executed().number(); h--) {
            Body body = bodies.get(block.digest());
            if (body == null) {
                throw new InconsistentLogException("the log commits " + block
                        + " at height " + h + ", but its payload isn't there");
            }
            path.add(body);
            Body below = bodies.get(body.block().parent());
            block = below == null ? config.ordering().genesis() : below.block();
        }
        Collections.reverse(path);
        return path;
    }
}
