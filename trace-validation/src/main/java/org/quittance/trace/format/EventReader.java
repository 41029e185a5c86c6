package org.quittance.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads events, each by itself: of those before it is only remembered how many there are of each
 * node, and what may be a cause.
 */
final class EventReader {

    private final String file;
    private final Header header;
    private final ValueReader values;
    private final TokenReader tokens;
    private final Past past;

    EventReader(String file, Header header) {
        this.file = file;
        this.header = header;
        Known known = new Known(header.nodes());
        this.values = new ValueReader(known);
        this.past = new Past(header.nodes());
        this.tokens = new TokenReader(header, known, past);
    }

    /**
     * Reads an event as traces have them; null if there is anything unusual about the line, which
     * is then for {@link #read(int, JsonNode)} to judge.
     */
    @Nullable Event readUsual(int line, String text) {
        Event event = tokens.read(line, text);
        if (event != null) {
            past.add(event, isOrigin(event.action()));
        }
        return event;
    }

    Event read(int line, JsonNode node) throws MalformedTraceException {
        Event event = read(line, new JsonObject(file, line, "", node));
        past.add(event, isOrigin(event.action()));
        return event;
    }

    private boolean isOrigin(Action action) {
        TraceSpec.Cause rule = header.spec().cause();
        return rule != null && action.spelling().equals(rule.origin());
    }

    private Event read(int line, JsonObject in) throws MalformedTraceException {
        int node = (int) in.number("node", 0, header.nodes() - 1);
        if (!header.logs(node)) {
            throw in.error(
                    "node",
                    "by the header (" + header.spec().silent() + ") node " + node
                            + " logs nothing",
                    "leave its events out, or correct the header");
        }
        if (header.spec().isOfOneNode() && past.only() >= 0 && past.only() != node) {
            throw in.error(
                    "node",
                    "the events before are of node " + past.only(),
                    "write a trace of " + header.spec() + " for one node");
        }
        long seq = in.number("seq", 0, Long.MAX_VALUE);
        if (seq != past.count(node)) {
            throw in.error(
                    "seq",
                    "expected " + past.count(node) + " for node " + node + ", found " + seq,
                    "write the events of a node in order, numbered 0, 1, ... without gaps; are"
                            + " lines missing, repeated or swapped?");
        }
        long time = in.number("time", 0, Long.MAX_VALUE);
        Action action = action(in);
        Map<String, Term> args = values.fields(in.object("args"), action.args());
        Map<String, Term> post = values.fields(in.object("post"), action.post());
        cause(in, action, args);
        in.end();
        return new Event(line, node, seq, time, action, args, post);
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
            if (!past.wasOrigin(Integer.parseInt(name), seq)) {
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

    /** The signer of the received message; "" if there is none. */
    static String signer(TraceSpec.Cause rule, Map<String, Term> args) {
        return args.get(rule.message()) instanceof Term.Rec message
                        && message.fields().get(rule.signer()) instanceof Term.Int signer
                ? String.valueOf(signer.value())
                : "";
    }

    /** Reads the end line. */
    void end(JsonObject in) throws MalformedTraceException {
        if (!in.flag("end")) {
            throw in.error("end", "expected true, found false", "write true");
        }
        if (past.count() == 0) {
            throw in.error("", "the trace has no events", "give the trace of a run that ran");
        }
        in.number("events", past.count(), past.count());
        JsonObject last = in.object("last");
        for (int node = 0; node < header.nodes(); node++) {
            if (past.count(node) > 0) {
                long seq = past.count(node) - 1;
                last.number(String.valueOf(node), seq, seq);
            }
        }
        last.end();
        in.end();
    }
}
