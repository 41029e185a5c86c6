package org.quittance.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.trace.format.Event;

/** What is remembered of the events that were accepted: counts, and the last few of each node. */
final class Tally {

    /** So many of the last events of a node are remembered. */
    static final int RECENT = 3;

    private final Map<String, Count> actions = new HashMap<>();
    private final Map<Integer, Count> nodes = new HashMap<>();
    private final Map<Integer, Deque<Event>> recent = new HashMap<>();
    private int accepted;
    private long upkeep;

    private static final class Count {
        private int count;
    }

    void accept(Event event, int upkeepBefore) {
        accepted++;
        upkeep += upkeepBefore;
        actions.computeIfAbsent(event.action().spelling(), a -> new Count()).count++;
        nodes.computeIfAbsent(event.node(), n -> new Count()).count++;
        Deque<Event> last = recent.computeIfAbsent(event.node(), n -> new ArrayDeque<>());
        if (last.size() == RECENT) {
            last.removeFirst();
        }
        last.addLast(event);
    }

    /** How many events were accepted. */
    int accepted() {
        return accepted;
    }

    /** How many steps were taken between events. */
    long upkeep() {
        return upkeep;
    }

    /** The last events of a node, oldest first. */
    List<Event> recent(int node) {
        return List.copyOf(recent.getOrDefault(node, new ArrayDeque<>()));
    }

    SortedMap<String, Integer> actions() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        actions.forEach((name, count) -> counts.put(name, count.count));
        return counts;
    }

    SortedMap<Integer, Integer> nodes() {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        nodes.forEach((node, count) -> counts.put(node, count.count));
        return counts;
    }
}
