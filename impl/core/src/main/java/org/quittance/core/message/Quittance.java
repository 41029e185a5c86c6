package org.quittance.core.message;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;

/**
 * Attestations of one root for one height: with a quorum of them the settlement of that height is
 * final.
 *
 * <p>That the signatures are genuine, and the signers distinct, sorted and a quorum, is for the
 * receiver to check.
 *
 * @param height at least 1
 * @param endorsements sorted by signer, each signer once
 */
public record Quittance(Height height, Digest root, List<Endorsement> endorsements)
        implements Message {

    public Quittance {
        Attestation.checkHeight(height);
        endorsements = List.copyOf(endorsements);
    }

    /** The quittance that these attestations, all of this root for this height, make. */
    public static Quittance of(Height height, Digest root, Collection<Attestation> attestations) {
        return new Quittance(height, root, attestations.stream()
                .map(attestation -> new Endorsement(attestation.signer(), attestation.signature()))
                .sorted((a, b) -> a.signer().compareTo(b.signer()))
                .toList());
    }

    /** Whoever signed, each once. */
    public SortedSet<ValidatorId> signers() {
        SortedSet<ValidatorId> signers = new TreeSet<>();
        for (Endorsement endorsement : endorsements) {
            signers.add(endorsement.signer());
        }
        return Collections.unmodifiableSortedSet(signers);
    }

    /** The attestations that it is made of. */
    public List<Attestation> attestations() {
        return endorsements.stream()
                .map(e -> new Attestation(e.signer(), height, root, e.signature()))
                .toList();
    }

    /** What this validator signed of it, if it did. */
    public Optional<Attestation> attestationOf(ValidatorId signer) {
        return attestations().stream()
                .filter(attestation -> attestation.signer().equals(signer))
                .findFirst();
    }
}
