package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists and functions with one element more or less. */
final class Elements {

    /** So many other elements or entries are tried. */
    private static final int FEW = 4;

    private static final BigInteger LARGE = BigInteger.valueOf(1_000_003);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Pool pool;

    Elements(Pool pool) {
        this.pool = pool;
    }

    /** The event without that element or entry. */
    static ObjectNode without(ObjectNode event, Field field) {
        Field whole = field.above(1);
        JsonNode parent = whole.in(event).deepCopy();
        String last = field.steps().get(field.depth() - 1);
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(last));
        } else if (parent instanceof ObjectNode object) {
            object.remove(last);
        }
        return whole.with(event, parent);
    }

    /** One element more, which is not there yet, at each place until one is right for it. */
    List<ObjectNode> longer(ObjectNode event, Field field, int start) {
        List<JsonNode> there = new ArrayList<>();
        field.in(event).forEach(there::add);
        List<JsonNode> seen = pool.seen(TraceText.action(event), field.then("0").pattern());
        List<JsonNode> others = Pool.from(start, seen).stream()
                .filter(other -> there.stream().noneMatch(t -> Values.isAlike(t, other)))
                .limit(FEW)
                .toList();
        // A list that has all that there is gets the last one a second time.
        List<JsonNode> added =
                others.isEmpty() ? seen.subList(seen.size() - 1, seen.size()) : others;
        List<ObjectNode> ways = new ArrayList<>();
        for (JsonNode element : added) {
            for (int at = there.size(); at >= 0; at--) {
                List<JsonNode> elements = new ArrayList<>(there);
                elements.add(at, element);
                ways.add(field.with(event, JSON.arrayNode().addAll(elements)));
            }
        }
        return ways;
    }

    /** One entry more: of a number that others have, and after them of the next one. */
    List<ObjectNode> larger(ObjectNode event, Field field, int start) {
        SortedMap<Integer, JsonNode> there = entries(field.in(event));
        SortedMap<Integer, JsonNode> others = new TreeMap<>();
        for (JsonNode seen : pool.seen(TraceText.action(event), field.pattern())) {
            others.putAll(entries(seen));
        }
        int beyond = others.isEmpty() ? 0 : others.lastKey() + 1;
        List<Integer> keys = new ArrayList<>(others.keySet());
        keys.removeAll(there.keySet());
        keys = Pool.from(start, keys);
        keys.add(beyond);
        List<JsonNode> values =
                Pool.from(start, pool.seen(TraceText.action(event), field.then("0").pattern()));
        if (values.isEmpty()) {
            values = Pool.from(start, pool.anywhere(field.then("0").pattern()));
        }
        List<ObjectNode> ways = new ArrayList<>();
        for (int key : keys.subList(0, Math.min(2, keys.size()))) {
            for (JsonNode value : values.subList(0, Math.min(2, values.size()))) {
                SortedMap<Integer, JsonNode> all = new TreeMap<>(there);
                all.put(key, unlike(value));
                ObjectNode object = JSON.objectNode();
                for (Map.Entry<Integer, JsonNode> entry : all.entrySet()) {
                    object.set(String.valueOf(entry.getKey()), entry.getValue());
                }
                ways.add(field.with(event, object));
            }
        }
        return ways;
    }

    /** An entry may say what is so anyway; one with so large a number does not. */
    private static JsonNode unlike(JsonNode value) {
        if (value.isNumber()) {
            return Values.number(value.bigIntegerValue().abs().add(LARGE));
        }
        if (!(value.deepCopy() instanceof ObjectNode copy)) {
            return value;
        }
        for (var each : copy.properties()) {
            if (each.getValue().isNumber()) {
                return copy.set(each.getKey(), unlike(each.getValue()));
            }
        }
        return copy;
    }

    static SortedMap<Integer, JsonNode> entries(JsonNode object) {
        SortedMap<Integer, JsonNode> entries = new TreeMap<>();
        object.properties().stream()
                .filter(e -> Field.isNumber(e.getKey()))
                .forEach(e -> entries.put(Integer.parseInt(e.getKey()), e.getValue()));
        return entries;
    }
}
