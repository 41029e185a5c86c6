package org.quittance.trace.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the lines of the events and the end line, and counts as it goes. */
final class EventReader {

    private final Header header;
    private final ValueReader values;
    private final List<Event> events = new ArrayList<>();
    private final Map<Integer, List<Event>> byNode = new HashMap<>();

    EventReader(Header header) {
        this.header = header;
        this.values = new ValueReader(header);
    }

    Trace trace(String file) {
        return new Trace(file, header, events, values.blocks(), values.views());
    }

    void add(int line, JsonObject in) throws MalformedTraceException {
        int node = (int) in.number("node", 0, header.validators() - 1);
        if (!header.isCorrect(node)) {
            throw in.error(
                    "node",
                    "validator " + node + " is Byzantine by the header, and those log nothing",
                    "leave its events out, or correct the header");
        }
        List<Event> before = byNode.computeIfAbsent(node, n -> new ArrayList<>());
        long seq = in.number("seq", 0, Long.MAX_VALUE);
        if (seq != before.size()) {
            throw in.error(
                    "seq",
                    "expected " + before.size() + " for node " + node + ", found " + seq,
                    "write the events of a node in order, numbered 0, 1, ... without gaps; are"
                            + " lines missing, repeated or swapped?");
        }
        long time = in.number("time", 0, Long.MAX_VALUE);
        Action action = action(in);
        Map<String, Term> args = fields(in.object("args"), action.args());
        Map<String, Term> post = fields(in.object("post"), action.post());
        cause(in, node, action, args);
        in.end();
        Event event = new Event(line, node, seq, time, action, args, post);
        events.add(event);
        before.add(event);
    }

    private static Action action(JsonObject in) throws MalformedTraceException {
        String name = in.string("action");
        return Action.of(name)
                .orElseThrow(
                        () ->
                                in.error(
                                        "action",
                                        "unknown action \"" + name + "\"",
                                        "write one of "
                                                + Arrays.stream(Action.values())
                                                        .map(Action::spelling)
                                                        .collect(Collectors.joining(", "))));
    }

    private Map<String, Term> fields(JsonObject in, Map<String, FieldType> types)
            throws MalformedTraceException {
        Map<String, Term> fields = new LinkedHashMap<>();
        for (Map.Entry<String, FieldType> field : types.entrySet()) {
            fields.put(field.getKey(), values.read(in, field.getKey(), field.getValue()));
        }
        in.end();
        return fields;
    }

    /**
     * The cause of a Receive is the event in which the signer wrote the message: it stands further
     * up. Whether it wrote this message there is for the spec to say. A Byzantine signer has no
     * such event, and a forged message has none either, so that a Receive may be without a cause.
     */
    private void cause(JsonObject in, int node, Action action, Map<String, Term> args)
            throws MalformedTraceException {
        JsonObject cause = in.object("cause");
        for (String name : cause.names()) {
            long seq = cause.number(name, 0, Long.MAX_VALUE);
            List<Event> others = name.matches("[0-9]{1,9}")
                    ? byNode.getOrDefault(Integer.parseInt(name), List.of())
                    : List.of();
            if (action != Action.RECEIVE || !name.equals(signer(args))) {
                throw cause.error(
                        name,
                        "node " + name + " can't be the cause of this " + action.spelling(),
                        "give a cause to Receive only, and there the signer of the message");
            }
            if (seq >= others.size() || others.get((int) seq).action() != Action.PERSIST) {
                throw cause.error(
                        name,
                        "event " + seq + " of node " + name + " is not a Persist further up",
                        "write the events in an order that respects causality, and for the cause"
                                + " the Persist in which the signer wrote the message");
            }
        }
        cause.end();
    }

    private static String signer(Map<String, Term> args) {
        return args.get("message") instanceof Term.Rec message
                        && message.fields().get("signer") instanceof Term.Int signer
                ? String.valueOf(signer.value())
                : "";
    }

    void end(JsonObject in) throws MalformedTraceException {
        if (!in.flag("end")) {
            throw in.error("end", "expected true, found false", "write true");
        }
        if (events.isEmpty()) {
            throw in.error("", "the trace has no events", "give the trace of a run that ran");
        }
        in.number("events", events.size(), events.size());
        JsonObject last = in.object("last");
        for (Map.Entry<Integer, List<Event>> node : new TreeMap<>(byNode).entrySet()) {
            long seq = node.getValue().size() - 1L;
            last.number(String.valueOf(node.getKey()), seq, seq);
        }
        last.end();
        in.end();
    }
}
