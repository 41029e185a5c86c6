package org.quittance.report;

import java.util.List;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;

/** The actions that traces can have, in the order in which the specs have them. */
final class SpecActions {

    /** Those of Simplex that a correct replica can take. */
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

    /** Those of Settlement; Reject stands for every command that is refused. */
    static final List<String> OF_SETTLEMENT = List.of(
            "Deposit", "ListGroup", "ListSeries", "Pause", "Resume", "Place", "Cancel", "Report",
            "RequestWithdrawal", "ApproveWithdrawal", "ExecuteWithdrawal", "VoidWithdrawal",
            "Takeover", "Slash", "Stake", "Unstake", "Join", "Leave", "Reject", "Quit", "Fill",
            "Evict", "Rest", "Expire", "EndCommands", "CloseRound", "KeepRound", "GiveUpRound",
            "ExpireGroup", "SettleGroup", "EndExpiry", "Flag", "Unflag", "Deleverage",
            "EndLiquidation", "ReleaseUnbonding", "EndBlock");

    /** Those of System. */
    static final List<String> OF_SYSTEM = List.of(
            "Order", "Execute", "Attest", "Send", "ReceiveAttestation", "FormQuittance",
            "ReceiveQuittance", "Stop", "Crash", "Restart", "InstallSnapshot");

    /** What Byzantine replicas do: they log nothing, so it shows in what others received. */
    static final String BYZANTINE = "ByzantineSend";

    /** In traces only: a message arrives. The spec's validators know all messages that are out. */
    static final String RECEIVE = "Receive";

    private SpecActions() {}

    /** Those of a spec. */
    static List<String> of(String spec) {
        return switch (spec) {
            case SettlementStory.SPEC -> OF_SETTLEMENT;
            case SystemStory.SPEC -> OF_SYSTEM;
            default -> OF_CORRECT_REPLICAS;
        };
    }
}
