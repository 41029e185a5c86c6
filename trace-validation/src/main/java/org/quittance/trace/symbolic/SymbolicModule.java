package org.quittance.trace.symbolic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;

/**
 * The module that Apalache is given for a trace: step k is the k-th event, as an action of the
 * trace spec with its arguments and its outcome. The trace is accepted if, and only if, the state
 * after the last event can be reached.
 */
final class SymbolicModule {

    static final String NAME = "SymbolicTrace";
    /** The invariant that a trace violates which is accepted. */
    static final String NOT_CONSUMED = "NotConsumed";

    /** Behind this comment a trace spec is for TLC alone. */
    private static final String MARK = "\\* The symbolic checker reads no further";

    private final Header header;
    private final List<Event> events;
    private final TypedSpec spec;
    private final TypedText text;
    private final Map<String, String> constants;

    SymbolicModule(Header header, List<Event> events) {
        this.header = header;
        this.events = List.copyOf(events);
        this.spec = TypedSpec.of(header.spec().name());
        this.text = spec.text();
        this.constants = spec.constants(header, text, lastView(events) + 1);
    }

    private static int lastView(List<Event> events) {
        return events.stream().mapToInt(e -> lastView(new Term.Rec(e.args()))).max().orElse(1);
    }

    private static int lastView(Term term) {
        return switch (term) {
            case Term.Rec rec -> {
                int view = rec.fields().get("view") instanceof Term.Int v ? v.value() : 1;
                for (Term value : rec.fields().values()) {
                    view = Math.max(view, lastView(value));
                }
                yield view;
            }
            case Term.Tuple tuple ->
                    tuple.elements().stream().mapToInt(SymbolicModule::lastView).max().orElse(1);
            case Term.SetOf set ->
                    set.elements().stream().mapToInt(SymbolicModule::lastView).max().orElse(1);
            default -> 1;
        };
    }

    /** What Apalache reads of the trace spec. */
    static String readable(String traceSpec) {
        int end = traceSpec.indexOf(MARK);
        if (end < 0) {
            throw new IllegalArgumentException(
                    "the trace spec does not say where the symbolic checker stops reading");
        }
        return traceSpec.substring(0, end) + "====\n";
    }

    /** The module. */
    String text() {
        StringBuilder all = new StringBuilder();
        all.append("---- MODULE ").append(NAME).append(" ----\n");
        all.append("EXTENDS ").append(header.spec().root()).append(", Apalache\n\n");
        all.append("VARIABLE\n    \\* @type: Int;\n    at\n\n");
        constants.forEach((name, value) ->
                all.append(TypedSpec.type(name))
                        .append("Run").append(name).append(" == ").append(value).append("\n"));
        all.append("\n").append(spec.definitions());
        all.append("RunInit ==\n    /\\ Init\n").append(indented(spec.ownInit()))
                .append("    /\\ at = 0\n\n");
        int k = 0;
        for (Event event : events) {
            Map<String, Term> fields = new LinkedHashMap<>();
            fields.put("node", new Term.Int(event.node()));
            fields.put("args", new Term.Rec(event.args()));
            fields.put("post", new Term.Rec(event.post()));
            all.append("Step").append(k).append(" == at = ").append(k)
                    .append(" /\\ at' = ").append(k + 1)
                    .append(" /\\ Is").append(event.action().spelling())
                    .append("(").append(text.record(fields)).append(")\n");
            k++;
        }
        all.append("\nRunNext ==\n");
        for (int step = 0; step < k; step++) {
            all.append("    \\/ Step").append(step).append("\n");
        }
        all.append("\n").append(NOT_CONSUMED).append(" == at < ").append(k).append("\n====\n");
        return all.toString();
    }

    private static String indented(String text) {
        return text.lines().map(line -> "    " + line.strip() + "\n").collect(Collectors.joining());
    }

    /** The configuration. */
    String config() {
        return "INIT RunInit\nNEXT RunNext\nINVARIANT " + NOT_CONSUMED + "\n"
                + constants.keySet().stream()
                        .map(c -> "  " + c + " <- Run" + c + "\n")
                        .collect(Collectors.joining("", "CONSTANTS\n", ""));
    }
}
