package org.quittance.sim.byzantine;

import java.util.List;
import org.quittance.core.message.Block;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Behaviour;

/** As a leader proposes two blocks, usually each to one half of the others. */
final class Equivocator implements Vice {

    private static final int TO_ALL_PER_MILLE = 250;
    private static final int OLD_PARENT_PER_MILLE = 200;

    private final Hands hands;

    Equivocator(Hands hands) {
        this.hands = hands;
    }

    @Override
    public boolean replaces(Message message) {
        if (!(message instanceof Proposal first)) {
            return false;
        }
        Payload payload = hands.payload();
        Block block = other(first.block(), payload);
        Proposal second = hands.proposal(block, payload);
        boolean inOrder = first.block().digest().compareTo(block.digest()) < 0;
        boolean toAll = hands.rng().chance(TO_ALL_PER_MILLE);
        List<Integer> half0 = toAll ? hands.others() : hands.half(0);
        List<Integer> half1 = toAll ? hands.others() : hands.half(1);
        hands.tellSelf(second);
        hands.send(half0, inOrder ? first : second);
        hands.send(half1, inOrder ? second : first);
        hands.misbehaved(Behaviour.EQUIVOCATOR);
        return true;
    }

    /** Another block in its place, sometimes on a parent that the parent rule may not allow. */
    private Block other(Block first, Payload payload) {
        Rng rng = hands.rng();
        Block genesis = Block.genesis(hands.validators().chainId(), hands.validators().epoch());
        return rng.chance(OLD_PARENT_PER_MILLE)
                ? Block.on(genesis, first.view(), payload)
                : Block.of(first.epoch(), first.view(), first.parentView(), first.parent(),
                        payload.digest());
    }
}
