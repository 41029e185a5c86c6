package org.quittance.core.consensus;

import java.util.NavigableMap;
import org.quittance.core.base.ValidatorId;

/**
 * How much each other validator can make this one send between two rebroadcasts. Without a limit a
 * few bytes of request would buy megabytes of answers, again and again.
 *
 * @param answered requests answered
 * @param corrected how often the latest finalization was sent to somebody who is behind
 */
record PeerBudget(
        NavigableMap<ValidatorId, Integer> answered,
        NavigableMap<ValidatorId, Integer> corrected) {

    /** Requests answered to one validator from one rebroadcast to the next. */
    static final int ANSWERS = 32;

    /** Finalizations sent to one validator that is behind from one rebroadcast to the next. */
    static final int CORRECTIONS = 1;

    static PeerBudget fresh() {
        return new PeerBudget(
                Sorted.<ValidatorId, Integer>empty(), Sorted.<ValidatorId, Integer>empty());
    }

    boolean allowsAnswer(ValidatorId peer) {
        return count(answered, peer) < ANSWERS;
    }

    PeerBudget withAnswer(ValidatorId peer) {
        return new PeerBudget(Sorted.with(answered, peer, count(answered, peer) + 1), corrected);
    }

    boolean allowsCorrection(ValidatorId peer) {
        return count(corrected, peer) < CORRECTIONS;
    }

    PeerBudget withCorrection(ValidatorId peer) {
        return new PeerBudget(answered, Sorted.with(corrected, peer, count(corrected, peer) + 1));
    }

    private static int count(NavigableMap<ValidatorId, Integer> counts, ValidatorId peer) {
        Integer count = counts.get(peer);
        return count == null ? 0 : count;
    }
}
