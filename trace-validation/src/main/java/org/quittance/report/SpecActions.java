package org.quittance.report;

import java.util.List;

/** The actions of the spec Simplex that a correct replica can take, in the spec's order. */
final class SpecActions {

    static final List<String> OF_CORRECT_REPLICAS = List.of(
            "HoldCertificate",
            "EnterView",
            "Propose",
            "Notarize",
            "Nullify",
            "Finalize",
            "Persist",
            "Commit",
            "Crash",
            "Restart");

    /** What Byzantine replicas do: they log nothing, so it shows in what others received. */
    static final String BYZANTINE = "ByzantineSend";

    /** In traces only: a message arrives. The spec's validators know all messages that are out. */
    static final String RECEIVE = "Receive";

    private SpecActions() {}
}
