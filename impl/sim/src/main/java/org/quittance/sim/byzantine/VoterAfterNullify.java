package org.quittance.sim.byzantine;

import org.quittance.core.message.Block;
import org.quittance.core.message.Message;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Statement;
import org.quittance.sim.scenario.Behaviour;

/** Gives up the view as soon as it sees a proposal, and then votes to finalize it all the same. */
final class VoterAfterNullify implements Vice {

    private static final int WAIT_MILLIS = 40;

    private final Hands hands;

    VoterAfterNullify(Hands hands) {
        this.hands = hands;
    }

    @Override
    public void heard(Message message) {
        if (!(message instanceof Proposal proposal)) {
            return;
        }
        Block block = proposal.block();
        hands.soon(WAIT_MILLIS, () -> {
            hands.send(hands.others(), hands.vote(Statement.nullify(block.view())));
            hands.soon(WAIT_MILLIS, () -> {
                hands.send(hands.others(), hands.vote(Statement.finalization(block)));
                hands.misbehaved(Behaviour.VOTE_AFTER_NULLIFY);
            });
        });
    }
}
