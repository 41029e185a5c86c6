package org.quittance.sim.check.system;

import org.quittance.core.base.Digest;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Block;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** A block becomes final only if not too many before it are without a quittance. */
public final class BoundedLag implements Checker {

    private final Attestations attestations;
    private final long maxLag;
    private long quitted;

    public BoundedLag(Members members, long maxLag) {
        this.attestations = new Attestations(members);
        this.maxLag = maxLag;
    }

    @Override
    public void attested(Attestation attestation) {
        long height = attestation.height().number();
        attestations.add(attestation.signer().index(), height, attestation.root());
        if (attestations.isQuittance(height, attestation.root())) {
            quitted = Math.max(quitted, height);
        }
    }

    @Override
    public void holds(int node, long height, Digest root) {
        quitted = Math.max(quitted, height);
    }

    @Override
    public void ordered(long height, Block block) {
        if (height - 1 - quitted > maxLag) {
            throw new Violation(Property.BOUNDED_LAG, "height " + height
                    + " is final though the highest quittance there can be is of height "
                    + quitted);
        }
    }
}
