package org.quittance.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shortens traces. */
public final class Cut {

    /** The line of an event begins with the first of these, and the second follows at once. */
    private static final String NODE = "{\"node\":";
    private static final String SEQ = ",\"seq\":";

    private Cut() {}

    /**
     * The first so many events of a trace, and an end that fits them.
     *
     * @param trace all lines, with header and end
     * @param events how many; the trace itself if it has no more
     */
    public static List<String> beginning(List<String> trace, int events) {
        if (trace.size() <= 2 + events) {
            return trace;
        }
        List<String> lines = new ArrayList<>(trace.subList(0, 1 + events));
        SortedMap<Integer, String> last = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int seq = line.indexOf(SEQ);
            int node = Integer.parseInt(line.substring(NODE.length(), seq));
            last.put(node, line.substring(seq + SEQ.length(), line.indexOf(',', seq + 1)));
        }
        lines.add("{\"end\":true,\"events\":" + events + ",\"last\":{" + last.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(",")) + "}}");
        return lines;
    }
}
