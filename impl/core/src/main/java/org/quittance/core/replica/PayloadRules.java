package org.quittance.core.replica;

import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Application;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.message.Payload;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.EvidenceCommands;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;

/**
 * Which payloads may be in a block: those whose bytes are canonical, and all of whose signatures
 * are genuine, those of seals, of a quittance and in evidence. Nothing else is looked at: what
 * settlement refuses may be in a block.
 */
public final class PayloadRules implements Application {

    private final Verifier verifier;
    private final SealVerifier seals;

    /**
     * The rules of one epoch of one chain.
     *
     * @param verifier knows the validators
     * @param seals knows the chain
     */
    public PayloadRules(Verifier verifier, SealVerifier seals) {
        this.verifier = verifier;
        this.seals = seals;
    }

    // What it calls makes readers and lists of its own, and changes nothing else.
    @SuppressWarnings("allcheckers:purity")
    @Override
    public boolean isValid(Payload payload) {
        try {
            return isValid(PayloadCodec.decode(payload));
        } catch (MalformedException e) {
            return false;
        }
    }

    private boolean isValid(BlockContents contents) {
        return contents.quittance().stream().allMatch(q -> verifier.faultOf(q).isEmpty())
                && contents.commands().stream().allMatch(this::isValid);
    }

    /** May this command be in a block? */
    public boolean isValid(SealedCommand sealed) {
        return seals.isGenuine(sealed)
                && (!(sealed.command() instanceof Command.SubmitEvidence evidence)
                        || isValid(evidence));
    }

    private boolean isValid(Command.SubmitEvidence command) {
        return switch (command.kind()) {
            case VOTE -> EvidenceCommands.votes(command).stream()
                    .anyMatch(evidence -> verifier.faultOf(evidence).isEmpty());
            case ATTESTATION -> EvidenceCommands.attestations(command).stream()
                    .anyMatch(evidence -> verifier.faultOf(evidence).isEmpty());
        };
    }
}
