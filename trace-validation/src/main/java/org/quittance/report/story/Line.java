package org.quittance.report.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a trace, or an object in it.
 *
 * @param number of the line in the file, from 1
 */
record Line(int number, JsonNode json) {

    /** The line lacks something, or has something else in its place. */
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unexpected(String message) {
            super(message);
        }
    }

    String action() {
        return text("action");
    }

    int node() {
        return integer("node");
    }

    long time() {
        return amount("time");
    }

    Line args() {
        return object("args");
    }

    Line post() {
        return object("post");
    }

    boolean has(String field) {
        return json.has(field);
    }

    Line object(String field) {
        JsonNode value = json.path(field);
        if (!value.isObject()) {
            throw new Unexpected("\"" + field + "\" must be an object");
        }
        return new Line(number, value);
    }

    String text(String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new Unexpected("\"" + field + "\" must be a text");
        }
        return value.asText();
    }

    int integer(String field) {
        return integer(field, json.path(field));
    }

    long amount(String field) {
        return amount(field, json.path(field));
    }

    List<Integer> integers(String field) {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw new Unexpected("\"" + field + "\" must be a list");
        }
        List<Integer> all = new ArrayList<>();
        value.forEach(element -> all.add(integer(field, element)));
        return all;
    }

    static int integer(String field, JsonNode value) {
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new Unexpected("\"" + field + "\" must be a small whole number");
        }
        return value.asInt();
    }

    static long amount(String field, JsonNode value) {
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new Unexpected("\"" + field + "\" must be a whole number");
        }
        return value.asLong();
    }

    /** A key of a map. */
    static int key(String field, String key) {
        if (!key.matches("0|[1-9][0-9]{0,8}")) {
            throw new Unexpected("\"" + field + "\" has a key that is no number: " + key);
        }
        return Integer.parseInt(key);
    }
}
