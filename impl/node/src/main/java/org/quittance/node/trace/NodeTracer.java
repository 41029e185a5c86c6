package org.quittance.node.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Event;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.replica.Divergence;
import org.quittance.core.replica.ReplicaEffect;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.core.replica.SystemEvent;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.trace.SystemTraceFormat;
import org.quittance.core.trace.SystemTraceFormat.Facts;
import org.quittance.core.trace.TraceFormat;

/**
 * Writes what one life of a replica does, one file for ordering and one for the system, in the
 * lines of {@link TraceFormat} and {@link SystemTraceFormat}. What only whoever sees all nodes can
 * know (causes; whether a payload is valid that isn't here) is left out for the merge to fill in.
 *
 * <p>The files must be {@link #flush flushed} before anything that the lines tell of can be seen
 * from outside: before records go to the log, and before messages are sent. So the trace of a
 * process that was killed lacks nothing that anyone knows of. It belongs to the core's thread.
 */
public final class NodeTracer {

    private record Said(int signer, long height, Digest root) {}

    private static final Facts NOTHING = new Facts(Digest.NONE, 0, 0, Digest.NONE);

    private final ValidatorId self;
    private final TraceFile ordering;
    private final TraceFile system;
    private final Optional<SettlementTracer> settlement;
    private final Predicate<Digest> isKnown;
    private final Function<Digest, Optional<Body>> bodies;
    private final Map<Long, Digest> signed = new HashMap<>();
    private final Set<Said> heard = new HashSet<>();
    private long orderingSeq;
    private long systemSeq;
    private long forgotten;
    private long votes;
    private long attestations;

    /** A file, and how many own messages, of those that it is about, are in the log. */
    record Durable(TraceFile file, long messages) {}

    /**
     * A tracer of one life.
     *
     * @param bodies the blocks that this node has; all of them are valid
     * @param settlement is flushed and closed with this
     */
    NodeTracer(
            ValidatorId self,
            Durable ordering,
            Durable system,
            Function<Digest, Optional<Body>> bodies,
            Optional<SettlementTracer> settlement) {
        this.self = self;
        this.ordering = ordering.file();
        this.votes = ordering.messages();
        this.system = system.file();
        this.attestations = system.messages();
        this.bodies = bodies;
        this.settlement = settlement;
        this.isKnown = new Recent(bodies);
    }

    /** Which blocks are here: asked for each mention of one, so the latest answers are kept. */
    private static final class Recent implements Predicate<Digest> {

        private static final int MOST = 4_096;

        private final Function<Digest, Optional<Body>> bodies;
        private final Set<Digest> known = new HashSet<>();

        Recent(Function<Digest, Optional<Body>> bodies) {
            this.bodies = bodies;
        }

        @Override
        public boolean test(Digest digest) {
            if (known.contains(digest)) {
                return true;
            }
            boolean here = bodies.apply(digest).isPresent();
            if (here) {
                if (known.size() >= MOST) {
                    known.clear();
                }
                known.add(digest);
            }
            return here;
        }
    }

    /**
     * The replica took a step.
     *
     * @param diverged why it is about to stop, if it is
     * @param millis since this life began, for people only
     */
    public void stepped(ReplicaStep step, Optional<Divergence> diverged, long millis) {
        for (Event event : step.ordering()) {
            ordering.line(TraceFormat.event(
                    self, orderingSeq++, new TreeMap<>(), millis, event, isKnown));
        }
        SystemEvent last = lastThatCompares(step.events());
        for (SystemEvent event : step.events()) {
            system(event, event == last ? diverged : Optional.empty(), millis);
        }
        for (ReplicaEffect effect : step.effects()) {
            if (effect instanceof ReplicaEffect.Ordering(
                    Effect.Persist(long index, LogRecord record))) {
                votes += record instanceof LogRecord.Own ? 1 : 0;
                attestations += record instanceof LogRecord.Attested ? 1 : 0;
            } else if (effect instanceof ReplicaEffect.Ordering(
                    Effect.Execute(Height height, var block))) {
                Facts facts = facts(contents(bodies.apply(block.digest())), 0);
                system.line(SystemTraceFormat.order(
                        self.index(), systemSeq++, millis, height.number(), facts));
            }
        }
    }

    private static @Nullable SystemEvent lastThatCompares(List<SystemEvent> events) {
        SystemEvent last = null;
        for (SystemEvent event : events) {
            if (event instanceof SystemEvent.Execute
                    || event instanceof SystemEvent.FormQuittance
                    || event instanceof SystemEvent.ReceiveQuittance) {
                last = event;
            }
        }
        return last;
    }

    private void system(SystemEvent event, Optional<Divergence> diverged, long millis) {
        switch (event) {
            case SystemEvent.ReceiveAttestation(Attestation it) ->
                    heard(it.signer(), it.height(), it.root(), millis);
            case SystemEvent.ReceiveQuittance quittance -> {
                for (ValidatorId signer : quittance.signers()) {
                    Said said = new Said(
                            signer.index(), quittance.height().number(), quittance.root());
                    if (!signer.equals(self) && !heard.contains(said)) {
                        heard(signer, quittance.height(), quittance.root(), millis);
                    }
                }
                line(event, diverged, millis);
            }
            default -> line(event, diverged, millis);
        }
    }

    private void heard(ValidatorId signer, Height height, Digest root, long millis) {
        heard.add(new Said(signer.index(), height.number(), root));
        system.line(SystemTraceFormat.received(self.index(), systemSeq++, new TreeMap<>(), millis,
                signer, height, root));
    }

    private void line(SystemEvent event, Optional<Divergence> diverged, long millis) {
        long apart = diverged.isPresent() ? diverged.get().height().number() : 0;
        Facts facts = switch (event) {
            case SystemEvent.Execute execute -> {
                forgetBelow(execute.height().number());
                yield facts(execute.contents(), apart);
            }
            case SystemEvent.InstallSnapshot install -> facts(install.contents(), 0);
            case SystemEvent.Attest attest -> {
                signed.put(attest.height().number(), attest.root());
                yield NOTHING;
            }
            case SystemEvent.Send send -> new Facts(Digest.NONE, 0, 0,
                    signed.getOrDefault(send.height().number(), Digest.NONE));
            default -> new Facts(Digest.NONE, 0, apart, Digest.NONE);
        };
        system.line(SystemTraceFormat.event(
                self.index(), systemSeq++, new TreeMap<>(), millis, event, facts));
    }

    /** The replica itself forgets what is 64 heights back, so it can't hear of it any more. */
    private void forgetBelow(long executed) {
        if (executed >= forgotten + 1_024) {
            forgotten = executed - 512;
            signed.keySet().removeIf(height -> height < forgotten);
            heard.removeIf(said -> said.height() < forgotten);
        }
    }

    private static BlockContents contents(Optional<Body> body) {
        try {
            return body.isPresent()
                    ? PayloadCodec.decode(body.get().payload())
                    : BlockContents.empty();
        } catch (MalformedException e) {
            return BlockContents.empty();
        }
    }

    private static Facts facts(BlockContents contents, long diverged) {
        Digest command = Digest.sha256("quittance/node/commands/v1",
                PayloadCodec.encode(new BlockContents(Optional.empty(), contents.commands()))
                        .bytes().toArray());
        long quitted = contents.quittance().map(it -> it.height().number()).orElse(0L);
        return new Facts(command, quitted, diverged, Digest.NONE);
    }

    /** Hands all lines to the system, which keeps them even if the process is killed. */
    public void flush() {
        ordering.flush();
        system.flush();
        settlement.ifPresent(SettlementTracer::flush);
    }

    /** The life ends as it should: all that was flushed is in the log, too. */
    public void close() {
        ordering.line(end(votes));
        system.line(end(attestations));
        flush();
        ordering.close();
        system.close();
        settlement.ifPresent(SettlementTracer::close);
    }

    private static String end(long durable) {
        return "{\"end\":true,\"durable\":" + durable + "}";
    }
}
