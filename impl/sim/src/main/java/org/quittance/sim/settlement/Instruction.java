package org.quittance.sim.settlement;

import java.util.List;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Signers;

/**
 * A command, and who seals it.
 *
 * @param by those who seal it, rightly or wrongly
 */
public record Instruction(Command command, List<Signer> by) {

    public Instruction {
        by = List.copyOf(by);
    }

    /** The keys of those who seal it. */
    public Signers signers() {
        return new Signers(by.stream().map(Signer::publicKey).toList());
    }
}
