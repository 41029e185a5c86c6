package org.quittance.core.message;

import java.util.Optional;
import org.quittance.core.base.Spec;

/** The four pairs of statements that no correct validator signs, numbered as in the spec. */
public enum EvidencePair {

    /** Two notarize votes of one view for different blocks. */
    TWO_NOTARIZE(1),

    /** Two finalize votes of one view for different blocks. */
    TWO_FINALIZE(2),

    /** Nullify and finalize of one view. */
    NULLIFY_AND_FINALIZE(3),

    /** Notarize of one block and finalize of another of one view. */
    NOTARIZE_AND_FINALIZE(4);

    private final int number;

    EvidencePair(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /**
     * Which pair two messages are, in either order, if any.
     *
     * <p>What was signed counts, not the bytes of signatures: the same statement signed twice is
     * no evidence.
     */
    @Spec("Evidence!IsEvidence")
    public static Optional<EvidencePair> of(Signed m, Signed n) {
        if (!m.signer().equals(n.signer()) || !m.view().equals(n.view())) {
            return Optional.empty();
        }
        boolean sameBlock = m.block().equals(n.block());
        if (isPair(Kind.NOTARIZE, Kind.NOTARIZE, m, n) && !sameBlock) {
            return Optional.of(TWO_NOTARIZE);
        }
        if (isPair(Kind.FINALIZE, Kind.FINALIZE, m, n) && !sameBlock) {
            return Optional.of(TWO_FINALIZE);
        }
        if (isPair(Kind.NULLIFY, Kind.FINALIZE, m, n)) {
            return Optional.of(NULLIFY_AND_FINALIZE);
        }
        if (isPair(Kind.NOTARIZE, Kind.FINALIZE, m, n) && !sameBlock) {
            return Optional.of(NOTARIZE_AND_FINALIZE);
        }
        return Optional.empty();
    }

    private static boolean isPair(Kind first, Kind second, Signed m, Signed n) {
        return m.kind() == first && n.kind() == second || m.kind() == second && n.kind() == first;
    }
}
