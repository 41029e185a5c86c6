package org.quittance.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads values of the Informal Trace Format. */
final class ItfValues {

    private static final String NUMBER = "#bigint";

    private ItfValues() {}

    /** The number. */
    static int number(JsonNode value) {
        return Integer.parseInt(value.path(NUMBER).asText());
    }

    /** All objects in a value that have these fields, each as often as it occurs. */
    static List<JsonNode> objects(JsonNode value, List<String> fields) {
        List<JsonNode> found = new ArrayList<>();
        walk(value, node -> {
            if (fields.stream().allMatch(node::has)) {
                found.add(node);
            }
        });
        return found;
    }

    /** The first number in a value that has more than 32 bits; "" if there is none. */
    static String tooLarge(JsonNode value) {
        List<String> found = new ArrayList<>();
        walk(value, node -> {
            String digits = node.path(NUMBER).asText();
            if (!digits.isEmpty() && new BigInteger(digits).bitLength() >= Integer.SIZE) {
                found.add(digits);
            }
        });
        return found.isEmpty() ? "" : found.getFirst();
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }
}
