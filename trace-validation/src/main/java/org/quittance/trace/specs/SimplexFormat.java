package org.quittance.trace.specs;

import static org.quittance.trace.format.FieldType.DIGEST;
import static org.quittance.trace.format.FieldType.FLAG;
import static org.quittance.trace.format.FieldType.INT;
import static org.quittance.trace.format.FieldType.NODE;
import static org.quittance.trace.format.FieldType.TEXT;
import static org.quittance.trace.format.FieldType.fields;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.FieldType.Missing;
import org.quittance.trace.format.FieldType.Number;
import org.quittance.trace.format.FieldType.OneOf;
import org.quittance.trace.format.FieldType.Rec;
import org.quittance.trace.format.FieldType.Seq;
import org.quittance.trace.format.FieldType.SetOf;
import org.quittance.trace.format.Term;
import org.quittance.trace.format.TraceSpec;

/** Traces of consensus: the steps of all validators, as Simplex has them. */
public final class SimplexFormat {

    /** The digest of no block. */
    static final String NO_DIGEST = "none";

    private static final FieldType VIEW = INT;

    private static final FieldType NODES = new SetOf(NODE);

    /** One digest is one block. */
    private static final FieldType BLOCK =
            new Rec(
                    fields(
                            "digest", DIGEST,
                            "view", VIEW,
                            "parentView", VIEW,
                            "parent", new FieldType.Digest(NO_DIGEST),
                            "valid", FLAG),
                    "digest");

    /** What a vote to nullify has for a block, and does not write. */
    private static final Term NO_BLOCK = Block.NONE.term();

    private static final FieldType BLOCK_IF_ANY = new Missing(BLOCK, NO_BLOCK);

    private static final List<String> IN_ORDER = List.of("view", "kind", "block.digest");

    private static final FieldType MESSAGE =
            new Rec(
                    fields(
                            "kind", new OneOf(List.of("propose", "notarize", "nullify", "finalize")),
                            "signer", NODE,
                            "view", VIEW,
                            "block", BLOCK_IF_ANY));

    private static final FieldType MESSAGES = new SetOf(MESSAGE, IN_ORDER);

    /** Messages in the order of signing. */
    private static final FieldType QUEUE = new Seq(MESSAGE);

    private static final FieldType CERTIFICATE =
            new Rec(
                    fields(
                            "kind", new OneOf(List.of("notarize", "nullify", "finalize")),
                            "view", VIEW,
                            "block", BLOCK_IF_ANY));

    private static final FieldType CERTIFICATES = new SetOf(CERTIFICATE, IN_ORDER);

    /** Blocks in order, from parent to child; the checks are the spec's. */
    private static final FieldType PATH = new Seq(BLOCK);

    private static final Map<String, FieldType> SIGNED = fields("pending", QUEUE);

    private static final Map<String, FieldType> HEADER =
            fields(
                    "chainId", TEXT,
                    "epoch", INT,
                    "weights", new Seq(new Number(1, FieldType.MOST)),
                    "byzantine", NODES,
                    "genesis", DIGEST);

    private static final List<Action> ACTIONS =
            List.of(
                    // A signed message of another validator is accepted for the first time.
                    new Action("Receive", fields("message", MESSAGE), fields()),
                    // A certificate is held from now on; post has all that are for its view.
                    new Action(
                            "HoldCertificate",
                            fields("certificate", CERTIFICATE, "signers", NODES),
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
                    List.of("SimplexTrace", "Election"),
                    "validators",
                    "byzantine",
                    HEADER,
                    ACTIONS,
                    new TraceSpec.Next(List.of(), Set.of("ByzantineSend"), Set.of("Receive")),
                    false,
                    new TraceSpec.Cause("Receive", "message", "signer", "Persist"),
                    new SimplexConstants(),
                    new TraceSpec.Parts(
                            "SimplexExchange", Set.of("Persist", "Receive", "Commit"), Set.of()),
                    "");

    private SimplexFormat() {}
}
