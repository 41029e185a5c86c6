package org.quittance.sim;

/** Writes one JSON object, fields in the order in which they are given. */
final class JsonObject {

    private final StringBuilder text = new StringBuilder("{");

    /** A field with a string. */
    JsonObject text(String name, String value) {
        return raw(name, quote(value));
    }

    /** A field with a number. */
    JsonObject number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** A field whose value is JSON already. */
    JsonObject raw(String name, String json) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append(quote(name)).append(':').append(json);
        return this;
    }

    /** The whole object. */
    String end() {
        return text + "}";
    }

    /** A string in quotes. */
    static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
