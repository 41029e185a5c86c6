package org.quittance.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The single values in an event, by paths with dots between names. Of a list it is one element that
 * counts, the last one if they are plain values and else the first; the path has {@code *} for it.
 * To look at, {@code first} is the first of plain values.
 */
final class Fields {

    private static final String ELEMENT = "*";
    private static final String FIRST = "first";

    private Fields() {}

    /** The paths of all values that can be changed; empty lists and nulls have none. */
    static List<String> paths(JsonNode event) {
        List<String> paths = new ArrayList<>();
        collect(event, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, List<String> paths) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                collect(field.getValue(), join(path, field.getKey()), paths);
            }
        } else if (node instanceof ArrayNode array) {
            if (!array.isEmpty()) {
                collect(element(array), join(path, ELEMENT), paths);
            }
        } else if (node.isIntegralNumber() || node.isBoolean() || node.isTextual()) {
            paths.add(path);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static JsonNode element(ArrayNode array) {
        JsonNode first = array.path(0);
        return first.isContainerNode() ? first : array.path(array.size() - 1);
    }

    /** A value as text; the empty string if there is none. */
    static String text(JsonNode event, String path) {
        JsonNode value = find(event, path);
        return value == null ? "" : value.asText();
    }

    private static @Nullable JsonNode find(JsonNode event, String path) {
        JsonNode node = event;
        for (String name : path.split("\\.")) {
            node = node instanceof ArrayNode array && name.equals(ELEMENT) && !array.isEmpty()
                    ? element(array) : name.equals(FIRST) ? node.path(0) : node.path(name);
        }
        return node.isMissingNode() ? null : node;
    }

    /**
     * Changes a value in place: a number becomes greater by one, a truth value its opposite, a text
     * the next one that some event has there, or else another one.
     *
     * @return what it became
     */
    static String change(ObjectNode event, String path, List<ObjectNode> all) {
        String[] names = path.split("\\.");
        JsonNode parent = event;
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent instanceof ArrayNode array ? element(array) : parent.path(names[i]);
        }
        JsonNode old = find(event, path);
        if (old == null) {
            throw new IllegalArgumentException("no " + path + " in " + event);
        }
        JsonNode changed = other(old, path, all);
        if (parent instanceof ArrayNode array) {
            array.set(array.size() - 1, changed);
        } else if (parent instanceof ObjectNode object) {
            object.set(names[names.length - 1], changed);
        }
        return "from " + old + " to " + changed;
    }

    private static JsonNode other(JsonNode old, String path, List<ObjectNode> all) {
        if (old.isBoolean()) {
            return BooleanNode.valueOf(!old.booleanValue());
        }
        if (old.isIntegralNumber()) {
            return LongNode.valueOf(old.longValue() + 1);
        }
        TreeSet<String> values = new TreeSet<>();
        for (ObjectNode event : all) {
            JsonNode value = find(event, path);
            if (value != null && value.isTextual()) {
                values.add(value.textValue());
            }
        }
        String next = values.higher(old.textValue());
        if (next == null && values.size() > 1) {
            next = values.first();
        }
        return TextNode.valueOf(next == null ? old.textValue() + "x" : next);
    }
}
