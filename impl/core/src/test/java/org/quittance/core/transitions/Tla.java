package org.quittance.core.transitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values of TLA+, as the corpus of transitions has them: a number is a Long, a string and a name
 * are a String, a sequence and a set are a List, a record is a map by name, and a function is a map
 * by argument. A function on 1 .. n is written as a sequence.
 */
public final class Tla {

    private final String text;
    private int at;

    private Tla(String text) {
        this.text = text;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Object read(String text) {
        Tla reader = new Tla(text);
        Object value = reader.value();
        reader.skip();
        if (reader.at != text.length()) {
            throw reader.fault("the end");
        }
        return value;
    }

    /** The arguments and values of a function on numbers. */
    public static SortedMap<Long, Object> function(Object value) {
        SortedMap<Long, Object> function = new TreeMap<>();
        if (value instanceof List<?> sequence) {
            sequence.forEach(element -> function.put(function.size() + 1L, element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((argument, result) -> function.put((Long) argument, result));
        } else {
            throw new IllegalArgumentException(value + " is no function");
        }
        return function;
    }

    public static List<?> list(Object value) {
        return (List<?>) value;
    }

    public static long number(Object value) {
        return (Long) value;
    }

    /** A field of a record. */
    public static Object field(Object rec, String name) {
        Object field = ((Map<?, ?>) rec).get(name);
        if (field == null) {
            throw new IllegalArgumentException(rec + " has no field " + name);
        }
        return field;
    }

    private Object value() {
        skip();
        if (eat("<<")) {
            return elements(">>");
        }
        if (eat("{")) {
            return elements("}");
        }
        if (eat("[")) {
            return entries("|->", ",", "]");
        }
        if (eat("(")) {
            return entries(":>", "@@", ")");
        }
        if (eat("\"")) {
            int end = text.indexOf('"', at);
            String string = text.substring(at, end);
            at = end + 1;
            return string;
        }
        return word();
    }

    private Object word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at))
                || text.charAt(at) == '-' || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw fault("a value");
        }
        return switch (word) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> Character.isLetter(word.charAt(0)) ? word : (Object) Long.valueOf(word);
        };
    }

    private List<Object> elements(String end) {
        List<Object> elements = new ArrayList<>();
        skip();
        while (!eat(end)) {
            elements.add(value());
            skip();
            if (!eat(",") && !text.startsWith(end, at)) {
                throw fault(end);
            }
            skip();
        }
        return elements;
    }

    private Map<Object, Object> entries(String to, String between, String end) {
        Map<Object, Object> entries = new TreeMap<>();
        skip();
        while (!eat(end)) {
            Object key = value();
            skip();
            if (!eat(to)) {
                throw fault(to);
            }
            entries.put(key, value());
            skip();
            if (!eat(between) && !text.startsWith(end, at)) {
                throw fault(end);
            }
            skip();
        }
        return entries;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean eat(String token) {
        boolean is = text.startsWith(token, at);
        at += is ? token.length() : 0;
        return is;
    }

    private IllegalArgumentException fault(String wanted) {
        return new IllegalArgumentException(
                "expected " + wanted + " at character " + at + " of " + text);
    }
}
