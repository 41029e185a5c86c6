package org.quittance.trace.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.format.TraceSpec;

/**
 * Writes the trace of a run. Values are what Jackson makes of them: numbers, texts, booleans,
 * lists, maps, records; a set is written in order.
 *
 * <p>For several threads at once. The events stand in the trace in the order of the calls, so that
 * a step is to be logged before anything of it can be seen by others: under the lock that it
 * changes its node's state under, and before its messages are sent.
 *
 * <p>It checks nothing; whoever reads the trace does. But a trace of which anything could not be
 * written never gets its end marker, so that it can't pass for a whole one.
 */
public final class TraceRecorder implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final TraceSpec spec;
    private final String scenario;
    private final Writer out;
    private final SortedMap<Integer, Long> last = new TreeMap<>();
    private int events;
    private long begun;
    private boolean hasHeader;
    private boolean closed;
    private @Nullable String problem;

    /**
     * A recorder that writes to a file.
     *
     * @param spec by which the trace will be read
     * @param scenario what is run, for people
     * @throws IOException if the file can't be written
     */
    public TraceRecorder(Path file, TraceSpec spec, String scenario) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        this.spec = spec;
        this.scenario = scenario;
        this.out = Files.newBufferedWriter(file);
    }

    /** Begins the trace of a run with so many nodes: 0, 1, ... */
    public void begin(int nodes) {
        begin(RunHeader.of(nodes));
    }

    /**
     * Begins the trace.
     *
     * @throws IllegalStateException if it has begun
     */
    public synchronized void begin(RunHeader run) {
        if (hasHeader || closed) {
            throw failed("the trace has begun already; begin it once");
        }
        hasHeader = true;
        begun = System.nanoTime();
        ObjectNode header = JSON.createObjectNode();
        header.put("format", TraceReader.FORMAT);
        header.put("version", TraceReader.VERSION);
        header.put("spec", spec.name());
        ArrayNode nodes = header.putArray(spec.nodes());
        for (int node = 0; node < run.nodes(); node++) {
            nodes.add(node);
        }
        header.setAll(fields("the header", run.fields(), spec.header()));
        header.put("commit", run.commit());
        header.put("scenario", run.scenario().isEmpty() ? scenario : run.scenario());
        header.put("seed", run.seed());
        write(header);
    }

    /**
     * Logs a step that depends on no other node's.
     *
     * @param node whose step it is
     * @param action its name in the spec
     * @param args its arguments
     * @param post variables of the spec after it, by their names
     * @return its number among the steps of the node, from 0
     */
    public long log(int node, String action, Map<String, ?> args, Map<String, ?> post) {
        return log(node, action, args, post, Map.of());
    }

    /**
     * Logs a step.
     *
     * @param cause by node the number of the step that this one depends on
     * @return its number among the steps of the node, from 0
     * @throws IllegalStateException if the trace has not begun or has ended
     * @throws IllegalArgumentException if a value can't be written as JSON
     */
    public synchronized long log(
            int node,
            String action,
            Map<String, ?> args,
            Map<String, ?> post,
            Map<Integer, Long> cause) {
        if (!hasHeader) {
            throw failed("the trace has not begun; call begin before the program runs");
        }
        if (closed) {
            throw failed("the trace has ended, and node " + node + " still logs " + action
                    + "; stop the program before the test ends");
        }
        Action type = spec.action(action).orElse(new Action(action, Map.of(), Map.of()));
        Long before = last.get(node);
        long seq = before == null ? 0 : before + 1;
        ObjectNode event = JSON.createObjectNode();
        event.put("node", node);
        event.put("seq", seq);
        ObjectNode causes = event.putObject("cause");
        new TreeMap<>(cause).forEach((by, number) -> causes.put(String.valueOf(by), number));
        event.put("time", (System.nanoTime() - begun) / 1_000_000);
        event.put("action", action);
        event.set("args", fields(action, args, type.args()));
        event.set("post", fields(action, post, type.post()));
        write(event);
        last.put(node, seq);
        events++;
        return seq;
    }

    /** How many events have been logged. */
    public synchronized int events() {
        return events;
    }

    /** What could not be logged; null if everything was. */
    public synchronized @Nullable String problem() {
        return problem;
    }

    private ObjectNode fields(
            String of, Map<String, ?> values, Map<String, FieldType> types) {
        try {
            return (ObjectNode) Arrangement.of(types, JSON.valueToTree(values));
        } catch (IllegalArgumentException e) {
            problem = "values of " + of + " can't be written as JSON: " + e.getMessage();
            throw new IllegalArgumentException(problem, e);
        }
    }

    private IllegalStateException failed(String what) {
        problem = what;
        return new IllegalStateException(what);
    }

    private void write(ObjectNode line) {
        try {
            out.write(line.toString());
            out.write('\n');
        } catch (IOException e) {
            problem = "the trace can't be written: " + e.getMessage();
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the trace. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (hasHeader && problem == null) {
            ObjectNode end = JSON.createObjectNode();
            end.put("end", true);
            end.put("events", events);
            ObjectNode numbers = end.putObject("last");
            last.forEach((node, seq) -> numbers.put(String.valueOf(node), seq));
            write(end);
        }
        out.close();
    }
}
