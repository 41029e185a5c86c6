package org.quittance.node.client;

import java.util.List;

/**
 * What a file of proofs proves, and what it only says.
 *
 * @param kind of the file
 * @param proved follows from signatures of the validators that genesis names, and nothing else
 * @param said the word of the node that the file is from; nothing in it vouches for that
 */
public record Verified(ProofKind kind, List<String> proved, List<String> said) {

    public Verified {
        proved = List.copyOf(proved);
        said = List.copyOf(said);
    }
}
