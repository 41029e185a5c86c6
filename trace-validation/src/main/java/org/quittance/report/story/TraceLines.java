package org.quittance.report.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a trace as they are needed for showing it. Whether the file keeps to the format in
 * all details is for the trace reader to say; what is needed here and absent is an error here too.
 *
 * @param header the first line
 * @param events in the order of the file
 */
record TraceLines(Path file, Line header, List<Line> events) {

    TraceLines {
        events = List.copyOf(events);
    }

    /** Something that is done with each event, and fails if the event makes no sense. */
    interface Visitor {
        void see(Line event);
    }

    /**
     * Reads a trace.
     *
     * @param spec the spec that it must be of
     * @throws IOException if the file can't be read, a line is not a JSON object, or the first line
     *     is not the header of a trace of this spec; the message names file and line
     */
    static TraceLines read(Path file, String spec) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                JsonNode json = mapper.readTree(text);
                if (!json.isObject()) {
                    throw new IOException(at(file, lines.size() + 1) + "not a JSON object");
                }
                lines.add(new Line(lines.size() + 1, json));
            }
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw new IOException(at(file, lines.size() + 1) + "not JSON", e);
        }
        if (lines.isEmpty()) {
            throw new IOException(file + ": empty, not a trace");
        }
        Line header = lines.getFirst();
        String found = header.json().path("spec").asText("");
        if (!header.json().path("format").asText("").equals("quittance-trace")
                || !found.equals(spec)) {
            throw new IOException(at(file, 1) + "not the header of a trace of the spec " + spec
                    + (found.isEmpty() ? "" : ", but of " + found));
        }
        return new TraceLines(file, header, lines.stream().skip(1)
                .filter(line -> !line.json().path("end").asBoolean(false)).toList());
    }

    /**
     * Shows all events to a visitor.
     *
     * @throws IOException if one makes no sense; the message names file and line
     */
    void visit(Visitor visitor) throws IOException {
        for (Line event : events) {
            try {
                visitor.see(event);
            } catch (Line.Unexpected e) {
                throw new IOException(at(file, event.number()) + e.getMessage(), e);
            } catch (ArithmeticException e) {
                throw new IOException(at(file, event.number()) + "an amount is too large", e);
            }
        }
    }

    /**
     * Reads from the header.
     *
     * @throws IOException if it lacks something; the message names file and line
     */
    <T> T ofHeader(java.util.function.Function<Line, T> read) throws IOException {
        try {
            return read.apply(header);
        } catch (Line.Unexpected e) {
            throw new IOException(at(file, 1) + e.getMessage(), e);
        }
    }

    private static String at(Path file, int line) {
        return file + ", line " + line + ": ";
    }
}
