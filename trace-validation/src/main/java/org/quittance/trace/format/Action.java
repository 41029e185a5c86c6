package org.quittance.trace.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The actions that an event can name, with the fields of its arguments and of the state after it.
 * The names are the spec's, and so are those of the fields after it: they are its variables.
 */
public enum Action {
    /** A signed message of another validator is accepted for the first time. */
    RECEIVE("Receive", fields("message", FieldType.MESSAGE), fields()),
    /** A certificate is held from now on; post has all that are held for its view. */
    HOLD_CERTIFICATE(
            "HoldCertificate",
            fields("certificate", FieldType.CERTIFICATE, "signers", FieldType.SIGNERS),
            fields("certificates", FieldType.CERTIFICATES)),
    /** A later view is entered. */
    ENTER_VIEW("EnterView", fields("view", FieldType.VIEW), fields("view", FieldType.VIEW)),
    /** The leader signs a proposal. */
    PROPOSE("Propose", fields("block", FieldType.BLOCK), fields("pending", FieldType.QUEUE)),
    /** A notarize vote is signed. */
    NOTARIZE("Notarize", fields("block", FieldType.BLOCK), fields("pending", FieldType.QUEUE)),
    /** A nullify vote is signed. */
    NULLIFY("Nullify", fields("view", FieldType.VIEW), fields("pending", FieldType.QUEUE)),
    /** A finalize vote is signed. */
    FINALIZE("Finalize", fields("block", FieldType.BLOCK), fields("pending", FieldType.QUEUE)),
    /** The oldest pending message is durable; post has the durable ones of its view. */
    PERSIST(
            "Persist",
            fields(),
            fields("pending", FieldType.QUEUE, "durable", FieldType.MESSAGES)),
    /** The blocks of the path are committed. */
    COMMIT("Commit", fields("path", FieldType.PATH), fields("committed", FieldType.BLOCK)),
    /** The validator stops, and forgets what was not durable. */
    CRASH("Crash", fields(), fields("up", FieldType.FLAG)),
    /** The validator comes back; post has the durable messages of views above the tip's. */
    RESTART(
            "Restart",
            fields("kept", FieldType.CERTIFICATES, "tip", FieldType.BLOCK),
            fields(
                    "up", FieldType.FLAG,
                    "view", FieldType.VIEW,
                    "committed", FieldType.BLOCK,
                    "pending", FieldType.QUEUE,
                    "durable", FieldType.MESSAGES));

    private final String spelling;
    private final Map<String, FieldType> args;
    private final Map<String, FieldType> post;

    Action(String spelling, Map<String, FieldType> args, Map<String, FieldType> post) {
        this.spelling = spelling;
        this.args = args;
        this.post = post;
    }

    /** The action's name in the spec and in traces. */
    public String spelling() {
        return spelling;
    }

    /** The arguments and their types, in the spec's order. */
    public Map<String, FieldType> args() {
        return args;
    }

    /** The variables that are compared after the step. */
    public Map<String, FieldType> post() {
        return post;
    }

    /** The action of that name, if there is one. */
    public static Optional<Action> of(String spelling) {
        return Arrays.stream(values()).filter(a -> a.spelling.equals(spelling)).findFirst();
    }

    private static Map<String, FieldType> fields(Object... namesAndTypes) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (int k = 0; k < namesAndTypes.length; k += 2) {
            fields.put((String) namesAndTypes[k], (FieldType) namesAndTypes[k + 1]);
        }
        return fields;
    }
}
