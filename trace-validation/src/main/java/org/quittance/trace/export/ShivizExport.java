package org.quittance.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.Catalogue;
import org.quittance.trace.TermText;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.EventStream;
import org.quittance.trace.format.Lines;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Names;

/**
 * Writes a trace as a log for ShiViz: the expression that takes its lines apart, a line that stays
 * empty, and a line for each event with its vector clock. The clock counts the events of each node
 * that the event is known to depend on: those of its own before it, and what its cause depends on.
 *
 * <p>No spec is asked, so that a rejected run can be looked at too.
 */
public final class ShivizExport {

    /** What stands in the first line of the log. */
    static final String EXPRESSION =
            "(?<host>\\S+) (?<clock>\\{.*?\\}) line (?<line>\\d+): (?<event>.*)";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<List<SortedMap<Integer, Integer>>> clocks = new ArrayList<>();
    private final TermText text = new TermText(new Names());
    private final Writer out;

    private ShivizExport(Writer out) {
        this.out = out;
    }

    /**
     * Writes a trace.
     *
     * @param out closed by whoever opened it
     * @return how many events there are
     * @throws MalformedTraceException if it is none; what comes before is written
     * @throws IOException if it can't be read or written
     */
    public static int write(Path file, Catalogue catalogue, Writer out)
            throws MalformedTraceException, IOException {
        return new ShivizExport(out).write(file, catalogue);
    }

    private int write(Path file, Catalogue catalogue)
            throws MalformedTraceException, IOException {
        Remembered lines = new Remembered(Lines.of(file));
        try (EventStream events = EventStream.open(file.toString(), lines, catalogue.specs())) {
            for (int node = 0; node < events.header().nodes(); node++) {
                clocks.add(new ArrayList<>());
            }
            out.write(EXPRESSION + "\n\n");
            int count = 0;
            for (Event event = events.next(); event != null; event = events.next()) {
                line(event, JSON.readTree(lines.last()).path("cause"));
                count++;
            }
            out.flush();
            return count;
        }
    }

    private void line(Event event, JsonNode cause) throws IOException {
        List<SortedMap<Integer, Integer>> own = clocks.get(event.node());
        Map<Integer, Integer> clock = new HashMap<>();
        if (!own.isEmpty()) {
            clock.putAll(own.getLast());
        }
        cause.properties().iterator().forEachRemaining(dependence -> clocks
                .get(Integer.parseInt(dependence.getKey()))
                .get(dependence.getValue().intValue())
                .forEach((node, events) -> clock.merge(node, events, Math::max)));
        clock.merge(event.node(), 1, Integer::sum);
        SortedMap<Integer, Integer> sorted = new TreeMap<>(clock);
        own.add(sorted);
        String counts = sorted.entrySet().stream()
                .map(c -> "\"" + host(c.getKey()) + "\":" + c.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        out.write(host(event.node()) + " " + counts + " line " + event.line() + ": "
                + text.of(event) + "\n");
    }

    private static String host(int node) {
        return "node" + node;
    }

    /** Lines that remember the last one: an event does not say what caused it. */
    private static final class Remembered implements Lines {
        private final Lines lines;
        private String line = "";

        Remembered(Lines lines) {
            this.lines = lines;
        }

        @Override
        public @Nullable String next() throws IOException {
            String next = lines.next();
            line = next == null ? line : next;
            return next;
        }

        String last() {
            return line;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
