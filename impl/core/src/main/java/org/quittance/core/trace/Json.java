package org.quittance.core.trace;

import java.util.HexFormat;
import java.util.List;

/** Writes JSON without spaces. Fields come in the order in which they are added. */
final class Json {

    private final StringBuilder text = new StringBuilder("{");

    static Json object() {
        return new Json();
    }

    Json number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    Json bool(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    Json string(String name, String value) {
        return raw(name, quoted(value));
    }

    Json object(String name, Json value) {
        return raw(name, value.close());
    }

    Json numbers(String name, List<? extends Number> values) {
        return raw(name, "[" + String.join(",", values.stream().map(Number::toString).toList())
                + "]");
    }

    Json objects(String name, List<Json> values) {
        return raw(name, "[" + String.join(",", values.stream().map(Json::close).toList()) + "]");
    }

    /** The finished object. Nothing may be added after it. */
    String close() {
        return text.append('}').toString();
    }

    /** A field whose value is JSON already. */
    Json raw(String name, String value) {
        text.append(text.length() > 1 ? "," : "").append(quoted(name)).append(':').append(value);
        return this;
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
