package org.quittance.trace.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole trace, for what is done with short ones; long ones are read as a stream. */
public final class TraceReader {

    /** What the header says for format. */
    public static final String FORMAT = "quittance-trace";
    /** What the header says for version. */
    public static final int VERSION = 1;

    private TraceReader() {}

    /**
     * Reads a file.
     *
     * @param name how errors and results name the file
     * @param specs the specs that it may follow
     * @throws MalformedTraceException if it is not a trace of the format
     * @throws IOException if it can't be read at all
     */
    public static Trace read(String name, Path file, List<TraceSpec> specs)
            throws MalformedTraceException, IOException {
        try (EventStream in = EventStream.open(name, Lines.of(file), specs)) {
            List<Event> events = new ArrayList<>();
            for (Event event = in.next(); event != null; event = in.next()) {
                events.add(event);
            }
            return new Trace(name, in.header(), events);
        }
    }
}
