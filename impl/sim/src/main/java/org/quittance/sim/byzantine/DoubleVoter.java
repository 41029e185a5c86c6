package org.quittance.sim.byzantine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.sim.scenario.Behaviour;

/**
 * Votes to notarize two blocks of a view and to finalize both, usually each for one half of the
 * others. Where the leader proposed one only, makes another one up.
 */
final class DoubleVoter implements Vice {

    private static final int TO_ALL_PER_MILLE = 400;
    private static final int WAIT_MILLIS = 20;

    private final Hands hands;
    private final NavigableMap<View, List<Block>> proposed = new TreeMap<>();

    DoubleVoter(Hands hands) {
        this.hands = hands;
    }

    @Override
    public boolean replaces(Message message) {
        if (message instanceof Proposal proposal) {
            heard(proposal);
        }
        return message instanceof Vote vote && vote.signed().kind() != Kind.NULLIFY;
    }

    @Override
    public void heard(Message message) {
        if (!(message instanceof Proposal proposal)) {
            return;
        }
        View view = proposal.block().view();
        List<Block> blocks = proposed.computeIfAbsent(view, key -> new ArrayList<>());
        if (blocks.isEmpty()) {
            hands.soon(WAIT_MILLIS, () -> vote(view));
        }
        if (blocks.size() < 2 && !blocks.contains(proposal.block())) {
            blocks.add(proposal.block());
        }
        while (proposed.size() > 8) {
            proposed.pollFirstEntry();
        }
    }

    private void vote(View view) {
        List<Block> blocks = new ArrayList<>(proposed.getOrDefault(view, List.of()));
        if (blocks.isEmpty()) {
            return;
        }
        if (blocks.size() == 1) {
            Block only = blocks.getFirst();
            blocks.add(Block.of(only.epoch(), view, only.parentView(), only.parent(),
                    hands.payload().digest()));
        }
        blocks.sort(Comparator.comparing(Block::digest));
        boolean toAll = hands.rng().chance(TO_ALL_PER_MILLE);
        for (int half = 0; half < 2; half++) {
            List<Integer> to = toAll ? hands.others() : hands.half(half);
            hands.send(to, hands.vote(Statement.notarize(blocks.get(half))));
            hands.send(to, hands.vote(Statement.finalization(blocks.get(half))));
        }
        hands.misbehaved(Behaviour.DOUBLE_VOTER);
    }
}
