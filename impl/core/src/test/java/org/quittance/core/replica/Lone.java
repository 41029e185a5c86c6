package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Four;
import org.quittance.core.consensus.Input;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Statement;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;

/** Replica 0 by itself, with everything that the three others could send to it. */
final class Lone {

    final Four four = new Four();
    final List<LogRecord> log = new ArrayList<>();
    final List<ReplicaEffect> effects = new ArrayList<>();
    final List<SystemEvent> events = new ArrayList<>();
    final ReplicaConfig config;
    Replica replica;
    Block tip = four.genesis;
    long height;

    Lone(long maxLag) {
        Config usual = four.config(0);
        this.config = new ReplicaConfig(
                new Config(usual.validators(), usual.self(), usual.signer(),
                        new PayloadRules(four.verifier, new SealVerifier("test", Four.SCHEME)),
                        usual.timing()),
                four.verifier, maxLag);
        Replica.Begun begun = Replica.start(
                config, SettlementExecution.genesis(Market.GENESIS, EventSink.NONE));
        replica = begun.replica();
        take(begun.step());
    }

    void input(ReplicaInput input) {
        take(replica.step(input));
    }

    void input(Input input) {
        input(new ReplicaInput.Ordering(input));
    }

    void receive(int from, Message message) {
        input(four.received(from, message));
    }

    void take(ReplicaStep step) {
        effects.addAll(step.effects());
        events.addAll(step.events());
        for (ReplicaEffect effect : step.effects()) {
            if (effect instanceof ReplicaEffect.Ordering(Effect.Persist persist)) {
                log.add(persist.record());
            }
        }
    }

    /** Everything that was written is durable. */
    void sync() {
        input(new Input.Persisted(log.size() - 1));
    }

    static Payload payload(Quittance quittance) {
        return PayloadCodec.encode(
                new BlockContents(Optional.ofNullable(quittance), List.of()));
    }

    /** The next block on the tip, in the next view that another leads; those before are over. */
    Body next(Quittance quittance) {
        long view = tip.view().number() + 1;
        while (four.leader(view) == 0) {
            receive(1, four.certificate(Statement.nullify(Four.view(view)), 1, 2, 3));
            view++;
        }
        Payload payload = payload(quittance);
        return new Body(Block.on(tip, Four.view(view), payload), payload);
    }

    Proposal proposal(Body body) {
        return four.proposal(tip, body.block().view().number(), body.payload());
    }

    /** One more block is final, but not executed yet. */
    Body finalizeNext(Quittance quittance) {
        Body body = next(quittance);
        receive(1, four.certificate(Statement.notarize(body.block()), 1, 2, 3));
        receive(1, four.certificate(Statement.finalization(body.block()), 1, 2, 3));
        receive(1, new BlockResponse(List.of(body)));
        tip = body.block();
        height++;
        return body;
    }

    void execute(Body body) {
        input(new ReplicaInput.BlockRead(new Height(height), body));
    }

    /** One more block is final and executed; its root. */
    Digest grow() {
        execute(finalizeNext(null));
        return root(height);
    }

    Digest root(long at) {
        return replica.system().root(new Height(at)).orElseThrow();
    }

    List<Message> sent() {
        return effects.stream()
                .filter(ReplicaEffect.Ordering.class::isInstance)
                .map(effect -> ((ReplicaEffect.Ordering) effect).effect())
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).message())
                .toList();
    }

    List<Effect.RequestPayload> requests() {
        return effects.stream()
                .filter(ReplicaEffect.Ordering.class::isInstance)
                .map(effect -> ((ReplicaEffect.Ordering) effect).effect())
                .filter(Effect.RequestPayload.class::isInstance)
                .map(Effect.RequestPayload.class::cast)
                .toList();
    }
}
