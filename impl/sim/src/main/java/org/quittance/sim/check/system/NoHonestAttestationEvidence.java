package org.quittance.sim.check.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Nobody who keeps the rules attests two roots of one height, across crashes too, or one that its
 * disk does not have; and nobody correct is accused of anything.
 */
public final class NoHonestAttestationEvidence implements Checker {

    private record Key(int signer, long height) {}

    private final Members byzantine;
    private final Members faulty;
    private final Map<Key, Digest> attested = new HashMap<>();
    private final Map<Key, Set<Digest>> durable = new HashMap<>();

    /**
     * A checker for one run.
     *
     * @param byzantine members of whom those that break the rules are not correct
     * @param faulty the same, and those whose execution is wrong are not correct either
     */
    public NoHonestAttestationEvidence(Members byzantine, Members faulty) {
        this.byzantine = byzantine;
        this.faulty = faulty;
    }

    @Override
    public void synced(int node, Attestation attestation) {
        durable.computeIfAbsent(new Key(node, attestation.height().number()),
                key -> new HashSet<>()).add(attestation.root());
    }

    @Override
    public void attested(Attestation attestation) {
        int signer = attestation.signer().index();
        if (!byzantine.isCorrect(signer)) {
            return;
        }
        Key key = new Key(signer, attestation.height().number());
        Digest other = attested.putIfAbsent(key, attestation.root());
        if (other != null && !other.equals(attestation.root())) {
            throw new Violation(Property.NO_HONEST_ATTESTATION_EVIDENCE, "node " + signer
                    + " attests " + other + " and " + attestation.root() + " for height "
                    + key.height());
        }
        if (!durable.getOrDefault(key, Set.of()).contains(attestation.root())) {
            throw new Violation(Property.NO_HONEST_ATTESTATION_EVIDENCE, "an attestation of node "
                    + signer + " for height " + key.height() + " is out that its disk lacks");
        }
    }

    @Override
    public void accused(AttestationEvidence evidence) {
        int culprit = evidence.culprit().index();
        boolean twoRoots = evidence instanceof AttestationEvidence.TwoRoots;
        if (faulty.isCorrect(culprit) || (twoRoots && byzantine.isCorrect(culprit))) {
            throw new Violation(Property.NO_HONEST_ATTESTATION_EVIDENCE, "node " + culprit
                    + " is accused of what it attested for height "
                    + evidence.height().number());
        }
    }
}
