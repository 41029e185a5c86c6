package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.EvidencePair;
import org.quittance.core.message.Signed;

/**
 * Finds evidence, and tells each pair of a validator and view once; and once more after a crash, if
 * the record of it wasn't durable yet and the votes come in again.
 *
 * <p>Memory: four pairs for each (validator, view), in the views of which votes are kept.
 */
record EvidenceCollector(NavigableMap<Charge, Evidence> known) {

    /** What a validator is charged with. Sorted by view first, so that old ones can be cut off. */
    record Charge(View view, ValidatorId culprit, EvidencePair pair)
            implements Comparable<Charge> {

        static Charge of(Evidence evidence) {
            return new Charge(evidence.view(), evidence.culprit(), evidence.pair());
        }

        @Override
        public int compareTo(Charge other) {
            int views = view.compareTo(other.view);
            int culprits = culprit.compareTo(other.culprit);
            return views != 0 ? views : culprits != 0 ? culprits : pair.compareTo(other.pair);
        }
    }

    static EvidenceCollector empty() {
        return new EvidenceCollector(Sorted.<Charge, Evidence>empty());
    }

    /** What this vote proves together with earlier ones of the same validator, if it is new. */
    List<Evidence> findNew(VoteBook earlier, Signed vote) {
        List<Evidence> found = new ArrayList<>();
        for (Signed other : earlier.votesOf(vote.signer(), vote.view())) {
            Evidence.of(other, vote).ifPresent(evidence -> {
                if (!known.containsKey(Charge.of(evidence))
                        && found.stream().noneMatch(e -> e.pair() == evidence.pair())) {
                    found.add(evidence);
                }
            });
        }
        return found;
    }

    EvidenceCollector with(Evidence evidence) {
        return new EvidenceCollector(Sorted.with(known, Charge.of(evidence), evidence));
    }

    /** Without the views below the floor. */
    EvidenceCollector from(View floor) {
        Charge first = new Charge(floor, new ValidatorId(0), EvidencePair.TWO_NOTARIZE);
        return new EvidenceCollector(Sorted.from(known, first));
    }
}
