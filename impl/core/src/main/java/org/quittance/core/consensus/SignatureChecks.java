package org.quittance.core.consensus;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.crypto.SignatureScheme;
import org.quittance.core.message.Endorsement;

/** Did these validators sign these bytes, and are they a quorum? */
final class SignatureChecks {

    private final ValidatorSet validators;
    private final SignatureScheme scheme;

    SignatureChecks(ValidatorSet validators, SignatureScheme scheme) {
        this.validators = validators;
        this.scheme = scheme;
    }

    /** What is wrong with the signatures of a quorum. */
    Optional<Rejection> faultOf(byte[] signed, List<Endorsement> endorsements) {
        return faultOfSigners(endorsements).or(() -> firstBad(signed, endorsements));
    }

    /** What is wrong with one signature. */
    Optional<Rejection> faultOf(byte[] signed, ValidatorId signer, Signature signature) {
        if (!validators.contains(signer)) {
            return Optional.of(Rejection.UNKNOWN_SIGNER);
        }
        if (signature.scheme() != scheme.id()
                || validators.keyOf(signer).scheme() != scheme.id()) {
            return Optional.of(Rejection.WRONG_SCHEME);
        }
        return scheme.verify(validators.keyOf(signer), signed, signature)
                ? Optional.empty()
                : Optional.of(Rejection.BAD_SIGNATURE);
    }

    private Optional<Rejection> faultOfSigners(List<Endorsement> endorsements) {
        SortedSet<ValidatorId> signers = new TreeSet<>();
        int before = -1;
        for (Endorsement endorsement : endorsements) {
            int signer = endorsement.signer().index();
            if (!validators.contains(endorsement.signer())) {
                return Optional.of(Rejection.UNKNOWN_SIGNER);
            }
            if (signer <= before) {
                return Optional.of(signer == before
                        ? Rejection.DUPLICATE_SIGNER
                        : Rejection.UNSORTED_SIGNERS);
            }
            before = signer;
            signers.add(endorsement.signer());
        }
        return validators.isQuorum(signers)
                ? Optional.empty()
                : Optional.of(Rejection.TOO_LITTLE_WEIGHT);
    }

    private Optional<Rejection> firstBad(byte[] signed, List<Endorsement> endorsements) {
        for (Endorsement endorsement : endorsements) {
            Optional<Rejection> fault =
                    faultOf(signed, endorsement.signer(), endorsement.signature());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }
}
