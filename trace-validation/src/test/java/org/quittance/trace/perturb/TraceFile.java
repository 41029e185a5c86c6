package org.quittance.trace.perturb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A trace that can be edited. When it is written its events are numbered anew and the end line is
 * made to fit, so that what was edited is the only thing that is wrong with it.
 */
final class TraceFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode header;
    private final List<ObjectNode> events = new ArrayList<>();
    /** Events by the node and number that they were read with; causes refer to those. */
    private final Map<String, ObjectNode> originals = new HashMap<>();

    private TraceFile(ObjectNode header) {
        this.header = header;
    }

    static TraceFile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        TraceFile trace = new TraceFile((ObjectNode) JSON.readTree(lines.get(0)));
        for (String line : lines.subList(1, lines.size() - 1)) {
            ObjectNode event = (ObjectNode) JSON.readTree(line);
            trace.events.add(event);
            trace.originals.put(key(event), event);
        }
        return trace;
    }

    private static String key(ObjectNode event) {
        return event.get("node").asInt() + ":" + event.get("seq").asLong();
    }

    ObjectNode header() {
        return header;
    }

    int size() {
        return events.size();
    }

    ObjectNode get(int index) {
        return events.get(index);
    }

    /** The first event from there on that is as wanted. */
    int find(int from, Predicate<ObjectNode> wanted) {
        for (int k = from; k < events.size(); k++) {
            if (wanted.test(events.get(k))) {
                return k;
            }
        }
        throw new IllegalStateException("there is no such event from " + from + " on");
    }

    /** The last event before that one that is as wanted. */
    int findBefore(int before, Predicate<ObjectNode> wanted) {
        for (int k = before - 1; k >= 0; k--) {
            if (wanted.test(events.get(k))) {
                return k;
            }
        }
        throw new IllegalStateException("there is no such event before " + before);
    }

    void insert(int index, ObjectNode event) {
        events.add(index, event);
    }

    ObjectNode remove(int index) {
        return events.remove(index);
    }

    void keepOnly(int count) {
        while (events.size() > count) {
            events.remove(events.size() - 1);
        }
    }

    /** A new event of that node; its number is given when it is written. */
    ObjectNode event(int node, String action) {
        ObjectNode event = JSON.createObjectNode();
        event.put("node", node);
        event.put("seq", 0);
        event.putObject("cause");
        event.put("time", 0);
        event.put("action", action);
        event.putObject("args");
        event.putObject("post");
        return event;
    }

    /** The messages that a node has signed and not yet written, before that event. */
    ArrayNode pending(int node, int index) {
        for (int k = index - 1; k >= 0; k--) {
            ObjectNode event = events.get(k);
            JsonNode pending = event.path("post").path("pending");
            if (event.get("node").asInt() == node && pending.isArray()) {
                return (ArrayNode) pending.deepCopy();
            }
        }
        return JSON.createArrayNode();
    }

    /** The lines of the file. */
    List<String> lines() {
        Map<ObjectNode, Long> numbers = new IdentityHashMap<>();
        Map<Integer, Long> last = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        lines.add(header.toString());
        for (ObjectNode event : events) {
            int node = event.get("node").asInt();
            long seq = last.merge(node, 0L, (old, zero) -> old + 1);
            ObjectNode line = event.deepCopy();
            line.put("seq", seq);
            line.set("cause", cause(event, numbers));
            numbers.put(event, seq);
            lines.add(line.toString());
        }
        ObjectNode end = JSON.createObjectNode();
        end.put("end", true);
        end.put("events", events.size());
        ObjectNode lasts = end.putObject("last");
        last.forEach((node, seq) -> lasts.put(String.valueOf(node), seq));
        lines.add(end.toString());
        return lines;
    }

    /** The cause under its new number, if it is still there and still further up. */
    private ObjectNode cause(ObjectNode event, Map<ObjectNode, Long> numbers) {
        ObjectNode cause = JSON.createObjectNode();
        event.get("cause").properties().forEach(c -> {
            ObjectNode original = originals.get(c.getKey() + ":" + c.getValue().asLong());
            boolean stands = original != null
                    && numbers.containsKey(original)
                    && original.get("node").asText().equals(c.getKey())
                    && (event.at("/args/message/signer").asText().equals(c.getKey())
                            || event.at("/args/attestation/signer").asText().equals(c.getKey()));
            if (stands) {
                cause.put(c.getKey(), numbers.get(original));
            }
        });
        return cause;
    }
}
