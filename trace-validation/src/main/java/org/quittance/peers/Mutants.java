package org.quittance.peers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same {@value #COUNT} ways of breaking a trace for every checker: events dropped, given twice
 * and in another order, the last quarter cut off, and fields changed, as many different fields as
 * there is room for, in events of different kinds. All of it is chosen by the trace alone.
 */
final class Mutants {

    /** How many there are, if the trace has enough kinds of events and fields. */
    static final int COUNT = 28;

    private static final int DROPPED = 4;
    private static final int TWICE = 3;
    private static final int SWAPPED = 2;
    private static final int CHANGED = COUNT - DROPPED - TWICE - SWAPPED - 1;

    /**
     * A trace broken in one place.
     *
     * @param name what was done, to which line
     * @param lines all of the trace
     */
    record Mutant(String name, List<String> lines) {
        Mutant {
            lines = List.copyOf(lines);
        }
    }

    private final List<String> lines;
    private final Shape shape;
    /** The events in order; the first one is line {@code shape.first()}. */
    private final List<ObjectNode> events = new ArrayList<>();
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(List<String> lines, Shape shape) {
        this.lines = lines;
        this.shape = shape;
        for (String line : lines.subList(shape.first(), lines.size() - shape.last())) {
            events.add(Lines.read(line));
        }
    }

    /** All of them, in a fixed order. */
    static List<Mutant> of(List<String> lines, Shape shape) {
        Mutants all = new Mutants(lines, shape);
        all.structure();
        all.fields();
        return all.mutants;
    }

    private void structure() {
        List<List<Integer>> frequent = new ArrayList<>(kinds().values());
        frequent.sort((a, b) -> b.size() - a.size());
        for (List<Integer> kind : frequent.subList(0, Math.min(DROPPED, frequent.size()))) {
            int event = middle(kind);
            List<String> changed = new ArrayList<>(lines);
            changed.remove(shape.first() + event);
            add("drop", event, kind(event), changed);
        }
        for (List<Integer> kind : frequent.subList(0, Math.min(TWICE, frequent.size()))) {
            int event = kind.get(kind.size() * 2 / 3);
            List<String> changed = new ArrayList<>(lines);
            changed.add(shape.first() + event, lines.get(shape.first() + event));
            add("give twice", event, kind(event), changed);
        }
        for (int i = 0; i < SWAPPED; i++) {
            swap(events.size() * (2 + i) / 4);
        }
        int kept = events.size() - Math.max(1, events.size() / 4);
        add("cut off from here", kept, kind(kept),
                Lines.first(lines, shape.first() + kept));
    }

    /** Two steps of one node that follow each other and are not of one kind. */
    private void swap(int from) {
        for (int i = 0; i < events.size(); i++) {
            int event = (from + i) % events.size();
            int next = nextOfItsNode(event);
            if (next < events.size() && !kind(event).equals(kind(next))) {
                List<String> changed = new ArrayList<>(lines);
                Collections.swap(changed, shape.first() + event, shape.first() + next);
                add("swap with the next of its node", event, kind(event), changed);
                return;
            }
        }
    }

    private int nextOfItsNode(int event) {
        int next = event + 1;
        while (next < events.size() && !node(next).equals(node(event))) {
            next++;
        }
        return next;
    }

    private void fields() {
        SortedMap<String, SortedMap<String, List<Integer>>> uses = uses();
        List<String> paths = new ArrayList<>(uses.keySet());
        int added = 0;
        for (int round = 0; added < CHANGED && round <= events.size(); round++) {
            int turn = Math.min(CHANGED - added, paths.size());
            for (int i = 0; i < turn; i++) {
                int index = i * paths.size() / turn;
                String path = paths.get(index);
                SortedMap<String, List<Integer>> kinds = at(uses, path);
                if (round < kinds.size()) {
                    List<String> names = List.copyOf(kinds.keySet());
                    String kind = names.get((index + round) % names.size());
                    change(path, kind, middle(at(kinds, kind)));
                    added++;
                }
            }
        }
    }

    private void change(String path, String kind, int event) {
        ObjectNode changed = events.get(event).deepCopy();
        String what = Fields.change(changed, path, events);
        List<String> all = new ArrayList<>(lines);
        all.set(shape.first() + event, changed.toString());
        add("change " + path + " " + what, event, kind, all);
    }

    /** For each field, for each kind of event, where it is and can be changed. */
    private SortedMap<String, SortedMap<String, List<Integer>>> uses() {
        SortedMap<String, SortedMap<String, List<Integer>>> uses = new TreeMap<>();
        for (int event = 0; event < events.size(); event++) {
            List<String> paths = Fields.paths(events.get(event)).stream()
                    .filter(shape::isRead).distinct().toList();
            for (String path : paths) {
                uses.computeIfAbsent(path, p -> new TreeMap<>())
                        .computeIfAbsent(kind(event), k -> new ArrayList<>()).add(event);
            }
        }
        return uses;
    }

    private SortedMap<String, List<Integer>> kinds() {
        SortedMap<String, List<Integer>> kinds = new TreeMap<>();
        for (int event = 0; event < events.size(); event++) {
            kinds.computeIfAbsent(kind(event), k -> new ArrayList<>()).add(event);
        }
        return kinds;
    }

    private static <T> T at(SortedMap<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("no " + key);
        }
        return value;
    }

    private static int middle(List<Integer> all) {
        return all.get(all.size() / 2);
    }

    private String kind(int event) {
        return Fields.text(events.get(event), shape.kind());
    }

    private String node(int event) {
        return shape.node().isEmpty() ? "" : Fields.text(events.get(event), shape.node());
    }

    private void add(String what, int event, String kind, List<String> changed) {
        mutants.add(new Mutant(
                what + " (line " + (shape.first() + event + 1) + ", " + kind + ")", changed));
    }
}
