package org.quittance.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.specs.SettlementFormat;

/**
 * Writes a settlement trace from what each event changes. The state is kept as the end of a block
 * has it, and what an event says is what differs of it.
 */
final class SettlementLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In these zero is no entry. */
    private static final Set<String> SPARSE = Set.of("nonce", "flagged", "outliers", "unbonding");

    /** Of these an event has what it added. */
    private static final Set<String> GROWING = Set.of("usedDeposits", "usedEvidence");

    private final String header;
    private final ObjectNode state;
    private final List<ObjectNode> events = new ArrayList<>();

    SettlementLines(String header, String genesis) {
        this.header = header;
        this.state = (ObjectNode) json(genesis);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An event.
     *
     * @param changes paths in the state and their new values in turn; "" removes an entry
     */
    SettlementLines did(String action, String args, String... changes) {
        ObjectNode before = state.deepCopy();
        for (int k = 0; k < changes.length; k += 2) {
            change(changes[k].split("/"), changes[k + 1]);
        }
        ObjectNode event = JSON.createObjectNode();
        event.put("node", 2).put("seq", events.size());
        event.putObject("cause");
        event.put("time", 10 * events.size()).put("action", action);
        event.set("args", json(args));
        ObjectNode post = event.putObject("post");
        Action known = SettlementFormat.SPEC.action(action).orElseThrow();
        known.post().forEach((name, type) ->
                post.set(name, told(name, type, before.get(name), state.get(name), action)));
        events.add(event);
        return this;
    }

    private void change(String[] path, String value) {
        ObjectNode at = state;
        for (int k = 0; k < path.length - 1; k++) {
            at = at.withObjectProperty(path[k]);
        }
        String last = path[path.length - 1];
        if (value.isEmpty()) {
            at.remove(last);
        } else {
            at.set(last, json(value));
        }
    }

    private static JsonNode told(
            String name, FieldType type, JsonNode before, JsonNode after, String action) {
        if (action.equals("EndBlock")) {
            return after.deepCopy();
        }
        if (GROWING.contains(name)) {
            ArrayNode added = JSON.createArrayNode();
            after.forEach(element -> {
                if (!contains(before, element)) {
                    added.add(element);
                }
            });
            return added;
        }
        boolean isChanges = type instanceof FieldType.Changes;
        if (!isChanges && !name.equals("position")) {
            return after.deepCopy();
        }
        TreeMap<Integer, JsonNode> changed = new TreeMap<>();
        after.properties().forEach(entry -> {
            JsonNode old = before.path(entry.getKey());
            if (!old.equals(entry.getValue())) {
                changed.put(
                        Integer.valueOf(entry.getKey()),
                        isChanges
                                ? entry.getValue()
                                : told("", new FieldType.Changes(type), old, entry.getValue(), ""));
            }
        });
        before.properties().forEach(entry -> {
            if (!after.has(entry.getKey())) {
                changed.put(Integer.valueOf(entry.getKey()), gone(name, entry.getValue()));
            }
        });
        ObjectNode told = JSON.createObjectNode();
        changed.forEach((key, value) -> told.set(String.valueOf(key), value));
        return told;
    }

    private static JsonNode gone(String name, JsonNode old) {
        if (name.equals("position")) {
            ObjectNode zeros = JSON.createObjectNode();
            old.fieldNames().forEachRemaining(series -> zeros.put(series, 0));
            return zeros;
        }
        if (name.equals("unbonding")) {
            return json("{'amount':0,'due':0}");
        }
        return SPARSE.contains(name) || name.isEmpty() ? json("0") : json("null");
    }

    private static boolean contains(JsonNode list, JsonNode element) {
        for (JsonNode each : list) {
            if (each.equals(element)) {
                return true;
            }
        }
        return false;
    }

    List<ObjectNode> events() {
        return events;
    }

    /** The lines of a trace with these events. */
    List<String> lines(List<ObjectNode> of) {
        List<String> lines = new ArrayList<>();
        lines.add(json(header).toString());
        of.forEach(event -> lines.add(event.toString()));
        String last = ",'last':{'2':" + (of.size() - 1) + "}}";
        lines.add(json("{'end':true,'events':" + of.size() + last).toString());
        return lines;
    }
}
