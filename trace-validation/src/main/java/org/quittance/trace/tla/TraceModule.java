package org.quittance.trace.tla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** TLA+ has no literal for a record without fields; it is the function on the empty set. */
    private static final String NO_FIELDS = "<<>>";

    private final Trace trace;
    private final Map<String, String> names;
    private final Map<Term, String> definitions = new HashMap<>();
    private final TlaText text;

    /** For this trace. */
    public TraceModule(Trace trace) {
        this.trace = trace;
        this.names = trace.names();
        for (Block block : trace.blocks().values()) {
            definitions.put(block.term(), TlaText.definition(block, names));
        }
        definitions.put(Block.NONE.term(), TlaText.definition(Block.NONE, names));
        this.text = new TlaText(names, definitions);
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
        return """
                SPECIFICATION TraceSpec
                VIEW TraceView
                CHECK_DEADLOCK FALSE
                CONSTANTS
                  Validators <- RunValidators
                  Weight <- RunWeight
                  Byzantine <- RunByzantine
                  Blocks <- RunBlocks
                  GenesisDigest <- RunGenesisDigest
                  NoDigest <- RunNoDigest
                  Views <- RunViews
                  Leader <- RunLeader
                  Trace <- RunTrace
                """;
    }

    private String module(List<Event> events) {
        StringBuilder out = new StringBuilder();
        out.append("---- MODULE ").append(NAME).append(" ----\n");
        out.append("EXTENDS SimplexTrace\n\n");
        constants(out);
        out.append(TlaText.makers());
        Arrays.stream(Action.values()).map(TraceModule::maker).forEach(out::append);
        blocks(out);
        events(out, events);
        return out.append("====\n").toString();
    }

    private void constants(StringBuilder out) {
        Header header = trace.header();
        define(out, "RunValidators", "0 .. " + (header.validators() - 1));
        define(
                out,
                "RunWeight",
                "[i \\in RunValidators |-> <<" + join(header.weights()) + ">>[i + 1]]");
        define(out, "RunByzantine", "{" + join(header.byzantine()) + "}");
        define(out, "RunGenesisDigest", "\"" + names.get(header.genesis()) + "\"");
        define(out, "RunNoDigest", "\"" + Block.NO_DIGEST + "\"");
        // Blocks and views can't be listed, and nothing that traces are checked for lists them.
        define(out, "RunBlocks", "{Genesis}");
        define(out, "RunViews", "Nat \\ {0}");
        define(out, "RunLeader", leaders());
    }

    /** A function on the views of the trace and the ones after them. */
    private String leaders() {
        Election election = new Election(trace.header());
        SortedMap<Integer, SortedSet<Integer>> led = new TreeMap<>();
        SortedSet<Integer> all = new TreeSet<>();
        for (int seen : trace.views()) {
            IntStream.of(seen, seen + 1).filter(v -> v > 0).forEach(all::add);
        }
        for (int view : all) {
            led.computeIfAbsent(election.leader(view), i -> new TreeSet<>()).add(view);
        }
        String cases =
                led.entrySet().stream()
                        .map(e -> "v \\in {" + join(e.getValue()) + "} -> " + e.getKey())
                        .collect(Collectors.joining("\n    [] "));
        return "[v \\in {" + join(all) + "} |->\n    CASE " + cases + "]";
    }

    private void blocks(StringBuilder out) {
        for (Block block : trace.blocks().values()) {
            define(out, TlaText.definition(block, names), text.writeOut(block.term()));
        }
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
                "RunTrace",
                chunks == 0
                        ? "<<>>"
                        : IntStream.rangeClosed(1, chunks)
                                .mapToObj(k -> "Events" + k)
                                .collect(Collectors.joining(" \\o ")));
    }

    private static void define(StringBuilder out, String name, String body) {
        out.append(name).append(" == ").append(body).append('\n');
    }

    private static String join(Iterable<Integer> numbers) {
        StringBuilder out = new StringBuilder();
        for (int number : numbers) {
            out.append(out.isEmpty() ? "" : ", ").append(number);
        }
        return out.toString();
    }
}
