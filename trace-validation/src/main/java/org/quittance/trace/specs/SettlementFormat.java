package org.quittance.trace.specs;

import static org.quittance.trace.format.FieldType.AMOUNT;
import static org.quittance.trace.format.FieldType.INT;
import static org.quittance.trace.format.FieldType.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.format.FieldType.MapOf;
import org.quittance.trace.format.FieldType.Rec;
import org.quittance.trace.format.FieldType.Seq;

/**
 * Traces of the clearinghouse: the steps of one replica's machine, as Settlement has them. Of a
 * function post has the entries that changed; at the end of each block it has everything.
 */
public final class SettlementFormat {

    private static final FieldType PARAMETERS =
            new Rec(
                    fields(
                            "InitialRate", INT,
                            "MaintenanceRate", INT,
                            "InitialFloor", AMOUNT,
                            "MaintenanceFloor", AMOUNT,
                            "MaxPrice", AMOUNT,
                            "MaxMove", INT,
                            "MaxAge", INT,
                            "TakeoverBlocks", INT,
                            "SettlementRounds", INT,
                            "SlashRate", INT,
                            "OutlierMove", INT,
                            "OutlierRounds", INT,
                            "MaxPause", INT,
                            "EpochLength", INT,
                            "UnbondingBlocks", INT,
                            "MinStake", AMOUNT,
                            "WithdrawalDelay", INT,
                            "WithdrawalCap", AMOUNT,
                            "CustodianQuorum", INT,
                            "Custodians", INT,
                            "GovernorQuorum", INT,
                            "Governors", INT,
                            "MaxPosition", AMOUNT,
                            "MaxQuantity", AMOUNT,
                            "MaxSeries", INT,
                            "MaxGroups", INT,
                            "MaxOrders", INT));

    private static final Map<String, FieldType> HEADER =
            fields(
                    "chainId", FieldType.TEXT,
                    "parameters", PARAMETERS,
                    "owners", new Seq(INT),
                    "stakes", new Seq(AMOUNT),
                    "cash", new MapOf(AMOUNT));

    /** The spec, and what is special about its traces. */
    public static final TraceSpec SPEC =
            new TraceSpec(
                    "Settlement",
                    "SettlementTrace",
                    List.of("SettlementTrace", "Amounts", "ExactAmounts"),
                    "validators",
                    "",
                    HEADER,
                    actions(),
                    // A command is tried, and rejected if it can't be carried out.
                    new TraceSpec.Next(
                            List.of("Try", "Match", "Block"), Set.of(), Set.of("Reject")),
                    true,
                    null,
                    new SettlementConstants(),
                    null,
                    "EndBlock");

    private SettlementFormat() {}

    private static List<Action> actions() {
        List<Action> actions = new ArrayList<>(SettlementCommands.ALL);
        actions.addAll(SettlementSteps.ALL);
        return actions;
    }
}
