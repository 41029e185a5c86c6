package org.quittance.trace.mutate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces that are cut off, or whose end line is wrong. None is a trace; what is cut off under an
 * end line that fits is one, of a shorter run, and so is no mutant.
 */
final class Endings {

    private Endings() {}

    /** By what is wrong, the lines. */
    static Map<String, List<String>> of(TraceText trace) {
        List<String> lines = trace.lines();
        int events = trace.events().size();
        String end = lines.get(lines.size() - 1);
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("without the last event", cut(lines, events - 1, end));
        all.put("without the second half", cut(lines, events / 2, end));
        all.put("without all events", cut(lines, 0, end));
        all.put("without the end line", lines.subList(0, lines.size() - 1));
        List<String> half = new ArrayList<>(lines.subList(0, events));
        String last = lines.get(events);
        half.add(last.substring(0, last.length() / 2));
        all.put("within an event", half);
        all.put("with one event too many in the end line",
                cut(lines, events, end.replace(":" + events + ",", ":" + (events + 1) + ",")));
        all.put("with a false end", cut(lines, events, end.replace("true", "false")));
        return all;
    }

    private static List<String> cut(List<String> lines, int events, String end) {
        List<String> kept = new ArrayList<>(lines.subList(0, events + 1));
        kept.add(end);
        return kept;
    }
}
