package org.quittance.trace.tla;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.Block;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;
import org.quittance.trace.format.Trace;

/**
 * The root module that TLC runs on: the trace spec, the constants of the run, and the events as a
 * literal. It is plain TLA+, so that any TLC can check it, and people can read it.
 */
public final class TraceModule {

    /** The module's name, and that of its file. */
    public static final String NAME = "RecordedRun";

    /** SANY and TLC cope well with tuples of this length; longer ones are joined from them. */
    private static final int CHUNK = 250;

    /** What a constant of the spec is called here, where it has a value. */
    private static final String RUN = "Run";

    /** TLA+ has no literal for a record without fields; it is the function on the empty set. */
    private static final String NO_FIELDS = "<<>>";

    private final Trace trace;
    private final Map<String, String> names;
    private final Map<Term, String> definitions = new HashMap<>();
    private final TlaText text;
    private final Map<String, String> constants;

    /** For this trace. */
    public TraceModule(Trace trace) {
        this.trace = trace;
        this.names = trace.names();
        for (Block block : trace.blocks().values()) {
            definitions.put(block.term(), TlaText.definition(block, names));
        }
        definitions.put(Block.NONE.term(), TlaText.definition(Block.NONE, names));
        this.text = new TlaText(names, definitions);
        this.constants = Constants.ofSpec(trace).of(trace, text);
    }

    /** The module with the constants and all events. */
    public String withEvents() {
        return module(trace.events());
    }

    /** The module with the constants and an empty trace, for whoever brings the events along. */
    public String withoutEvents() {
        return module(List.of());
    }

    /** The configuration for either. */
    public String config() {
        StringBuilder out = new StringBuilder();
        out.append("SPECIFICATION TraceSpec\nVIEW TraceView\nCHECK_DEADLOCK FALSE\nCONSTANTS\n");
        constants.keySet().forEach(name -> substitute(out, name));
        substitute(out, "Trace");
        return out.toString();
    }

    private static void substitute(StringBuilder out, String constant) {
        out.append("  ").append(constant).append(" <- ").append(RUN).append(constant).append('\n');
    }

    private String module(List<Event> events) {
        Header header = trace.header();
        StringBuilder body = new StringBuilder();
        constants.forEach((name, value) -> define(body, RUN + name, value));
        header.spec().actions().stream().map(TraceModule::maker).forEach(body::append);
        for (Block block : trace.blocks().values()) {
            define(body, TlaText.definition(block, names), text.writeOut(block.term()));
        }
        events(body, events);
        // What makes records and functions is known once all have been written.
        return "---- MODULE " + NAME + " ----\nEXTENDS " + header.spec().root() + "\n\n"
                + TlaText.functionMakers() + text.makers() + body + "====\n";
    }

    /** The operator that makes an event of that action out of node, arguments and post-state. */
    private static String maker(Action action) {
        List<String> parameters = new ArrayList<>();
        parameters.add("node");
        parameters.addAll(action.args().keySet());
        action.post().keySet().forEach(f -> parameters.add(after(f)));
        String args = action.args().isEmpty()
                ? NO_FIELDS
                : TlaText.record(List.copyOf(action.args().keySet()));
        String post = action.post().isEmpty()
                ? NO_FIELDS
                : action.post().keySet().stream()
                        .map(f -> f + " |-> " + TlaText.parameter(after(f)))
                        .collect(Collectors.joining(", ", "[", "]"));
        return TlaText.maker(
                "Did" + action.spelling(),
                parameters,
                "[node |-> " + TlaText.parameter("node") + ", action |-> \"" + action.spelling()
                        + "\", args |-> " + args + ",\n     post |-> " + post + "]");
    }

    private static String after(String field) {
        return field + "After";
    }

    private String event(Event event) {
        List<Term> values = new ArrayList<>();
        values.add(new Term.Int(event.node()));
        values.addAll(event.args().values());
        values.addAll(event.post().values());
        return "Did" + event.action().spelling() + "(" + text.writeAll(values) + ")";
    }

    private void events(StringBuilder out, List<Event> events) {
        int chunks = 0;
        for (int from = 0; from < events.size(); from += CHUNK) {
            chunks++;
            out.append("Events").append(chunks).append(" == <<\n");
            List<Event> chunk = events.subList(from, Math.min(from + CHUNK, events.size()));
            for (int k = 0; k < chunk.size(); k++) {
                out.append(k == 0 ? "  " : ", ").append(event(chunk.get(k)));
                out.append(" \\* line ").append(chunk.get(k).line()).append('\n');
            }
            out.append(">>\n");
        }
        define(
                out,
                RUN + "Trace",
                chunks == 0
                        ? "<<>>"
                        : IntStream.rangeClosed(1, chunks)
                                .mapToObj(k -> "Events" + k)
                                .collect(Collectors.joining(" \\o ")));
    }

    private static void define(StringBuilder out, String name, String body) {
        out.append(name).append(" == ").append(body).append('\n');
    }
}
