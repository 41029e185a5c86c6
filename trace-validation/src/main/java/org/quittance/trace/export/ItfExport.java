package org.quittance.trace.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.replay.ValueForm;

/**
 * Writes the states of a run in the Informal Trace Format, which the viewers of Apalache and Quint
 * read: the variables of the spec, and with each state the event that led to it.
 */
public final class ItfExport implements Run.Visitor, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;
    private final String source;
    private boolean begun;

    /**
     * Writes there.
     *
     * @param out closed by whoever opened it
     * @param source the name of the trace
     */
    public ItfExport(Writer out, String source) {
        this.out = out;
        this.source = source;
    }

    @Override
    public void visit(Run.Point point) throws IOException {
        SortedMap<String, String> values = point.values(ValueForm.ITF);
        if (!begun) {
            begun = true;
            out.write("{\"#meta\":" + JSON.writeValueAsString(meta(point)) + ",\n");
            out.write("\"params\":[],\n\"vars\":"
                    + JSON.writeValueAsString(List.copyOf(values.keySet())) + ",\n");
            out.write("\"states\":[\n");
        } else {
            out.write(",\n");
        }
        String meta = JSON.writeValueAsString(meta(point.index(), point.event()));
        out.write(values.entrySet().stream()
                .map(v -> ",\n  \"" + v.getKey() + "\":" + v.getValue())
                .collect(Collectors.joining("", "{\"#meta\":" + meta, "}")));
    }

    private Map<String, Object> meta(Run.Point point) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("format", "ITF");
        meta.put(
                "format-description",
                "https://apalache-mc.org/docs/adr/015adr-trace.html");
        meta.put("source", source);
        meta.put(
                "description",
                "A recorded run: " + point.header().spec() + ", scenario "
                        + point.header().scenario() + ", seed " + point.header().seed());
        return meta;
    }

    private static Map<String, Object> meta(int index, @Nullable Event event) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("index", index);
        if (event != null) {
            meta.put("action", event.action().spelling());
            meta.put("node", event.node());
            meta.put("seq", event.seq());
            meta.put("line", event.line());
        }
        return meta;
    }

    /** Ends the file, if it was begun. */
    @Override
    public void close() throws IOException {
        if (begun) {
            out.write("\n]}\n");
        }
        out.flush();
    }
}
