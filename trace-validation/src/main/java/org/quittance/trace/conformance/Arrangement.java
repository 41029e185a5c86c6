package org.quittance.trace.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.quittance.trace.format.FieldType;

/**
 * Puts JSON into the order in which traces are written: fields as the spec lists them, sets and
 * functions on numbers ascending. What does not fit its type stays as it is, for the reader to
 * complain of.
 */
final class Arrangement {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Arrangement() {}

    /** An object with these fields. */
    static JsonNode of(Map<String, FieldType> types, JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode arranged = NODES.objectNode();
        types.forEach((name, type) -> {
            if (value.has(name)) {
                arranged.set(name, of(type, value.path(name)));
            }
        });
        value.properties().forEach(field -> {
            if (!arranged.has(field.getKey())) {
                arranged.set(field.getKey(), field.getValue());
            }
        });
        return arranged;
    }

    private static JsonNode of(FieldType type, JsonNode value) {
        return switch (type) {
            case FieldType.Rec rec -> of(rec.fields(), value);
            case FieldType.Missing missing -> of(missing.value(), value);
            case FieldType.Optional optional -> of(optional.value(), value);
            case FieldType.Seq list -> list(elements(list.element(), value), value);
            case FieldType.SetOf set -> list(sorted(set, elements(set.element(), value)), value);
            case FieldType.Tuple tuple -> tuple(tuple.elements(), value);
            case FieldType.MapOf map -> map(map.value(), value);
            case FieldType.Changes map -> map(map.value(), value);
            case FieldType.TextMap map -> map(map.value(), value);
            default -> value;
        };
    }

    // Comparing changes nothing.
    @SuppressWarnings("keyfor:purity.call")
    private static List<JsonNode> sorted(FieldType.SetOf set, List<JsonNode> elements) {
        elements.sort((a, b) -> compare(set, a, b));
        return elements;
    }

    private static List<JsonNode> elements(FieldType type, JsonNode value) {
        List<JsonNode> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> elements.add(of(type, element)));
        }
        return elements;
    }

    private static JsonNode list(List<JsonNode> elements, JsonNode value) {
        return value.isArray() ? NODES.arrayNode().addAll(elements) : value;
    }

    private static JsonNode tuple(List<FieldType> types, JsonNode value) {
        if (!value.isArray() || value.size() != types.size()) {
            return value;
        }
        ArrayNode arranged = NODES.arrayNode();
        for (int k = 0; k < types.size(); k++) {
            arranged.add(of(types.get(k), value.path(k)));
        }
        return arranged;
    }

    private static JsonNode map(FieldType type, JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        // Of numbers without a sign, the shorter is the smaller.
        names.sort(Comparator.comparingInt(String::length)
                .thenComparing(Comparator.naturalOrder()));
        ObjectNode arranged = NODES.objectNode();
        names.forEach(name -> arranged.set(name, of(type, value.path(name))));
        return arranged;
    }

    private static int compare(FieldType.SetOf set, JsonNode a, JsonNode b) {
        if (set.by().isEmpty()) {
            return compare(set.element(), a, b);
        }
        for (String path : set.by()) {
            String pointer = "/" + path.replace('.', '/');
            int order = compare(FieldType.TEXT, a.at(pointer), b.at(pointer));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(FieldType type, JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return Long.compare(a.longValue(), b.longValue());
        }
        if (type instanceof FieldType.OneOf texts) {
            return texts.texts().indexOf(a.textValue()) - texts.texts().indexOf(b.textValue());
        }
        if (type instanceof FieldType.Tuple tuple) {
            for (int k = 0; k < tuple.elements().size(); k++) {
                int order = compare(tuple.elements().get(k), a.path(k), b.path(k));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
        return a.asText().compareTo(b.asText());
    }
}
