package org.quittance.core.settlement.codec;

import java.util.Optional;
import org.quittance.core.codec.EvidenceCodec;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Evidence;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.state.EvidenceKind;

/** Evidence as a command, and back. Anyone may submit it, so it needs no seal. */
public final class EvidenceCommands {

    private EvidenceCommands() {}

    /** The command that shows two votes that contradict each other. */
    public static Command.SubmitEvidence of(Evidence evidence) {
        return new Command.SubmitEvidence(
                evidence.culprit().index(), EvidenceKind.VOTE, evidence.view().number(),
                EvidenceCodec.first(evidence), EvidenceCodec.second(evidence));
    }

    /** The command that shows an attestation and what contradicts it. */
    public static Command.SubmitEvidence of(AttestationEvidence evidence) {
        return new Command.SubmitEvidence(
                evidence.culprit().index(), EvidenceKind.ATTESTATION,
                evidence.height().number(),
                EvidenceCodec.first(evidence), EvidenceCodec.second(evidence));
    }

    /** The votes in a command; nothing if it is about something else than it says. */
    public static Optional<Evidence> votes(Command.SubmitEvidence command) {
        if (command.kind() != EvidenceKind.VOTE) {
            return Optional.empty();
        }
        try {
            Evidence evidence = EvidenceCodec.evidence(command.first(), command.second());
            return of(evidence).equals(command) ? Optional.of(evidence) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** The attestations in a command; nothing if it is about something else than it says. */
    public static Optional<AttestationEvidence> attestations(Command.SubmitEvidence command) {
        if (command.kind() != EvidenceKind.ATTESTATION) {
            return Optional.empty();
        }
        try {
            AttestationEvidence evidence =
                    EvidenceCodec.attestationEvidence(command.first(), command.second());
            return of(evidence).equals(command) ? Optional.of(evidence) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
