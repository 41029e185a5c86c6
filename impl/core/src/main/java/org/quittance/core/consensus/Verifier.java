package org.quittance.core.consensus;

import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.crypto.SignatureScheme;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/**
 * Decides which messages of others to believe. Pure, and without memory: each message is checked in
 * full each time, so that nothing passes on the strength of another that merely looks like it.
 */
public final class Verifier {

    /** The last view in which anyone can sign: far enough off that numbers never overflow. */
    private static final View LAST_VIEW = new View(1L << 62);

    private static final Height LAST_HEIGHT = new Height(1L << 62);

    private final ValidatorSet validators;
    private final SignatureChecks signatures;
    private final Digest genesis;

    /** Checks messages among these validators, whose keys must be of this scheme. */
    public Verifier(ValidatorSet validators, SignatureScheme scheme) {
        this.validators = validators;
        this.signatures = new SignatureChecks(validators, scheme);
        this.genesis = Block.genesis(validators.chainId(), validators.epoch()).digest();
    }

    /** What came of checking a message. */
    public sealed interface Verdict {

        /** All is well. */
        record Accepted(Verified<? extends Message> message) implements Verdict {}

        /** The first check that failed. */
        record Rejected(Rejection reason) implements Verdict {}
    }

    /**
     * A message that passed every check: the only form in which the machine takes messages in.
     *
     * <p>Only {@link Verifier} can make one.
     *
     * @param <M> the message's type
     */
    public static final class Verified<M extends Message> {

        private final M message;
        private final ValidatorSet validators;

        private Verified(M message, ValidatorSet validators) {
            this.message = message;
            this.validators = validators;
        }

        public M message() {
            return message;
        }

        /** Those whose signatures were checked. */
        public ValidatorSet validators() {
            return validators;
        }

        @Override
        public String toString() {
            return message.toString();
        }
    }

    /**
     * Checks a message in full.
     *
     * @param from whom the channel belongs to that it came over
     */
    public Verdict verify(ValidatorId from, Envelope envelope) {
        Optional<Rejection> fault = findFault(from, envelope);
        return fault.isPresent()
                ? new Verdict.Rejected(fault.get())
                : new Verdict.Accepted(new Verified<>(envelope.message(), validators));
    }

    private Optional<Rejection> findFault(ValidatorId from, Envelope envelope) {
        if (!validators.contains(from)) {
            return Optional.of(Rejection.UNKNOWN_SENDER);
        }
        if (!envelope.chainId().equals(validators.chainId())) {
            return Optional.of(Rejection.WRONG_CHAIN);
        }
        if (envelope.epoch() != validators.epoch()) {
            return Optional.of(Rejection.WRONG_EPOCH);
        }
        return switch (envelope.message()) {
            case Proposal proposal -> faultOf(proposal);
            case Vote vote -> faultOf(vote.signed());
            case Certificate certificate -> faultOf(certificate);
            case CertificateResponse response -> firstFault(response.certificates());
            case BlockResponse response -> faultOf(response);
            case CertificateRequest request -> Optional.empty();
            case BlockRequest request -> Optional.empty();
            case Attestation attestation -> faultOf(attestation);
            case Quittance quittance -> faultOf(quittance);
        };
    }

    private Optional<Rejection> faultOf(Proposal proposal) {
        ValidatorId leader = LeaderElection.leader(validators, proposal.block().view());
        if (!proposal.signed().signer().equals(leader)) {
            return Optional.of(validators.contains(proposal.signed().signer())
                    ? Rejection.NOT_THE_LEADER
                    : Rejection.UNKNOWN_SIGNER);
        }
        if (!proposal.body().isWhole()) {
            return Optional.of(Rejection.WRONG_PAYLOAD);
        }
        return faultOf(proposal.signed());
    }

    private Optional<Rejection> faultOf(Signed signed) {
        return faultOf(signed.statement()).or(() -> signatures.faultOf(
                SigningBytes.of(validators, signed.statement()),
                signed.signer(), signed.signature()));
    }

    private Optional<Rejection> faultOf(Statement statement) {
        if (isOutOfRange(statement.view())) {
            return Optional.of(Rejection.VIEW_OUT_OF_RANGE);
        }
        return statement.kind() == Kind.NULLIFY ? Optional.empty() : faultOf(statement.block());
    }

    private static boolean isOutOfRange(View view) {
        return view.isGenesis() || view.compareTo(LAST_VIEW) > 0;
    }

    private Optional<Rejection> faultOf(Block block) {
        if (block.epoch() != validators.epoch()) {
            return Optional.of(Rejection.WRONG_EPOCH);
        }
        return block.parentView().isGenesis() && !block.parent().equals(genesis)
                ? Optional.of(Rejection.WRONG_GENESIS)
                : Optional.empty();
    }

    private Optional<Rejection> faultOf(Certificate certificate) {
        return faultOf(certificate.statement()).or(() -> signatures.faultOf(
                SigningBytes.of(validators, certificate.statement()), certificate.endorsements()));
    }

    /** What is wrong with a quittance, if anything is. */
    public Optional<Rejection> faultOf(Quittance quittance) {
        return faultOf(quittance.height()).or(() -> signatures.faultOf(
                SigningBytes.ofAttestation(validators, quittance.height(), quittance.root()),
                quittance.endorsements()));
    }

    private Optional<Rejection> faultOf(Attestation attestation) {
        return faultOf(attestation.height()).or(() -> signatures.faultOf(
                SigningBytes.ofAttestation(validators, attestation.height(), attestation.root()),
                attestation.signer(), attestation.signature()));
    }

    private static Optional<Rejection> faultOf(Height height) {
        return height.compareTo(LAST_HEIGHT) > 0
                ? Optional.of(Rejection.HEIGHT_OUT_OF_RANGE)
                : Optional.empty();
    }

    /** What is wrong with evidence, if anything is. */
    public Optional<Rejection> faultOf(Evidence evidence) {
        return faultOf(evidence.first()).or(() -> faultOf(evidence.second()));
    }

    /** What is wrong with evidence, if anything is. */
    public Optional<Rejection> faultOf(AttestationEvidence evidence) {
        return switch (evidence) {
            case AttestationEvidence.TwoRoots two ->
                    faultOf(two.first()).or(() -> faultOf(two.second()));
            case AttestationEvidence.AgainstQuittance against ->
                    faultOf(against.attestation()).or(() -> faultOf(against.quittance()));
        };
    }

    private Optional<Rejection> firstFault(List<Certificate> certificates) {
        for (Certificate certificate : certificates) {
            Optional<Rejection> fault = faultOf(certificate);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Rejection> faultOf(BlockResponse response) {
        Block child = Block.NONE;
        for (Body body : response.bodies()) {
            Optional<Rejection> fault = isOutOfRange(body.block().view())
                    ? Optional.of(Rejection.VIEW_OUT_OF_RANGE)
                    : faultOf(body.block());
            if (fault.isPresent()) {
                return fault;
            }
            if (!body.isWhole()) {
                return Optional.of(Rejection.WRONG_PAYLOAD);
            }
            if (!child.equals(Block.NONE) && !body.block().isParentOf(child)) {
                return Optional.of(Rejection.NOT_A_CHAIN);
            }
            child = body.block();
        }
        return Optional.empty();
    }
}
