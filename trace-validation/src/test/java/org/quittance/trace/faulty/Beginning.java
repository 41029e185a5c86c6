package org.quittance.trace.faulty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shortens traces. */
final class Beginning {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Beginning() {}

    /** The first so many events, and an end that fits them; all if there are no more. */
    static List<String> of(List<String> trace, int events) throws IOException {
        if (trace.size() <= events + 2) {
            return trace;
        }
        List<String> lines = new ArrayList<>(trace.subList(0, events + 1));
        Map<Integer, Long> last = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            JsonNode event = JSON.readTree(line);
            last.put(event.get("node").asInt(), event.get("seq").asLong());
        }
        ObjectNode end = JSON.createObjectNode();
        end.put("end", true).put("events", events);
        ObjectNode lasts = end.putObject("last");
        last.forEach((node, seq) -> lasts.put(String.valueOf(node), seq));
        lines.add(end.toString());
        return lines;
    }
}
