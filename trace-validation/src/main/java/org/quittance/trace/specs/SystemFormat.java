package org.quittance.trace.specs;

import static org.quittance.trace.format.FieldType.FLAG;
import static org.quittance.trace.format.FieldType.INT;
import static org.quittance.trace.format.FieldType.INTS;
import static org.quittance.trace.format.FieldType.fields;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.format.FieldType.Digest;
import org.quittance.trace.format.FieldType.MapOf;
import org.quittance.trace.format.FieldType.Rec;
import org.quittance.trace.format.FieldType.Seq;

/** Traces of ordering, execution and attestation: the steps of all replicas, as System has them. */
public final class SystemFormat {

    private static final FieldType DIGEST = new Digest("");

    /** What is remembered for one height. */
    private static final FieldType ROOT_OF_HEIGHT = new MapOf(DIGEST);

    private static final FieldType ATTESTATION =
            new Rec(fields("signer", INT, "height", INT, "root", DIGEST));

    private static final Map<String, FieldType> QUITTANCE =
            fields("height", INT, "root", DIGEST, "signers", INTS);
    private static final Map<String, FieldType> HOLDS =
            fields("held", ROOT_OF_HEIGHT, "diverged", INT);

    private static final List<Action> ACTIONS =
            List.of(
                    // An attestation of another replica is accepted for the first time.
                    new Action("ReceiveAttestation", fields("attestation", ATTESTATION), fields()),
                    // Told once, by the first replica that commits the block.
                    new Action(
                            "Order",
                            fields("height", INT, "command", DIGEST, "quitted", INT),
                            fields()),
                    new Action(
                            "Execute",
                            fields(
                                    "height", INT,
                                    "root", DIGEST,
                                    "command", DIGEST,
                                    "quitted", INT),
                            fields("executed", INT, "diverged", INT)),
                    new Action(
                            "Attest",
                            fields("height", INT, "root", DIGEST),
                            fields("signed", ROOT_OF_HEIGHT)),
                    new Action("Send", fields("height", INT), fields("durable", ROOT_OF_HEIGHT)),
                    new Action("FormQuittance", QUITTANCE, HOLDS),
                    new Action("ReceiveQuittance", QUITTANCE, HOLDS),
                    new Action("Stop", fields("height", INT), fields("stopped", FLAG)),
                    new Action("Crash", fields(), fields("up", FLAG)),
                    new Action(
                            "Restart",
                            fields("kept", INT),
                            fields("up", FLAG, "executed", INT, "diverged", INT)),
                    // The state after this block was taken over from others.
                    new Action(
                            "InstallSnapshot",
                            fields(
                                    "height", INT,
                                    "root", DIGEST,
                                    "command", DIGEST,
                                    "quitted", INT),
                            fields("executed", INT)));

    private static final Map<String, FieldType> HEADER =
            fields(
                    "chainId", FieldType.TEXT,
                    "weights", new Seq(new FieldType.Number(1, FieldType.MOST / 3)),
                    "byzantine", INTS,
                    "wrong", INTS,
                    "parameters", new Rec(fields("MaxLag", INT)));

    /** The spec, and what is special about its traces. */
    public static final TraceSpec SPEC =
            new TraceSpec(
                    "System",
                    "SystemTrace",
                    List.of("SystemTrace"),
                    "validators",
                    "byzantine",
                    HEADER,
                    ACTIONS,
                    new TraceSpec.Next(
                            List.of(),
                            Set.of("ByzantineAttest"),
                            Set.of("ReceiveAttestation")),
                    false,
                    new TraceSpec.Cause("ReceiveAttestation", "attestation", "signer", "Send"),
                    new SystemConstants(),
                    null,
                    "");

    private SystemFormat() {}
}
