package org.quittance.sim.check.system;

import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Attestation;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** Every quittance is made of attestations that were sent, and no two are of different roots. */
public final class QuittanceAgreement implements Checker {

    private final Attestations attestations;
    private final SortedMap<Long, Digest> quitted = new TreeMap<>();

    public QuittanceAgreement(Members members) {
        this.attestations = new Attestations(members);
    }

    @Override
    public void attested(Attestation attestation) {
        attestations.add(attestation.signer().index(), attestation.height().number(),
                attestation.root());
    }

    @Override
    public void holds(int node, long height, Digest root) {
        if (!attestations.isQuittance(height, root)) {
            throw new Violation(Property.QUITTANCE_AGREEMENT, "node " + node
                    + " holds a quittance of " + root + " for height " + height
                    + ", but no quorum attested that");
        }
        Digest other = quitted.putIfAbsent(height, root);
        if (other != null && !other.equals(root)) {
            throw new Violation(Property.QUITTANCE_AGREEMENT, "for height " + height
                    + " there are quittances of " + other + " and " + root);
        }
    }
}
