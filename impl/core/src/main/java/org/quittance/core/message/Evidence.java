package org.quittance.core.message;

import java.util.Optional;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;

/**
 * Two messages that convict their signer before anyone who can check signatures.
 *
 * <p>Made by {@link #of}, the two are in one order whichever of them was seen first.
 */
public record Evidence(EvidencePair pair, Signed first, Signed second) {

    public Evidence {
        if (EvidencePair.of(first, second).filter(pair::equals).isEmpty()) {
            throw new IllegalArgumentException("these two are not evidence of " + pair);
        }
        if (isInOrder(second, first)) {
            throw new IllegalArgumentException("the two messages are in the wrong order");
        }
    }

    /** The evidence that two messages are, if they are any. */
    public static Optional<Evidence> of(Signed m, Signed n) {
        Optional<EvidencePair> pair = EvidencePair.of(m, n);
        if (pair.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isInOrder(n, m)
                ? new Evidence(pair.get(), n, m)
                : new Evidence(pair.get(), m, n));
    }

    public ValidatorId culprit() {
        return first.signer();
    }

    public View view() {
        return first.view();
    }

    /** Notarize, nullify, finalize; then by digest. */
    private static boolean isInOrder(Signed m, Signed n) {
        int kinds = Integer.compare(m.kind().code(), n.kind().code());
        return kinds != 0
                ? kinds < 0
                : m.block().digest().compareTo(n.block().digest()) < 0;
    }
}
