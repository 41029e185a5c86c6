package org.quittance.core.replica;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.message.Attestation;

/**
 * The attestations that a replica has, its own among them. It belongs to one replica.
 *
 * <p>Memory: the first attestation of each validator for each height in the range of heights that
 * the replica keeps. A second one with another root convicts, and isn't kept.
 */
final class AttestationBook {

    private final NavigableMap<Height, SortedMap<ValidatorId, Attestation>> byHeight =
            new TreeMap<>();

    /** Enters an attestation of a validator that has none for that height yet. */
    void add(Attestation attestation) {
        byHeight.computeIfAbsent(attestation.height(), height -> new TreeMap<>())
                .put(attestation.signer(), attestation);
    }

    /** What the validator attested first. */
    Optional<Attestation> of(ValidatorId signer, Height height) {
        SortedMap<ValidatorId, Attestation> at = byHeight.get(height);
        return at == null ? Optional.empty() : Optional.ofNullable(at.get(signer));
    }

    /** All for a height, by signer. */
    List<Attestation> at(Height height) {
        SortedMap<ValidatorId, Attestation> at = byHeight.get(height);
        return at == null ? List.of() : List.copyOf(at.values());
    }

    /** Those of one root for a height, by signer. */
    List<Attestation> of(Height height, Digest root) {
        return at(height).stream()
                .filter(attestation -> attestation.root().equals(root))
                .toList();
    }

    /** Who attested this root: the spec's {@code Attesters}. */
    static SortedSet<ValidatorId> signers(Collection<Attestation> attestations) {
        SortedSet<ValidatorId> signers = new TreeSet<>();
        attestations.forEach(attestation -> signers.add(attestation.signer()));
        return signers;
    }

    /** Forgets the heights below the floor. */
    void forgetBelow(Height floor) {
        byHeight.headMap(floor, false).clear();
    }

    int size() {
        return byHeight.values().stream().mapToInt(SortedMap::size).sum();
    }
}
