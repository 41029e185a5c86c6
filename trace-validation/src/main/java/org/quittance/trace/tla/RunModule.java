package org.quittance.trace.tla;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.TraceSpec;

/**
 * The module that TLC is given for the traces of a run: it extends the trace spec, which has an
 * operator Is{Action} for each action that an event can name, and puts the constants of the run in.
 *
 * <p>A trace spec may besides define
 *
 * <ul>
 *   <li>TraceInit, the state before the first event; Init if it has no variables of its own,
 *   <li>IsUpkeepDue(e) and Upkeep(e), a step between events, such as to forget what is old,
 *   <li>Allowed(i), for people: what node i could have done,
 *   <li>Window, a constant: how much Upkeep leaves.
 * </ul>
 */
public final class RunModule {

    /** The name of the module. */
    public static final String NAME = "TraceRun";

    /** The operator that takes any event. All names here begin so, and not as those of a spec. */
    private static final String STEP = "RunEvent";

    /** What a constant of the spec is called here, where it has a value. */
    private static final String RUN = "Run";

    private final TraceSpec spec;
    private final Map<String, String> constants;
    private final String functions;
    private final TraceText text;

    /**
     * For traces with this header.
     *
     * @param text the text of the trace spec
     * @param window how many views Upkeep leaves, if the spec forgets anything
     */
    public RunModule(Header header, String text, int window) {
        this.spec = header.spec();
        this.text = new TraceText(text);
        TlaText terms = new TlaText(digest -> digest);
        Map<String, String> values = new LinkedHashMap<>(spec.constants().of(header, terms::write));
        if (this.text.hasWindow()) {
            values.put("Window", String.valueOf(window));
        }
        this.constants = values;
        this.functions = makers(values) + terms.makers();
    }

    /** They need numbers and sequences, which a spec of neither does not have. */
    private static String makers(Map<String, String> values) {
        return values.values().stream().anyMatch(TlaText::makesFunctions)
                ? TlaText.functionMakers()
                : "";
    }

    /** The module for whoever brings the events along, one by one. */
    public String forStepping() {
        return module("EXTENDS " + spec.root() + "\n\n" + functions + definitions() + step());
    }

    /** The module with the behaviour of a whole trace, for TLC to run over it. */
    public String forBatch() {
        return module("""
                EXTENDS %s, TraceFile

                %s
                VARIABLES
                    runAt,     \\* how many events have been taken
                    runUpkeep  \\* how many steps were taken between events

                RunInit == %s /\\ runAt = 0 /\\ runUpkeep = 0

                RunStep(e) ==
                    /\\ RunEvent(e)
                    /\\ runAt' = After(runAt)
                    /\\ runUpkeep' = runUpkeep
                    /\\ runAt' = EventCount => Tell("trace consumed", runAt')

                RunUpkeep(e) ==
                    /\\ Upkeep(e)
                    /\\ runAt' = runAt
                    /\\ runUpkeep' = After(runUpkeep)
                    /\\ Tell("upkeep", runAt)

                RunNext ==
                    /\\ IsBelow(runAt, EventCount)
                    /\\ IF IsUpkeepDue(EventAt(After(runAt)))
                       THEN RunUpkeep(EventAt(After(runAt)))
                       ELSE RunStep(EventAt(After(runAt)))

                \\* TLC tells states apart by this alone, which spares it reading the whole state at
                \\* every event.  That is sound because an event never has two outcomes, and whoever
                \\* runs TLC makes sure of that: it generates no more states than it finds.
                RunView == <<runAt, runUpkeep>>
                """.formatted(spec.root(), functions + definitions() + step(), init()));
    }

    /** The name of the initial predicate. */
    public String init() {
        return text.defines("TraceInit") ? "TraceInit" : "Init";
    }

    private static String module(String body) {
        return "---- MODULE " + NAME + " ----\n" + body + "====\n";
    }

    private String definitions() {
        return constants.entrySet().stream()
                .map(c -> RUN + c.getKey() + " == " + c.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String step() {
        String cases = spec.actions().stream()
                .map(Action::spelling)
                .map(a -> "e.action = \"" + a + "\" -> Is" + a + "(e)")
                .collect(Collectors.joining("\n      [] "));
        String upkeep = text.defines("Upkeep")
                ? ""
                : "IsUpkeepDue(e) == FALSE\nUpkeep(e) == FALSE\n";
        return upkeep + STEP + "(e) ==\n    CASE " + cases + "\n";
    }

    /** The configuration for stepping. */
    public String configForStepping() {
        return "INIT " + init() + "\nNEXT Next\n" + substitutions();
    }

    /** The configuration for a whole trace. */
    public String configForBatch() {
        return "INIT RunInit\nNEXT RunNext\nVIEW RunView\nCHECK_DEADLOCK FALSE\n"
                + substitutions();
    }

    private String substitutions() {
        return constants.isEmpty()
                ? ""
                : constants.keySet().stream()
                        .map(c -> "  " + c + " <- " + RUN + c + "\n")
                        .collect(Collectors.joining("", "CONSTANTS\n", ""));
    }
}
