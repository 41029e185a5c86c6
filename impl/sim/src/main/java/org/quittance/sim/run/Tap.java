package org.quittance.sim.run;

import java.util.List;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Message;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Vote;
import org.quittance.sim.host.Keys;
import org.quittance.sim.host.Payloads;

/**
 * Listens on the wires: tells the checkers of every genuine signed message in the bytes that anyone
 * sends, alone or in a certificate.
 */
final class Tap {

    private final Verifier verifier;
    private final Checks checks;
    private final Payloads payloads;

    Tap(Keys keys, Checks checks, Payloads payloads) {
        this.verifier = new Verifier(keys.validators(), keys.scheme());
        this.checks = checks;
        this.payloads = payloads;
    }

    /** These bytes are on their way. */
    void sending(int from, byte[] bytes) {
        try {
            Verdict verdict = verifier.verify(new ValidatorId(from), MessageCodec.decode(bytes));
            if (verdict instanceof Verdict.Accepted(var verified)) {
                sent(verified.message());
            }
        } catch (MalformedException e) {
            // Nobody will believe it, so nothing was said.
        }
    }

    private void sent(Message message) {
        switch (message) {
            case Proposal proposal -> {
                payloads.learn(proposal.body());
                sent(proposal.signed());
            }
            case Vote vote -> sent(vote.signed());
            case Certificate certificate -> certificate.votes().forEach(this::sent);
            case CertificateResponse(List<Certificate> certificates) ->
                    certificates.forEach(this::sent);
            case CertificateRequest request -> { }
            case BlockRequest request -> { }
            case Attestation attestation -> checks.attested(attestation);
            case Quittance quittance -> quittance.attestations().forEach(checks::attested);
            case BlockResponse response -> response.bodies()
                    .forEach(body -> payloads.learn(body));
        }
    }

    private void sent(Signed signed) {
        payloads.seen(signed.block());
        checks.sent(signed.signer().index(), signed.statement());
    }
}
