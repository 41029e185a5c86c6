package org.quittance.sim.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Payload;
import org.quittance.core.replica.Divergence;
import org.quittance.core.replica.SystemEvent;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.trace.SystemTraceFormat;
import org.quittance.core.trace.TraceFormat;
import org.quittance.sim.host.Keys;
import org.quittance.sim.scenario.Scenario;

/**
 * Writes the trace of execution and attestation, in the one order in which the simulator takes
 * steps.
 */
final class SystemRecorder {

    private record Said(int signer, long height, Digest root) {}

    private static final SystemTraceFormat.Facts NOTHING =
            new SystemTraceFormat.Facts(Digest.NONE, 0, 0, Digest.NONE);

    private final @Nullable Consumer<String> sink;
    // These two are only looked up, never iterated, so their order can't matter.
    private final Map<Said, Long> sent = new HashMap<>();
    private final Map<Said, Digest> signed = new HashMap<>();
    private final SortedMap<Integer, Set<Said>> heard = new TreeMap<>();
    private final SortedMap<ValidatorId, Long> last = new TreeMap<>();
    private long events;

    SystemRecorder(
            @Nullable Consumer<String> sink,
            Scenario scenario,
            Keys keys,
            long maxLag,
            String commit) {
        this.sink = sink;
        if (sink != null) {
            sink.accept(SystemTraceFormat.header(keys.validators(),
                    scenario.byzantine().keySet().stream().map(ValidatorId::new).toList(),
                    scenario.wrong().keySet().stream().map(ValidatorId::new).toList(),
                    maxLag, commit, scenario.name(), scenario.seed()));
        }
    }

    /** A block with this payload is final at this height. */
    void ordered(int node, long height, Payload payload, long millis) {
        write(SystemTraceFormat.order(
                node, next(node), millis, height, facts(World.contents(payload), 0)));
    }

    /**
     * An event of a replica.
     *
     * @param diverged why the replica is about to stop, if it is since this event
     */
    void event(int node, SystemEvent event, Optional<Divergence> diverged, long millis) {
        switch (event) {
            case SystemEvent.ReceiveAttestation(Attestation it) ->
                    heard(node, it.signer(), it.height(), it.root(), millis);
            case SystemEvent.ReceiveQuittance quittance -> {
                for (ValidatorId signer : quittance.signers()) {
                    Said said = new Said(
                            signer.index(), quittance.height().number(), quittance.root());
                    if (said.signer() != node && !heard(node).contains(said)) {
                        heard(node, signer, quittance.height(), quittance.root(), millis);
                    }
                }
                line(node, event, diverged, millis);
            }
            default -> line(node, event, diverged, millis);
        }
    }

    private void heard(int node, ValidatorId signer, Height height, Digest root, long millis) {
        Said said = new Said(signer.index(), height.number(), root);
        heard(node).add(said);
        SortedMap<ValidatorId, Long> cause = new TreeMap<>();
        Long seq = sent.get(said);
        if (seq != null) {
            cause.put(signer, seq);
        }
        write(SystemTraceFormat.received(
                node, next(node), cause, millis, signer, height, root));
    }

    private void line(
            int node, SystemEvent event, Optional<Divergence> diverged, long millis) {
        long seq = next(node);
        long apart = diverged.isPresent() ? diverged.get().height().number() : 0;
        SystemTraceFormat.Facts facts = NOTHING;
        switch (event) {
            // What the replica says it executed, and not what was ordered: they might differ.
            case SystemEvent.Execute execute -> facts = facts(execute.contents(), apart);
            case SystemEvent.InstallSnapshot taken -> facts = facts(taken.contents(), 0);
            case SystemEvent.Attest attest -> signed.put(
                    new Said(node, attest.height().number(), Digest.NONE), attest.root());
            case SystemEvent.Send send -> {
                long height = send.height().number();
                Digest root = signed.getOrDefault(
                        new Said(node, height, Digest.NONE), Digest.NONE);
                sent.put(new Said(node, height, root), seq);
                facts = new SystemTraceFormat.Facts(Digest.NONE, 0, 0, root);
            }
            case SystemEvent.Crash crash -> heard(node).clear();
            default -> facts = new SystemTraceFormat.Facts(Digest.NONE, 0, apart, Digest.NONE);
        }
        write(SystemTraceFormat.event(node, seq, new TreeMap<>(), millis, event, facts));
    }

    private static SystemTraceFormat.Facts facts(BlockContents contents, long diverged) {
        Digest command = Digest.sha256("quittance/sim/commands/v1",
                PayloadCodec.encode(new BlockContents(Optional.empty(), contents.commands()))
                        .bytes().toArray());
        long quitted = contents.quittance().map(it -> it.height().number()).orElse(0L);
        return new SystemTraceFormat.Facts(command, quitted, diverged, Digest.NONE);
    }

    private Set<Said> heard(int node) {
        return heard.computeIfAbsent(node, key -> new HashSet<>());
    }

    private long next(int node) {
        events++;
        ValidatorId id = new ValidatorId(node);
        long seq = last.getOrDefault(id, -1L) + 1;
        last.put(id, seq);
        return seq;
    }

    private void write(String line) {
        if (sink != null) {
            sink.accept(line);
        }
    }

    /** Writes the last line. */
    void end() {
        write(TraceFormat.end(events, new TreeMap<>(last)));
    }

    /** How many events were recorded. */
    long events() {
        return events;
    }
}
