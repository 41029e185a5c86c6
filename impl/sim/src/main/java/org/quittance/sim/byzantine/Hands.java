package org.quittance.sim.byzantine;

import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Block;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Behaviour;

/**
 * What a Byzantine replica can do: sign with its own key, and send anything to anyone.
 *
 * <p>Byzantine replicas work together in this: all of them divide the correct ones into the same
 * two halves, and of two blocks the one with the lower digest is for half 0.
 */
final class Hands {

    private final Surroundings surroundings;
    private final int self;
    private final Signer signer;
    private final Rng rng;
    private final List<Vice> vices;

    /**
     * The hands of one replica.
     *
     * @param vices all of its vices, which see what it sends; may be filled later
     */
    Hands(Surroundings surroundings, int self, Rng rng, List<Vice> vices) {
        this.surroundings = surroundings;
        this.self = self;
        this.signer = surroundings.keys().signers().get(self);
        this.rng = rng;
        this.vices = vices;
    }

    Rng rng() {
        return rng;
    }

    ValidatorId self() {
        return new ValidatorId(self);
    }

    ValidatorSet validators() {
        return surroundings.keys().validators();
    }

    /** Signs in its own name. */
    Signed sign(Statement statement) {
        return new Signed(self(), statement, signer.sign(SigningBytes.of(validators(), statement)));
    }

    Signature signature(byte[] bytes) {
        return signer.sign(bytes);
    }

    Vote vote(Statement statement) {
        return new Vote(sign(statement));
    }

    Proposal proposal(Block block, Payload payload) {
        return new Proposal(sign(Statement.propose(block)), payload);
    }

    /** A payload that was never used; invalid as often as the scenario says. */
    Payload payload() {
        return surroundings.payloads()
                .next(self, !rng.chance(surroundings.scenario().invalidPerMille()));
    }

    byte[] encode(Message message) {
        return MessageCodec.encode(Envelope.of(validators(), message));
    }

    /** Everyone else. */
    List<Integer> others() {
        return IntStream.range(0, surroundings.scenario().size())
                .filter(node -> node != self).boxed().toList();
    }

    /** One half of the correct replicas, 0 or 1, and all accomplices. */
    List<Integer> half(int which) {
        List<Integer> correct = IntStream.range(0, surroundings.scenario().size())
                .filter(node -> !surroundings.scenario().isByzantine(node)).boxed().toList();
        return others().stream()
                .filter(node -> surroundings.scenario().isByzantine(node)
                        || correct.indexOf(node) % 2 == which)
                .toList();
    }

    void send(List<Integer> to, Message message) {
        byte[] bytes = encode(message);
        to.forEach(node -> send(node, bytes));
    }

    void send(int to, byte[] bytes) {
        vices.forEach(vice -> vice.passed(bytes));
        surroundings.send(self, to, bytes);
    }

    /** Lets its own vices know of a message that it made up. */
    void tellSelf(Message message) {
        vices.forEach(vice -> vice.heard(message));
    }

    /** Does something after at most so many milliseconds. */
    void soon(int maxMillis, Runnable action) {
        surroundings.timeline().after(rng.between(0, maxMillis), action);
    }

    void misbehaved(Behaviour behaviour) {
        surroundings.misbehaved(behaviour);
    }
}
