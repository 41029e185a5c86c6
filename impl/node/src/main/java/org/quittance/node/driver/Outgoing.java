package org.quittance.node.driver;

import java.util.List;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Report;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaEffect;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.EvidenceCommands;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.ExitCode;
import org.quittance.node.net.FrameType;
import org.quittance.node.net.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the core wants done outside: messages, news for clients, reports. */
final class Outgoing implements CoreThread.Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final long SIZE_NANOS = 1_000_000_000;

    private final ValidatorSet validators;
    private final Links links;
    private final CommandPool pool;
    private final Results results;
    private final BiConsumer<ExitCode, String> failed;
    private final Relay relay = new Relay();
    private long sizedAt = System.nanoTime() - SIZE_NANOS - 1;
    private int size;
    private volatile Status status = new Status(0, 0, 0, 0, "", 0, false);

    Outgoing(
            ValidatorSet validators,
            Links links,
            CommandPool pool,
            Results results,
            BiConsumer<ExitCode, String> failed) {
        this.validators = validators;
        this.links = links;
        this.pool = pool;
        this.results = results;
        this.failed = failed;
    }

    @Override
    public void send(Message message) {
        if (!relay.holds(message, System.nanoTime())) {
            broadcast(message);
        }
    }

    private void broadcast(Message message) {
        links.broadcast(FrameType.MESSAGE, encode(message));
    }

    @Override
    public void sendTo(ValidatorId to, Message message) {
        links.send(to.index(), FrameType.MESSAGE, encode(message));
    }

    private byte[] encode(Message message) {
        return MessageCodec.encode(Envelope.of(validators, message));
    }

    /** Shows a command of a client to the others. */
    void share(SealedCommand command) {
        links.broadcast(FrameType.COMMAND, PayloadCodec.encode(command));
    }

    @Override
    public void told(ReplicaEffect effect) {
        switch (effect) {
            case ReplicaEffect.Ordering(Effect.Tell(Report report)) -> told(report);
            case ReplicaEffect.Ordering other -> { }
            case ReplicaEffect.Accuse(var evidence) -> {
                LOG.warn("validator {} is guilty: it attested two roots for height {}",
                        evidence.culprit(), evidence.height().number());
                submit(EvidenceCommands.of(evidence));
            }
            case ReplicaEffect.Stop(var divergence) ->
                    failed.accept(ExitCode.DIVERGED, divergence.describe());
        }
    }

    private void told(Report report) {
        switch (report) {
            case Report.Guilty(var evidence) -> {
                LOG.warn("validator {} is guilty: it contradicted itself in view {}",
                        evidence.culprit(), evidence.view().number());
                submit(EvidenceCommands.of(evidence));
            }
            case Report.TwoProposals(var view, var first, var second) ->
                    LOG.warn("the leader of view {} proposed {} and {}",
                            view.number(), first, second);
            case Report.Forked(var committed, var conflicting) ->
                    LOG.error("the chain is forked: {} is committed, and {} final: a third of the"
                            + " weight or more is Byzantine", committed, conflicting);
        }
    }

    private void submit(Command command) {
        SealedCommand evidence = new SealedCommand(command, List.of());
        pool.add(evidence, System.nanoTime());
        share(evidence);
    }

    @Override
    public void stepped(Replica replica, ReplicaStep step) {
        replica.quittance().ifPresent(results::settled);
    }

    @Override
    public boolean rounded(Replica replica) {
        relay.due(System.nanoTime()).forEach(this::broadcast);
        long executed = replica.execution().executed().number();
        status = new Status(
                replica.ordering().view().number(),
                replica.ordering().height().number(),
                executed,
                replica.quittance().map(Quittance::height).map(it -> it.number()).orElse(0L),
                executed == status.executed() && !status.root().isEmpty()
                        ? status.root()
                        : replica.execution().trie().root().hex(),
                sizeOf(replica),
                replica.isStopped());
        return !relay.isEmpty();
    }

    /** As it was up to a second ago: it takes a walk over all that is kept. */
    private int sizeOf(Replica replica) {
        long now = System.nanoTime();
        if (now - sizedAt > SIZE_NANOS) {
            sizedAt = now;
            size = replica.size();
        }
        return size;
    }

    Status status() {
        return status;
    }

    /** Can clients be served what is new, while these are here? */
    boolean isReady(SortedSet<ValidatorId> present) {
        return status.isReady(validators, present);
    }

    @Override
    public void failed(ExitCode code, String reason) {
        failed.accept(code, reason);
    }
}
