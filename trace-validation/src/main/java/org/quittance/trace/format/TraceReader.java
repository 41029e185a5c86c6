package org.quittance.trace.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads a trace: a header line, a line for each event, and an end line. Whatever is not exactly
 * that is an error of the file; whether the spec allows the run is not asked here.
 */
public final class TraceReader {

    /** What the header says for format. */
    public static final String FORMAT = "quittance-trace";
    /** What the header says for version. */
    public static final int VERSION = 1;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final String file;
    private final BufferedReader in;
    private int line;

    private TraceReader(String file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Reads a file.
     *
     * @param name how errors and results name the file
     * @throws MalformedTraceException if it is not a trace of the format
     * @throws IOException if it can't be read at all
     */
    public static Trace read(String name, Path file) throws MalformedTraceException, IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new TraceReader(name, in).trace();
        }
    }

    private Trace trace() throws MalformedTraceException, IOException {
        JsonObject first = next();
        if (first == null) {
            throw new MalformedTraceException(
                    file, 0, "", "the file is empty", "give a trace; this one was never written");
        }
        Header header = HeaderReader.read(first);
        EventReader events = new EventReader(header);
        while (true) {
            JsonObject object = next();
            if (object == null) {
                throw new MalformedTraceException(
                        file, line, "", "the file ends after this line without an end marker",
                        "write the trace again; it was cut off");
            }
            if (object.has("end")) {
                events.end(object);
                break;
            }
            events.add(line, object);
        }
        if (next() != null) {
            throw new MalformedTraceException(
                    file, line, "", "there is a line after the end marker", "remove it");
        }
        return events.trace(file);
    }

    private @Nullable JsonObject next() throws MalformedTraceException, IOException {
        String text;
        try {
            text = in.readLine();
        } catch (CharacterCodingException e) {
            throw new MalformedTraceException(
                    file, line + 1, "", "bytes in or after this line are not UTF-8",
                    "write the trace as UTF-8");
        }
        if (text == null) {
            return null;
        }
        line++;
        if (line == 1 && text.startsWith(BYTE_ORDER_MARK)) {
            throw new MalformedTraceException(
                    file, line, "", "the file begins with a byte order mark",
                    "write the trace as UTF-8 without one");
        }
        if (text.isBlank()) {
            throw new MalformedTraceException(file, line, "", "the line is empty", "remove it");
        }
        return new JsonObject(file, line, "", parse(text));
    }

    private JsonNode parse(String text) throws MalformedTraceException, IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            boolean half = e instanceof JsonEOFException || !text.endsWith("}");
            if (text.startsWith("{") && half && in.readLine() == null) {
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
}
