package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blocks of a run. Each has a number, so that its digests are written once, and a short name
 * for people: its view, and a prime for each other block that was seen in that view before it.
 */
final class BlockNames {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Integer> perView = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final ArrayNode blocks = JsonNodeFactory.instance.arrayNode();

    /** The short name, such as 7 or 7′. */
    String name(JsonNode block) {
        return names.getOrDefault(number(block), "?");
    }

    /** All blocks so far, by number. */
    ArrayNode blocks() {
        return blocks;
    }

    /** A copy of the value in which the blocks are replaced by their numbers. */
    JsonNode shorten(JsonNode value) {
        if (value.isObject() && value.has("digest")) {
            return IntNode.valueOf(number(value));
        }
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field -> copy.set(field.getKey(), shorten(field.getValue())));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> copy.add(shorten(element)));
            return copy;
        }
        return value;
    }

    private int number(JsonNode block) {
        return numbers.computeIfAbsent(block.toString(), key -> {
            int view = block.path("view").asInt();
            int before = perView.getOrDefault(view, 0);
            perView.put(view, before + 1);
            blocks.add(block);
            names.put(blocks.size() - 1, view == 0 ? "genesis" : view + primes(before));
            return blocks.size() - 1;
        });
    }

    private static String primes(int count) {
        return count <= 3 ? "\u2032".repeat(count) : "(" + (count + 1) + ")";
    }
}
