package org.quittance.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An object of JSON that is read strictly: every field is mandatory, has one type, and {@link #end}
 * finds those that nobody asked for. All errors name file, line and field.
 */
final class JsonObject {

    private static final int DIGITS = 64;

    private final String file;
    private final int line;
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    JsonObject(String file, int line, String path, JsonNode node) throws MalformedTraceException {
        this.file = file;
        this.line = line;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw error("", "expected an object, found " + brief(node), "write {...} here");
        }
    }

    /** An error at a field of this object, or at the object itself if the name is empty. */
    MalformedTraceException error(String name, String what, String mend) {
        return new MalformedTraceException(file, line, pathOf(name), what, mend);
    }

    boolean has(String name) {
        return node.has(name);
    }

    Set<String> names() {
        Set<String> names = new java.util.LinkedHashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode get(String name) throws MalformedTraceException {
        asked.add(name);
        JsonNode value = node.get(name);
        if (value == null) {
            throw error(name, "the field is missing", "write it; every field is mandatory");
        }
        return value;
    }

    JsonObject object(String name) throws MalformedTraceException {
        return new JsonObject(file, line, pathOf(name), get(name));
    }

    List<JsonNode> list(String name) throws MalformedTraceException {
        JsonNode value = get(name);
        if (!value.isArray()) {
            throw error(name, "expected a list, found " + brief(value), "write [...] here");
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** A list as an object whose fields are its elements, named by their indexes: "[0]", ... */
    JsonObject elements(String name) throws MalformedTraceException {
        ObjectNode byIndex = JsonNodeFactory.instance.objectNode();
        for (JsonNode element : list(name)) {
            byIndex.set("[" + byIndex.size() + "]", element);
        }
        return new JsonObject(file, line, pathOf(name), byIndex);
    }

    /** The element of a list as an object; its path has the index. */
    JsonObject element(String name, int index, JsonNode element) throws MalformedTraceException {
        return new JsonObject(file, line, pathOf(name) + "[" + index + "]", element);
    }

    String string(String name) throws MalformedTraceException {
        JsonNode value = get(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw error(name, "expected text, found " + brief(value), "write \"...\" here");
        }
        return value.textValue();
    }

    String oneOf(String name, List<String> options) throws MalformedTraceException {
        String value = string(name);
        if (!options.contains(value)) {
            throw error(
                    name,
                    "unknown value \"" + value + "\"",
                    "write one of " + String.join(", ", options));
        }
        return value;
    }

    String digest(String name) throws MalformedTraceException {
        String value = string(name);
        if (!isDigest(value)) {
            throw error(name, "\"" + value + "\" is not a digest", "write 64 digits of 0-9a-f");
        }
        return value;
    }

    /** Is it the text of a digest? */
    static boolean isDigest(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int k = 0; k < DIGITS; k++) {
            char digit = text.charAt(k);
            if (!('0' <= digit && digit <= '9' || 'a' <= digit && digit <= 'f')) {
                return false;
            }
        }
        return true;
    }

    boolean flag(String name) throws MalformedTraceException {
        JsonNode value = get(name);
        if (!value.isBoolean()) {
            throw error(name, "expected true or false, found " + brief(value), "write one of them");
        }
        return value.booleanValue();
    }

    /** A whole number from least to most, both included. */
    long number(String name, long least, long most) throws MalformedTraceException {
        return number(name, get(name), least, most);
    }

    long number(String name, JsonNode value, long least, long most)
            throws MalformedTraceException {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            String expected = least == most
                    ? String.valueOf(least)
                    : "a whole number from " + least + " to " + most;
            throw error(
                    name,
                    "expected " + expected + ", found " + brief(value),
                    "write such a number");
        }
        return value.longValue();
    }

    /** Nothing else may be in this object. */
    void end() throws MalformedTraceException {
        for (String name : names()) {
            if (!asked.contains(name)) {
                throw error(
                        name,
                        "unknown field",
                        "remove it; format version " + TraceReader.VERSION + " has "
                                + (asked.isEmpty() ? "no fields" : "only " + sorted(asked))
                                + " here");
            }
        }
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", new java.util.TreeSet<>(names));
    }

    private String pathOf(String name) {
        boolean isJoined = path.isEmpty() || name.isEmpty() || name.startsWith("[");
        return isJoined ? path + name : path + "." + name;
    }

    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
