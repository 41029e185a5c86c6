package org.quittance.sim.check;

import java.util.HashSet;
import java.util.Set;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Statement;

/** Every certificate that a correct replica holds is made of votes that were sent. */
public final class CertificatesAreBacked implements Checker {

    private final Messages messages;
    // Votes are never taken back, so what is backed once stays backed.
    private final Set<Statement> backed = new HashSet<>();

    public CertificatesAreBacked(Members members) {
        this.messages = new Messages(members);
    }

    @Override
    public void sent(int signer, Statement statement) {
        messages.add(signer, statement);
    }

    @Override
    public void holds(int node, Certificate certificate) {
        Statement statement = certificate.statement();
        if (certificate.view().isGenesis() || backed.contains(statement)) {
            return;
        }
        if (!messages.isCertified(statement)) {
            throw new Violation(Property.CERTIFICATES_ARE_BACKED, "node " + node
                    + " holds a certificate to " + statement.kind().word() + " view "
                    + statement.view().number() + " for which no quorum voted");
        }
        backed.add(statement);
    }
}
