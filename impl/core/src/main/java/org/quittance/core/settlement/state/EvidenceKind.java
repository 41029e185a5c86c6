package org.quittance.core.settlement.state;

/** What a validator contradicted itself in. */
public enum EvidenceKind {

    /** Votes of the ordering in one view. */
    VOTE("vote"),
    /** Attestations of one height. */
    ATTESTATION("attestation");

    private final String word;

    EvidenceKind(String word) {
        this.word = word;
    }

    /** Its name in the spec and in traces. */
    public String word() {
        return word;
    }
}
