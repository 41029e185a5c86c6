package org.quittance.trace.mutate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.models.InputException;

/**
 * The lines of a trace, which can be written with an edit. The events are then numbered anew, and
 * causes and the end line are made to fit, so that the edit is the only thing that is wrong.
 */
final class TraceText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEWEST_LINES = 3;

    private final String name;
    private final List<String> lines;
    private final JsonNode header;
    private final List<ObjectNode> events = new ArrayList<>();
    /** Indexes of events by node and number; causes refer to those. */
    private final Map<String, Integer> indexes = new HashMap<>();

    private TraceText(String name, List<String> lines) throws JsonProcessingException {
        this.name = name;
        this.lines = List.copyOf(lines);
        this.header = JSON.readTree(lines.get(0));
        for (String line : lines.subList(1, lines.size() - 1)) {
            if (!(JSON.readTree(line) instanceof ObjectNode event)) {
                throw new IllegalArgumentException(name + " has a line that is not an event");
            }
            indexes.put(
                    key(event.path("node").asText(), event.path("seq").asLong()), events.size());
            events.add(event);
        }
    }

    /**
     * Reads a trace of which it is known that it is well formed.
     *
     * @throws InputException if it isn't
     * @throws IOException if it can't be read
     */
    static TraceText read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < FEWEST_LINES) {
            throw new InputException(file + ": has no events; give a trace that is accepted");
        }
        try {
            return new TraceText(String.valueOf(file.getFileName()), lines);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new InputException(file + ": is no trace; give one that is accepted");
        }
    }

    private static String key(String node, long seq) {
        return node + ":" + seq;
    }

    /** The name of the file. */
    String name() {
        return name;
    }

    /** The name of the spec. */
    String spec() {
        return header.path("spec").asText();
    }

    List<ObjectNode> events() {
        return events;
    }

    /** The lines as they were read. */
    List<String> lines() {
        return lines;
    }

    static int node(JsonNode event) {
        return event.path("node").asInt();
    }

    static String action(JsonNode event) {
        return event.path("action").asText();
    }

    /** All events with the edit. */
    List<Edit.Placed> with(Edit edit) {
        List<Edit.Placed> all = new ArrayList<>();
        for (int k = 0; k < edit.from(); k++) {
            all.add(new Edit.Placed(events.get(k), k));
        }
        all.addAll(edit.middle());
        for (int k = edit.to(); k < events.size(); k++) {
            all.add(new Edit.Placed(events.get(k), k));
        }
        return all;
    }

    /**
     * The lines with the edit.
     *
     * @param caused whether the events in the place of others keep their causes
     */
    List<String> lines(Edit edit, boolean caused) {
        List<Edit.Placed> all = with(edit);
        Map<Integer, Placement> placed = new HashMap<>();
        Map<Integer, Long> last = new TreeMap<>();
        List<String> out = new ArrayList<>(all.size() + 2);
        out.add(lines.get(0));
        int after = edit.from() + edit.middle().size();
        for (int k = 0; k < all.size(); k++) {
            Edit.Placed each = all.get(k);
            int node = node(each.event());
            long seq = last.getOrDefault(node, -1L) + 1;
            last.put(node, seq);
            boolean isEdited = edit.from() <= k && k < after;
            ObjectNode cause =
                    isEdited && !caused ? JSON.createObjectNode() : cause(each.event(), placed);
            out.add(line(each, seq, cause));
            placed.put(each.origin(), new Placement(node, seq));
        }
        ObjectNode end = JSON.createObjectNode();
        end.put("end", true);
        end.put("events", all.size());
        ObjectNode lasts = end.putObject("last");
        last.forEach((node, seq) -> lasts.put(String.valueOf(node), seq));
        out.add(end.toString());
        return out;
    }

    private String line(Edit.Placed placed, long seq, ObjectNode cause) {
        ObjectNode event = placed.event();
        boolean isAsItWas = event == events.get(placed.origin())
                && event.path("seq").asLong() == seq
                && event.path("cause").equals(cause);
        if (isAsItWas) {
            return lines.get(placed.origin() + 1);
        }
        ObjectNode line = JSON.createObjectNode();
        line.setAll(event);
        line.put("seq", seq);
        line.set("cause", cause);
        return line.toString();
    }

    /** The causes under their new numbers, of those that still stand further up. */
    private ObjectNode cause(ObjectNode event, Map<Integer, Placement> placed) {
        ObjectNode cause = JSON.createObjectNode();
        event.path("cause").properties().forEach(each -> {
            Integer origin = indexes.get(key(each.getKey(), each.getValue().asLong()));
            Placement stands = origin == null ? null : placed.get(origin);
            if (stands != null && String.valueOf(stands.node()).equals(each.getKey())) {
                cause.put(each.getKey(), stands.seq());
            }
        });
        return cause;
    }

    /** Under which node and number an event stands now. */
    private record Placement(int node, long seq) {}
}
