package org.quittance.node.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file of proofs is about; its field {@code kind}. */
public enum ProofKind {

    /** What became of a command. */
    RECEIPT("id", "state", "height", "index", "outcome", "finality", "quittance", "account",
            "ancestors"),
    /** An account, under a quittance. */
    ACCOUNT("account", "cash", "nonce", "flagged", "proof", "quittance"),
    /** One result of a height, attested by a quorum. */
    QUITTANCE("quittance"),
    /** Final blocks, from the first of the chain or from a later one. */
    CHAIN("height", "finality");

    private final List<String> fields;

    ProofKind(String... fields) {
        this.fields = List.of(fields);
    }

    /** The fields that a file may have besides {@code kind} and {@code chain}. */
    List<String> fields() {
        return fields;
    }

    /** Its name in a file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ProofKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.toString().equals(name)).findFirst();
    }
}
