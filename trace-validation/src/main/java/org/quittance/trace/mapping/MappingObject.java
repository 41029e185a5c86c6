package org.quittance.trace.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An object in a mapping file, read strictly: its errors say file, field and what to do. */
final class MappingObject {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new TreeSet<>();

    MappingObject(String file, String path, JsonNode node) throws IOException {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw error("", "this is not an object", "write {...} here");
        }
    }

    /** An error at a field; at the object itself if the name is empty. */
    IOException error(String name, String what, String mend) {
        return error(file, pathOf(name), what, mend);
    }

    static IOException error(String file, String field, String what, String mend) {
        return new IOException(
                file + (field.isEmpty() ? "" : ": " + field) + ": " + what + ". To mend it: "
                        + mend + ".");
    }

    boolean has(String name) {
        asked.add(name);
        return node.has(name);
    }

    /** An object; an empty one if there is none of that name. */
    MappingObject object(String name) throws IOException {
        JsonNode value = has(name) ? node.path(name) : JsonNodeFactory.instance.objectNode();
        return new MappingObject(file, pathOf(name), value);
    }

    boolean isObject(String name) {
        return node.path(name).isObject();
    }

    /** The names of all fields, which must be identifiers of TLA+. */
    List<String> identifiers() throws IOException {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            check(name, name);
        }
        return names;
    }

    String identifier(String name) throws IOException {
        String text = text(name);
        check(name, text);
        return text;
    }

    private void check(String name, String text) throws IOException {
        if (!IDENTIFIER.matcher(text).matches()) {
            throw error(
                    name,
                    "\"" + text + "\" is not a name",
                    "write a letter, and then letters, digits and _");
        }
    }

    String text(String name) throws IOException {
        if (!has(name)) {
            throw error(name, "the field is missing", "write it");
        }
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw error(name, "this is not a text", "write \"...\" here");
        }
        return value.textValue();
    }

    boolean flag(String name) throws IOException {
        if (!node.path(name).isBoolean()) {
            throw error(name, "this is neither true nor false", "write one of them");
        }
        return node.path(name).booleanValue();
    }

    /** Nothing that nobody asked for may be in this object. */
    void end() throws IOException {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!asked.contains(name)) {
                throw error(
                        name,
                        "unknown field",
                        "remove it, or write one of " + String.join(", ", asked));
            }
        }
    }

    private String pathOf(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}
