package org.quittance.sim.scenario;

import java.util.List;

/** What a Byzantine replica does. It has its own key only, and may have several behaviours. */
public enum Behaviour {
    /** Says nothing. */
    SILENT("silent"),
    /** As a leader sends two proposals, each to one half of the others. */
    EQUIVOCATOR("equivocating-proposer"),
    /** Votes to notarize two blocks and to finalize two blocks of a view, one for each half. */
    DOUBLE_VOTER("double-voter"),
    /** Votes to finalize in a view in which it voted to nullify. */
    VOTE_AFTER_NULLIFY("vote-after-nullify"),
    /** Sends old messages again, its own and those of others. */
    REPLAYER("replayer"),
    /** Runs the honest machine twice with one key and separate memories. */
    TWIN("twin"),
    /** Sends certificates that certify nothing, and bytes that mean nothing. */
    FORGER("certificate-forger"),
    /** Attests roots that nobody comes to. */
    WRONG_ATTESTER("wrong-attester"),
    /** Attests the root that others attest to one half of them, and another root to the rest. */
    DOUBLE_ATTESTER("double-attester");

    /** Those that are about ordering alone. */
    public static final List<Behaviour> OF_ORDERING = List.of(SILENT, EQUIVOCATOR, DOUBLE_VOTER,
            VOTE_AFTER_NULLIFY, REPLAYER, TWIN, FORGER);

    private final String label;

    Behaviour(String label) {
        this.label = label;
    }

    /** The name in summaries. */
    public String label() {
        return label;
    }
}
