package org.quittance.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.quittance.models.InputException;
import org.quittance.trace.replay.ValueForm;

/**
 * A state of a run as a module of TLA+ that TLC can start from, with its configuration. It needs
 * nothing but the specs and TLC.
 */
public final class StateModule {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RUN = "Run";

    private final String name;
    private final Continuation continuation;
    private final Run.Point point;
    private final Map<String, String> constants;
    private final SortedMap<String, String> values;

    /**
     * Of a state.
     *
     * @param name of the module
     * @param continuation how TLC goes on from there
     * @throws InputException if TLC has no numbers for the state
     */
    public StateModule(String name, Continuation continuation, Run.Point point)
            throws IOException {
        ObjectNode state = JSON.createObjectNode();
        for (Map.Entry<String, String> v : point.values(ValueForm.ITF).entrySet()) {
            JsonNode value = JSON.readTree(v.getValue());
            String large = ItfValues.tooLarge(value);
            if (!large.isEmpty()) {
                throw new InputException(
                        "state " + point.index() + ": " + v.getKey() + " has the number " + large
                                + ", and TLC's have 32 bits; take a trace with smaller amounts, or"
                                + " export its states with --itf");
            }
            state.set(v.getKey(), value);
        }
        this.name = name;
        this.continuation = continuation;
        this.point = point;
        this.constants = continuation.constants(point.header(), state);
        this.values = point.values(ValueForm.TLA);
    }

    /** How TLC goes on from states of runs of this spec. */
    public static Continuation continuation(String spec) {
        return switch (spec) {
            case "Simplex" -> new SimplexContinuation();
            case "System" -> new SystemContinuation();
            default -> new PlainContinuation(spec);
        };
    }

    /**
     * The module.
     *
     * @param more definitions at its end; "" if none
     */
    public String text(String more) {
        String definitions = constants.entrySet().stream()
                .map(c -> RUN + c.getKey() + " ==\n    " + c.getValue() + "\n")
                .collect(Collectors.joining());
        String state = values.entrySet().stream()
                .map(v -> v.getKey() + " |->\n        " + v.getValue())
                .collect(Collectors.joining(",\n     ", "    [", "]\n"));
        String init = values.keySet().stream()
                .map(v -> "    /\\ " + v + " = ReachedState." + v + "\n")
                .collect(Collectors.joining());
        return "---- MODULE " + name + " ----\n"
                + "\\* The state after event " + point.index() + " of a recorded run ("
                + point.header().spec() + ", scenario " + point.header().scenario() + ", seed "
                + point.header().seed() + "), for TLC to start from.\n"
                + "EXTENDS " + continuation.module() + ", TLC\n\n"
                + continuation.definitions() + "\n"
                + definitions + "\n"
                + "ReachedState ==\n" + state + "\n"
                + "ReachedInit ==\n" + init
                + more
                + "====\n";
    }

    /** The configuration for TLC, without invariants. */
    public String config() {
        String substitutions = constants.keySet().stream()
                .map(c -> "  " + c + " <- " + RUN + c + "\n")
                .collect(Collectors.joining());
        return "INIT ReachedInit\nNEXT " + continuation.next() + "\nCHECK_DEADLOCK FALSE\n"
                + (constants.isEmpty() ? "" : "CONSTANTS\n" + substitutions);
    }

    /** The invariants for the configuration, a line for each. */
    public String invariants() {
        List<String> lines = new ArrayList<>();
        continuation.invariants(point.header()).forEach(i -> lines.add("INVARIANT " + i + "\n"));
        return String.join("", lines);
    }
}
