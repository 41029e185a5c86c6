package org.quittance.core.trace;

import java.util.HexFormat;
import java.util.List;

/**
 * Writes JSON without spaces. Fields come in the order in which they are added. What is a part of
 * another object is copied once; texts without anything to escape, which is all but a few, whole.
 */
final class Json {

    private final StringBuilder text = new StringBuilder(128).append('{');

    static Json object() {
        return new Json();
    }

    Json number(String name, long value) {
        field(name).append(value);
        return this;
    }

    Json bool(String name, boolean value) {
        field(name).append(value);
        return this;
    }

    Json string(String name, String value) {
        quote(field(name), value);
        return this;
    }

    Json object(String name, Json value) {
        field(name).append(value.text).append('}');
        return this;
    }

    Json numbers(String name, List<? extends Number> values) {
        field(name).append('[');
        String separator = "";
        for (Number value : values) {
            text.append(separator).append(value);
            separator = ",";
        }
        text.append(']');
        return this;
    }

    Json objects(String name, List<Json> values) {
        field(name).append('[');
        String separator = "";
        for (Json value : values) {
            text.append(separator).append(value.text).append('}');
            separator = ",";
        }
        text.append(']');
        return this;
    }

    /** The finished object. Nothing may be added after it. */
    String close() {
        return text.append('}').toString();
    }

    /** A field whose value is JSON already. */
    Json raw(String name, String value) {
        field(name).append(value);
        return this;
    }

    private StringBuilder field(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(text, name);
        return text.append(':');
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2);
        quote(quoted, value);
        return quoted.toString();
    }

    private static void quote(StringBuilder to, String value) {
        to.append('"');
        if (isPlain(value)) {
            to.append(value);
        } else {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    to.append('\\').append(c);
                } else if (c < 0x20) {
                    to.append("\\u").append(HexFormat.of().toHexDigits(c));
                } else {
                    to.append(c);
                }
            }
        }
        to.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || c < 0x20) {
                return false;
            }
        }
        return true;
    }
}
