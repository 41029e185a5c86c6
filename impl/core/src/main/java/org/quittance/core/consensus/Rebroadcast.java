package org.quittance.core.consensus;

import java.util.List;
import org.quittance.core.base.View;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.SignedMessage;

/**
 * Sends again, periodically, what somebody may have lost: with it, whatever is lost only delays.
 *
 * <p>Own messages of the current view and the one before, so that both can be ended; and the latest
 * certificates from the latest finalization on, with which whoever is behind gets to this view.
 */
final class Rebroadcast {

    /** The most certificates above the latest finalization sent at a time, the latest ones. */
    private static final int MOST_CERTIFICATES = 16;

    private Rebroadcast() {}

    /** The timer fired: sends again, asks again, and sets the timer again. */
    static State due(State s, Outbox out) {
        send(s, out);
        Timeouts.armRebroadcast(s, out);
        return CatchUp.askAgain(s.with(PeerBudget.fresh()), out);
    }

    static void send(State s, Outbox out) {
        View finalized = s.certificates().finalizedView();
        if (!finalized.isGenesis()) {
            s.certificates().at(finalized).forEach(c -> out.add(new Effect.Send(c)));
        }
        List<Certificate> above = s.certificates().allFrom(finalized.next());
        above.subList(Math.max(0, above.size() - MOST_CERTIFICATES), above.size())
                .forEach(certificate -> out.add(new Effect.Send(certificate)));
        for (SignedMessage message : s.own().durableFrom(s.view().previous())) {
            out.add(new Effect.Send(message));
        }
    }
}
