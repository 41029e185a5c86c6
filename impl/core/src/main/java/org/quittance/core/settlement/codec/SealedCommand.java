package org.quittance.core.settlement.codec;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Signers;

/**
 * A command as it is submitted, and stands in a block.
 *
 * <p>That the signatures are genuine is for {@link SealVerifier} to say.
 *
 * @param seals in the order of their keys, each key once; none for what anyone may ask for
 */
public record SealedCommand(Command command, List<Seal> seals) {

    /** No command has more seals. */
    public static final int MAX_SEALS = 256;

    public SealedCommand {
        seals = List.copyOf(seals);
        if (seals.size() > MAX_SEALS) {
            throw new IllegalArgumentException("a command has at most " + MAX_SEALS
                    + " seals, but here are " + seals.size());
        }
        for (int k = 1; k < seals.size(); k++) {
            if (seals.get(k - 1).compareTo(seals.get(k)) >= 0) {
                throw new IllegalArgumentException("the keys of seals must ascend");
            }
        }
    }

    /**
     * Seals a command.
     *
     * @param chainId the chain that it is for: it is worth nothing on another
     * @param signers each once, in any order
     */
    public static SealedCommand seal(String chainId, Command command, Signer... signers) {
        byte[] bytes = SealBytes.of(chainId, command);
        List<Seal> seals = new ArrayList<>();
        for (Signer signer : signers) {
            seals.add(new Seal(signer.publicKey(), signer.sign(bytes)));
        }
        seals.sort(Seal::compareTo);
        return new SealedCommand(command, seals);
    }

    /** Whose seals it has. */
    public Signers signers() {
        return new Signers(seals.stream().map(Seal::key).toList());
    }
}
