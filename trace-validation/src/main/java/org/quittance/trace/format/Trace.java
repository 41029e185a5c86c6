package org.quittance.trace.format;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * A well-formed trace. Whether the spec allows it is another question.
 *
 * @param file where it was read, as it was named by whoever asked
 * @param header the first line
 * @param events at least one, in an order that respects causality
 * @param blocks every block that it mentions, by digest, the genesis block first
 * @param views every view that it mentions
 * @param digests every digest that it mentions, those of the blocks first
 */
public record Trace(
        String file,
        Header header,
        List<Event> events,
        Map<String, Block> blocks,
        SortedSet<Integer> views,
        Set<String> digests) {

    private static final int SHORTEST_NAME = 8;
    private static final int SHORTEST_END = 4;

    /** Copies the collections. */
    public Trace {
        events = List.copyOf(events);
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        views = Collections.unmodifiableSortedSet(new java.util.TreeSet<>(views));
        digests = Collections.unmodifiableSet(new LinkedHashSet<>(digests));
    }

    /**
     * Short names for the digests: their first 8 digits, of those that share them with another the
     * last 4 besides. If that does not tell them apart, the beginnings are as long as it takes.
     * Equal names mean equal digests, so that a check with names is a check with digests, and
     * people and TLC have less to read.
     */
    public Map<String, String> names() {
        Map<String, Integer> counts = new HashMap<>();
        for (String digest : digests) {
            counts.merge(beginning(SHORTEST_NAME).apply(digest), 1, Integer::sum);
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (String digest : digests) {
            String start = beginning(SHORTEST_NAME).apply(digest);
            boolean shared = counts.getOrDefault(start, 0) > 1;
            names.put(digest, shared ? start + ".." + end(digest) : start);
        }
        return names.values().stream().distinct().count() == names.size() ? names : beginnings();
    }

    private Map<String, String> beginnings() {
        int length = SHORTEST_NAME;
        while (digests.stream().map(beginning(length)).distinct().count() < digests.size()) {
            length++;
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (String digest : digests) {
            names.put(digest, beginning(length).apply(digest));
        }
        return names;
    }

    private static String end(String digest) {
        return digest.substring(Math.max(0, digest.length() - SHORTEST_END));
    }

    private static java.util.function.UnaryOperator<String> beginning(int length) {
        return digest -> digest.substring(0, Math.min(length, digest.length()));
    }
}
