package org.quittance.trace.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A trace as it is read: a header line, a line for each event, and an end line. Whatever is not
 * exactly that is an error of the file; whether the spec allows the run is not asked here. No more
 * than the last few events are kept, so that the trace may be of any length.
 */
public final class EventStream implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final String file;
    private final Lines in;
    private final Header header;
    private final EventReader events;
    private int line;
    private boolean ended;

    private EventStream(String file, Lines in, Header header) {
        this.file = file;
        this.in = in;
        this.header = header;
        this.events = new EventReader(file, header);
        this.line = 1;
    }

    /**
     * Reads the header.
     *
     * @param file how errors and results name the trace
     * @param in its lines; closed with the stream
     * @param specs the specs that it may follow
     * @throws MalformedTraceException if it is not a trace of the format
     * @throws IOException if it can't be read at all
     */
    public static EventStream open(String file, Lines in, List<TraceSpec> specs)
            throws MalformedTraceException, IOException {
        String first = line(file, in, 1);
        if (first == null) {
            throw new MalformedTraceException(
                    file, 0, "", "the file is empty", "give a trace; this one was never written");
        }
        JsonObject object = new JsonObject(file, 1, "", parse(file, in, 1, first));
        return new EventStream(file, in, HeaderReader.read(object, specs));
    }

    /** How errors and results name the trace. */
    public String file() {
        return file;
    }

    /** What the first line says. */
    public Header header() {
        return header;
    }

    /**
     * The next event; null if there is none, and the trace ends as it must.
     *
     * @throws MalformedTraceException if the next line is neither an event nor the right end
     * @throws IOException if it can't be read at all
     */
    public @Nullable Event next() throws MalformedTraceException, IOException {
        if (ended) {
            return null;
        }
        String text = line();
        if (text == null) {
            throw new MalformedTraceException(
                    file, line, "", "the file ends after this line without an end marker",
                    "write the trace again; it was cut off");
        }
        Event usual = events.readUsual(line, text);
        if (usual != null) {
            return usual;
        }
        JsonNode node = parse(file, in, line, text);
        if (!node.has("end")) {
            return events.read(line, node);
        }
        events.end(new JsonObject(file, line, "", node));
        ended = true;
        if (in.isOpenEnded()) {
            return null;
        }
        if (line() != null) {
            throw new MalformedTraceException(
                    file, line, "", "there is a line after the end marker", "remove it");
        }
        return null;
    }

    private @Nullable String line() throws MalformedTraceException, IOException {
        String text = line(file, in, line + 1);
        line += text == null ? 0 : 1;
        return text;
    }

    private static @Nullable String line(String file, Lines in, int number)
            throws MalformedTraceException, IOException {
        String text;
        try {
            text = in.next();
        } catch (CharacterCodingException e) {
            throw new MalformedTraceException(
                    file, number, "", "bytes in or after this line are not UTF-8",
                    "write the trace as UTF-8");
        }
        if (text == null) {
            return null;
        }
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
            throw new MalformedTraceException(
                    file, number, "", "the file begins with a byte order mark",
                    "write the trace as UTF-8 without one");
        }
        if (text.isBlank()) {
            throw new MalformedTraceException(file, number, "", "the line is empty", "remove it");
        }
        return text;
    }

    private static JsonNode parse(String file, Lines in, int line, String text)
            throws MalformedTraceException, IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            boolean half = e instanceof JsonEOFException || !text.endsWith("}");
            if (text.startsWith("{") && half && in.next() == null) {
                throw new MalformedTraceException(
                        file, line, "", "the file ends in the middle of this line",
                        "write the trace again; it was cut off");
            }
            var at = e.getLocation();
            throw new MalformedTraceException(
                    file,
                    line,
                    at == null ? "" : "column " + at.getColumnNr(),
                    "this is not JSON (" + e.getOriginalMessage() + ")",
                    "write one object of JSON in each line");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
