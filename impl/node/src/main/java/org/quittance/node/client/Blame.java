package org.quittance.node.client;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.consensus.Rejection;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Vote;

/** Says why a certificate or quittance is refused, and whose signature it is that fails. */
final class Blame {

    private final ValidatorSet validators;
    private final Verifier verifier;

    Blame(ValidatorSet validators, Verifier verifier) {
        this.validators = validators;
        this.verifier = verifier;
    }

    /** Why it is refused: the reason's name, and what it means here. */
    String explain(Envelope refused, Rejection reason) {
        return reason + ": " + switch (reason) {
            case WRONG_CHAIN -> "it is of chain " + refused.chainId() + ", not of "
                    + validators.chainId();
            case WRONG_EPOCH -> "it is of epoch " + refused.epoch() + ", not of "
                    + validators.epoch();
            case UNKNOWN_SIGNER -> "validator " + firstStranger(refused.message())
                    + " is not in the validator set, which has " + validators.size();
            case DUPLICATE_SIGNER, UNSORTED_SIGNERS ->
                    "its signers are " + ids(endorsements(refused.message()));
            case TOO_LITTLE_WEIGHT -> weight(refused.message());
            case BAD_SIGNATURE, WRONG_SCHEME -> "the signature of validator "
                    + firstForged(refused.message()) + " is not genuine";
            default -> "see the message itself";
        };
    }

    private String weight(Message message) {
        SortedSet<ValidatorId> signers = new TreeSet<>(ids(endorsements(message)));
        return "validators " + signers + " have weight " + validators.weightOf(signers) + " of "
                + validators.totalWeight() + ", and " + validators.quorumWeight() + " is needed";
    }

    private static List<Endorsement> endorsements(Message message) {
        return switch (message) {
            case Certificate certificate -> certificate.endorsements();
            case Quittance quittance -> quittance.endorsements();
            default -> List.of();
        };
    }

    private static List<ValidatorId> ids(List<Endorsement> endorsements) {
        return endorsements.stream().map(Endorsement::signer).toList();
    }

    private String firstStranger(Message message) {
        return ids(endorsements(message)).stream()
                .filter(id -> !validators.contains(id))
                .findFirst().map(ValidatorId::toString).orElse("?");
    }

    /** Each signature by itself, as the vote or attestation that it is. */
    private String firstForged(Message message) {
        List<? extends Message> parts = switch (message) {
            case Certificate certificate -> certificate.votes().stream().map(Vote::new).toList();
            case Quittance quittance -> quittance.attestations();
            default -> List.<Message>of();
        };
        for (Message part : parts) {
            Verdict verdict =
                    verifier.verify(new ValidatorId(0), Envelope.of(validators, part));
            if (verdict instanceof Verdict.Rejected) {
                return switch (part) {
                    case Vote(Signed signed) -> signed.signer().toString();
                    case Attestation attestation -> attestation.signer().toString();
                    default -> "?";
                };
            }
        }
        return "?";
    }
}
