package org.quittance.trace.format;

import java.util.ArrayList;
import java.util.HashMap;
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
        this.values = new ValueReader(header.validators(), header.consensus().genesis());
    }

    Trace trace(String file) {
        ConsensusReader consensus = values.consensus();
        return new Trace(
                file,
                header,
                events,
                consensus.blocks(),
                consensus.views(),
                values.digests());
    }

    void add(int line, JsonObject in) throws MalformedTraceException {
        int node = (int) in.number("node", 0, header.validators() - 1);
        if (!header.isCorrect(node)) {
            throw in.error(
                    "node",
                    "validator " + node + " is Byzantine by the header, and those log nothing",
                    "leave its events out, or correct the header");
        }
        if (header.spec().isOfOneNode() && !events.isEmpty() && events.get(0).node() != node) {
            throw in.error(
                    "node",
                    "the events before are of node " + events.get(0).node(),
                    "write a trace of " + header.spec() + " for one node");
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
        Map<String, Term> args = values.fields(in.object("args"), action.args());
        Map<String, Term> post = values.fields(in.object("post"), action.post());
        cause(in, action, args);
        in.end();
        Event event = new Event(line, node, seq, time, action, args, post);
        events.add(event);
        before.add(event);
    }

    private Action action(JsonObject in) throws MalformedTraceException {
        String name = in.string("action");
        return header.spec()
                .action(name)
                .orElseThrow(
                        () ->
                                in.error(
                                        "action",
                                        "unknown action \"" + name + "\"",
                                        "write one of "
                                                + header.spec().actions().stream()
                                                        .map(Action::spelling)
                                                        .collect(Collectors.joining(", "))));
    }

    /**
     * The cause of a message's receipt is the event in which the signer wrote the message: it
     * stands further up. Whether it wrote this message there is for the spec to say. A Byzantine
     * signer has no such event, and a forged message has none either, so that a receipt may be
     * without a cause.
     */
    private void cause(JsonObject in, Action action, Map<String, Term> args)
            throws MalformedTraceException {
        JsonObject cause = in.object("cause");
        for (String name : cause.names()) {
            long seq = cause.number(name, 0, Long.MAX_VALUE);
            TraceSpec.Cause rule = header.spec().cause();
            if (rule == null
                    || !action.spelling().equals(rule.effect())
                    || !name.equals(signer(rule, args))) {
                throw cause.error(
                        name,
                        "node " + name + " can't be the cause of this " + action.spelling(),
                        rule == null
                                ? "give no cause"
                                : "give a cause to " + rule.effect()
                                        + " only, and there the signer of the message");
            }
            List<Event> others = byNode.getOrDefault(Integer.parseInt(name), List.of());
            if (seq >= others.size()
                    || !others.get((int) seq).action().spelling().equals(rule.origin())) {
                throw cause.error(
                        name,
                        "event " + seq + " of node " + name + " is not a " + rule.origin()
                                + " further up",
                        "write the events in an order that respects causality, and for the cause"
                                + " the " + rule.origin() + " in which the signer wrote the"
                                + " message");
            }
        }
        cause.end();
    }

    private static String signer(TraceSpec.Cause rule, Map<String, Term> args) {
        return args.get(rule.message()) instanceof Term.Rec message
                        && message.fields().get(rule.signer()) instanceof Term.Int signer
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
