package org.quittance.trace.format;

import static org.quittance.trace.format.FieldType.Consensus.BLOCK;
import static org.quittance.trace.format.FieldType.Consensus.CERTIFICATE;
import static org.quittance.trace.format.FieldType.Consensus.CERTIFICATES;
import static org.quittance.trace.format.FieldType.Consensus.MESSAGE;
import static org.quittance.trace.format.FieldType.Consensus.MESSAGES;
import static org.quittance.trace.format.FieldType.Consensus.PATH;
import static org.quittance.trace.format.FieldType.Consensus.QUEUE;
import static org.quittance.trace.format.FieldType.Consensus.SIGNERS;
import static org.quittance.trace.format.FieldType.Consensus.VIEW;
import static org.quittance.trace.format.FieldType.FLAG;
import static org.quittance.trace.format.FieldType.fields;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Traces of consensus: the steps of all validators, as Simplex has them. */
public final class SimplexFormat {

    private static final Map<String, FieldType> SIGNED = fields("pending", QUEUE);

    private static final List<Action> ACTIONS =
            List.of(
                    // A signed message of another validator is accepted for the first time.
                    new Action("Receive", fields("message", MESSAGE), fields()),
                    // A certificate is held from now on; post has all that are for its view.
                    new Action(
                            "HoldCertificate",
                            fields("certificate", CERTIFICATE, "signers", SIGNERS),
                            fields("certificates", CERTIFICATES)),
                    new Action("EnterView", fields("view", VIEW), fields("view", VIEW)),
                    new Action("Propose", fields("block", BLOCK), SIGNED),
                    new Action("Notarize", fields("block", BLOCK), SIGNED),
                    new Action("Nullify", fields("view", VIEW), SIGNED),
                    new Action("Finalize", fields("block", BLOCK), SIGNED),
                    // The oldest pending message is durable; post has the durable of its view.
                    new Action(
                            "Persist",
                            fields(),
                            fields("pending", QUEUE, "durable", MESSAGES)),
                    new Action("Commit", fields("path", PATH), fields("committed", BLOCK)),
                    new Action("Crash", fields(), fields("up", FLAG)),
                    // Post has the durable messages of views above the tip's.
                    new Action(
                            "Restart",
                            fields("kept", CERTIFICATES, "tip", BLOCK),
                            fields(
                                    "up", FLAG,
                                    "view", VIEW,
                                    "committed", BLOCK,
                                    "pending", QUEUE,
                                    "durable", MESSAGES)));

    /** The spec, and what is special about its traces. */
    public static final TraceSpec SPEC =
            new TraceSpec(
                    "Simplex",
                    "SimplexTrace",
                    List.of("SimplexTrace"),
                    fields(),
                    ACTIONS,
                    new TraceSpec.Next(List.of(), Set.of("ByzantineSend"), Set.of("Receive")),
                    false,
                    new TraceSpec.Cause("Receive", "message", "signer", "Persist"));

    private SimplexFormat() {}
}
