package org.quittance.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A JSON object read field by field; each field that is not of the right form is an error. */
final class JsonObject {

    private final JsonNode node;
    private final Set<String> read = new LinkedHashSet<>();

    /** Where it stands, for messages. */
    private String place;

    JsonObject(String place, JsonNode node) {
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw new InputException(place + " must be an object");
        }
    }

    /** The field "name", by which messages call the object from then on. */
    String name() {
        String name = string("name");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            throw wrong("name", "has other characters than letters, digits, _, . and -");
        }
        place = place + " (" + name + ")";
        return name;
    }

    boolean has(String field) {
        return node.has(field);
    }

    String string(String field) {
        JsonNode value = get(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(field, "must be a text that is not empty");
        }
        return value.textValue();
    }

    String optional(String field, String otherwise) {
        return has(field) ? string(field) : otherwise;
    }

    boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = get(field);
        if (!value.isBoolean()) {
            throw wrong(field, "must be true or false");
        }
        return value.booleanValue();
    }

    int positive(String field) {
        return atLeast(1, field);
    }

    int count(String field) {
        return atLeast(0, field);
    }

    private int atLeast(int least, String field) {
        JsonNode value = get(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < least) {
            throw wrong(field, "must be a whole number from " + least + " on");
        }
        return value.intValue();
    }

    @Nullable Long optionalCount(String field) {
        if (!has(field)) {
            return null;
        }
        JsonNode value = get(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(field, "must be a whole number from 0 on");
        }
        return value.longValue();
    }

    double seconds() {
        JsonNode value = get("seconds");
        if (!value.isNumber() || value.doubleValue() <= 0 || value.doubleValue() > 1e6) {
            throw wrong("seconds", "must be a number above 0");
        }
        return value.doubleValue();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        String text = string(field);
        Set<E> values = EnumSet.allOf(type);
        for (E value : values) {
            if (word(value).equals(text)) {
                return value;
            }
        }
        throw wrong(
                field,
                "is "
                        + text
                        + ", must be one of "
                        + values.stream().map(JsonObject::word).collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    List<String> strings(String field) {
        List<String> all = new ArrayList<>();
        if (has(field)) {
            for (JsonNode value : array(field)) {
                if (!value.isTextual() || value.textValue().isBlank()) {
                    throw wrong(field, "must be a list of texts");
                }
                all.add(value.textValue());
            }
        }
        return List.copyOf(all);
    }

    JsonObject object(String field) {
        return new JsonObject(place + ": " + field, get(field));
    }

    /** The objects of a list, which may be missing. */
    List<JsonObject> objects(String field) {
        List<JsonObject> all = new ArrayList<>();
        if (has(field)) {
            for (JsonNode value : array(field)) {
                all.add(new JsonObject(place + ": " + field + "[" + all.size() + "]", value));
            }
        }
        return all;
    }

    private JsonNode array(String field) {
        JsonNode value = get(field);
        if (!value.isArray()) {
            throw wrong(field, "must be a list");
        }
        return value;
    }

    /** Nothing more is read from it: what was not read is an error. */
    void end() {
        node.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!read.contains(field)) {
                                throw wrong(field, "is not a field that belongs here");
                            }
                        });
    }

    InputException wrong(String field, String why) {
        return new InputException(place + ": " + field + " " + why);
    }

    private JsonNode get(String field) {
        read.add(field);
        JsonNode value = node.get(field);
        if (value == null) {
            throw wrong(field, "is missing");
        }
        return value;
    }
}
