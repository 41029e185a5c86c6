package org.quittance.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a broken trace of ours one that a sink could have written: steps are numbered anew, what
 * names them as a cause follows, and there is an end marker that counts them. Formats of others
 * have no numbers, so that only then the spec is asked in both cases.
 */
final class Renumbering {

    private Renumbering() {}

    /** The same events with numbers that fit. */
    static List<String> of(List<String> lines) {
        List<ObjectNode> events = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode event = Lines.read(line);
            if (event.has("seq")) {
                events.add(event);
            }
        }
        SortedMap<String, Long> next = new TreeMap<>();
        SortedMap<String, Long> numbers = new TreeMap<>();
        for (ObjectNode event : events) {
            String node = event.path("node").asText();
            Long last = next.get(node);
            long number = last == null ? 0 : last + 1;
            next.put(node, number);
            numbers.putIfAbsent(node + "/" + event.path("seq").asText(), number);
            event.put("seq", number);
        }
        List<String> all = new ArrayList<>(List.of(lines.getFirst()));
        for (ObjectNode event : events) {
            if (event.path("cause") instanceof ObjectNode cause) {
                for (Map.Entry<String, JsonNode> one : List.copyOf(cause.properties())) {
                    Long number = numbers.get(one.getKey() + "/" + one.getValue().asText());
                    if (number != null) {
                        cause.put(one.getKey(), number);
                    }
                }
            }
            all.add(event.toString());
        }
        all.add(end(events.size(), next));
        return all;
    }

    /** An end marker. */
    static String end(int events, SortedMap<String, Long> last) {
        return Lines.of(new TreeMap<>(Map.of("end", true, "events", events, "last", last)));
    }
}
