package org.quittance.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Lines of JSON. */
final class Lines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Lines() {}

    /** An object as a line. */
    static String of(Map<String, ?> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values is not JSON", e);
        }
    }

    /** An object that is not shared with anybody. */
    static ObjectNode read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + line, e);
        }
        throw new IllegalArgumentException("not an object: " + line);
    }

    /** At most so many lines. */
    static List<String> first(List<String> lines, int count) {
        return List.copyOf(lines.subList(0, Math.min(count, lines.size())));
    }
}
