package org.quittance.core.message;

import java.util.Optional;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;

/**
 * Proof that a validator attested what it must not have: two roots for one height, or another root
 * than a quittance has. Whoever can check signatures can check it.
 */
public sealed interface AttestationEvidence {

    /**
     * Two attestations of one validator for one height.
     *
     * @param first the one with the lower root
     */
    record TwoRoots(Attestation first, Attestation second) implements AttestationEvidence {

        public TwoRoots {
            if (!first.signer().equals(second.signer())
                    || !first.height().equals(second.height())) {
                throw new IllegalArgumentException("of different validators or heights");
            }
            if (first.root().compareTo(second.root()) >= 0) {
                throw new IllegalArgumentException("the roots are equal or in the wrong order");
            }
        }

        @Override
        public ValidatorId culprit() {
            return first.signer();
        }

        @Override
        public Height height() {
            return first.height();
        }
    }

    /** An attestation of another root than the quittance for its height, which others signed. */
    record AgainstQuittance(Attestation attestation, Quittance quittance)
            implements AttestationEvidence {

        public AgainstQuittance {
            if (!attestation.contradicts(quittance.height(), quittance.root())) {
                throw new IllegalArgumentException("the two don't contradict each other");
            }
            if (quittance.signers().contains(attestation.signer())) {
                throw new IllegalArgumentException("the validator signed the quittance too");
            }
        }

        @Override
        public ValidatorId culprit() {
            return attestation.signer();
        }

        @Override
        public Height height() {
            return attestation.height();
        }
    }

    ValidatorId culprit();

    Height height();

    /** The evidence that two attestations are, in either order, if they are any. */
    static Optional<AttestationEvidence> of(Attestation a, Attestation b) {
        if (!a.signer().equals(b.signer()) || !a.contradicts(b.height(), b.root())) {
            return Optional.empty();
        }
        return Optional.of(a.root().compareTo(b.root()) < 0
                ? new TwoRoots(a, b)
                : new TwoRoots(b, a));
    }

    /**
     * The evidence that an attestation is beside a quittance, if it is any: if its signer signed
     * the quittance too, then that it attested two roots.
     */
    static Optional<AttestationEvidence> of(Attestation attestation, Quittance quittance) {
        if (!attestation.contradicts(quittance.height(), quittance.root())) {
            return Optional.empty();
        }
        Optional<Attestation> other = quittance.attestationOf(attestation.signer());
        return other.isPresent()
                ? of(attestation, other.get())
                : Optional.of(new AgainstQuittance(attestation, quittance));
    }
}
