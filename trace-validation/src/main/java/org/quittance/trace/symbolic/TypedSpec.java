package org.quittance.trace.symbolic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Names;
import org.quittance.trace.format.Term;
import org.quittance.trace.specs.Election;

/**
 * A spec whose trace spec has types, so that Apalache can read it.
 */
enum TypedSpec {
    /** Ordering. */
    SIMPLEX(
            "Simplex",
            Map.of(
                    "digest", "DIGEST", "parent", "DIGEST", "genesis", "DIGEST",
                    "signer", "VALIDATOR", "signers", "VALIDATOR", "node", "VALIDATOR",
                    "byzantine", "VALIDATOR"),
            """
                /\\ received = [i \\in Honest |-> {}]
                /\\ proposals = [i \\in Honest |-> {}]
                /\\ chain = {}
                /\\ floor = 0
            """,
            "") {
        @Override
        void constants(Header header, TypedText text, Map<String, String> constants, int view) {
            Election election = Election.of(header);
            constants.put("GenesisDigest", text.write("genesis", header.field("genesis")));
            constants.put("NoDigest", "\"none_OF_DIGEST\"");
            String genesis = constants.get("GenesisDigest");
            // Apalache takes no constant whose value names another.
            constants.put("Blocks", "{[digest |-> " + genesis + ", view |-> 0, parentView |-> 0,"
                    + " parent |-> \"none_OF_DIGEST\", valid |-> TRUE]}");
            constants.put("Views", "1 .. " + view);
            constants.put("Window", "0");
            constants.put("Leader", IntStream.rangeClosed(1, view)
                    .mapToObj(v -> "<<" + v + ", \"n" + election.leader(v) + "_OF_VALIDATOR\">>")
                    .collect(Collectors.joining(", ", "SetAsFun({", "})")));
        }
    },
    /** Execution and attestation. */
    SYSTEM(
            "System",
            Map.of(
                    "root", "ROOT", "held", "ROOT", "signed", "ROOT", "durable", "ROOT",
                    "command", "COMMAND", "signer", "VALIDATOR", "signers", "VALIDATOR",
                    "node", "VALIDATOR", "byzantine", "VALIDATOR", "wrong", "VALIDATOR"),
            """
                /\\ heard = [i \\in Honest |-> {}]
                /\\ floor = 0
            """,
            """
            \\* CanOrder in other words: Apalache takes no range with a bound that changes.
            \\* @type: ($block) => Bool;
            OVERRIDE_CanOrder(block) ==
                /\\ \\E h \\in {0} \\union DOMAIN quittances:
                       Tip - MaxLag <= h /\\ h <= Tip
                /\\ block.quitted <= Tip
                /\\ IF block.quitted = 0 THEN TRUE ELSE block.quitted \\in DOMAIN quittances

            """) {
        @Override
        void constants(Header header, TypedText text, Map<String, String> constants, int view) {
            constants.put("Wrong", text.write("wrong", header.field("wrong")));
            if (header.field("parameters") instanceof Term.Rec parameters) {
                parameters.fields().forEach((n, v) -> constants.put(n, text.write(n, v)));
            }
            constants.put("Window", "0");
            constants.put("NoRoot", "\"none_OF_ROOT\"");
            constants.put("Blocks", "{}");
            constants.put("Roots", "{}");
            constants.put("Heights", "{}");
        }
    };

    /** Of constants that may be empty sets, which say nothing of their type. */
    private static final Map<String, String> SETS = Map.of(
            "Byzantine", "Set(VALIDATOR)", "Wrong", "Set(VALIDATOR)", "Blocks", "Set($block)",
            "Roots", "Set(ROOT)", "Heights", "Set(Int)");

    private final String spec;
    private final Map<String, String> types;
    private final String ownInit;
    private final String definitions;

    TypedSpec(
            String spec, Map<String, String> types, String ownInit, String definitions) {
        this.spec = spec;
        this.types = types;
        this.ownInit = ownInit;
        this.definitions = definitions;
    }

    /** The one of that name, which {@link #has} types. */
    static TypedSpec of(String spec) {
        for (TypedSpec typed : values()) {
            if (typed.spec.equals(spec)) {
                return typed;
            }
        }
        throw new IllegalArgumentException("the trace spec of " + spec + " has no types");
    }

    /** Are there types for that spec? */
    static boolean has(String spec) {
        for (TypedSpec typed : values()) {
            if (typed.spec.equals(spec)) {
                return true;
            }
        }
        return false;
    }

    /** The comment that says of which type a constant is; "" where its value does. */
    static String type(String constant) {
        String type = SETS.get(constant);
        return type == null ? "" : "\\* @type: " + type + ";\n";
    }

    /** For the values of a trace. */
    TypedText text() {
        return new TypedText(types, new Names());
    }

    /** Init without what is Init of the spec. */
    String ownInit() {
        return ownInit;
    }

    /** What takes the place of definitions that Apalache can't read; "" if nothing does. */
    String definitions() {
        return definitions;
    }

    /** By the constant's name the expression that it stands for. */
    Map<String, String> constants(Header header, TypedText text, int view) {
        Map<String, String> constants = new LinkedHashMap<>();
        String validators = IntStream.range(0, header.nodes())
                .mapToObj(i -> "\"n" + i + "_OF_VALIDATOR\"")
                .collect(Collectors.joining(", ", "{", "}"));
        constants.put("Validators", validators);
        if (header.field("weights") instanceof Term.Tuple weights) {
            constants.put("Weight", IntStream.range(0, weights.elements().size())
                    .mapToObj(i -> "<<\"n" + i + "_OF_VALIDATOR\", "
                            + text.write("", weights.elements().get(i)) + ">>")
                    .collect(Collectors.joining(", ", "SetAsFun({", "})")));
        }
        constants.put("Byzantine", text.write("byzantine", header.field("byzantine")));
        constants(header, text, constants, view);
        return constants;
    }

    abstract void constants(
            Header header, TypedText text, Map<String, String> constants, int view);
}
