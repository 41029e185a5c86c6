package org.quittance.sim.byzantine;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.message.Block;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Behaviour;

/**
 * As a leader proposes two blocks, usually each to one half of the others; or one only, but one
 * that it should not propose. The second block may be on a parent that the parent rule forbids, and
 * its payload may be invalid.
 */
final class Equivocator implements Vice {

    private static final int TO_ALL_PER_MILLE = 200;
    private static final int ONLY_SECOND_PER_MILLE = 300;
    private static final int OTHER_PARENT_PER_MILLE = 500;
    private static final int KEPT = 4;

    private final Hands hands;
    private final List<Block> proposed = new ArrayList<>();

    Equivocator(Hands hands) {
        this.hands = hands;
        proposed.add(Block.genesis(hands.validators().chainId(), hands.validators().epoch()));
    }

    @Override
    public void heard(Message message) {
        if (message instanceof Proposal proposal) {
            proposed.add(proposal.block());
            if (proposed.size() > KEPT) {
                proposed.removeFirst();
            }
        }
    }

    @Override
    public boolean replaces(Message message) {
        if (!(message instanceof Proposal first)) {
            return false;
        }
        Payload payload = hands.payload();
        Block block = other(first.block(), payload);
        Proposal second = hands.proposal(block, payload);
        hands.tellSelf(second);
        if (hands.rng().chance(ONLY_SECOND_PER_MILLE)) {
            hands.send(hands.others(), second);
        } else {
            sendBoth(first, second);
        }
        hands.misbehaved(Behaviour.EQUIVOCATOR);
        return true;
    }

    private void sendBoth(Proposal first, Proposal second) {
        boolean inOrder = first.block().digest().compareTo(second.block().digest()) < 0;
        boolean toAll = hands.rng().chance(TO_ALL_PER_MILLE);
        List<Integer> half0 = toAll ? hands.others() : hands.half(0);
        List<Integer> half1 = toAll ? hands.others() : hands.half(1);
        hands.send(half0, inOrder ? first : second);
        hands.send(half1, inOrder ? second : first);
    }

    /** Another block in its place, on the same parent or on another one that was proposed. */
    private Block other(Block first, Payload payload) {
        Rng rng = hands.rng();
        Block parent = rng.pick(proposed);
        return rng.chance(OTHER_PARENT_PER_MILLE) && parent.view().compareTo(first.view()) < 0
                ? Block.on(parent, first.view(), payload)
                : Block.of(first.epoch(), first.view(), first.parentView(), first.parent(),
                        payload.digest());
    }
}
