package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace as the diagram shows it: the JSON of its lines. It is for showing only, and asks for no
 * more than that; whether the file is a trace at all is for the trace reader to say.
 *
 * @param validators how many there are
 * @param byzantine which of them log nothing
 * @param steps the events, in the order of the file
 */
record RunTrace(int validators, List<Integer> byzantine, List<Step> steps) {

    RunTrace {
        byzantine = List.copyOf(byzantine);
        steps = List.copyOf(steps);
    }

    /**
     * One event.
     *
     * @param cause the steps (seq) of other nodes that it depended on
     */
    record Step(
            int node,
            long seq,
            long time,
            String action,
            Map<Integer, Long> cause,
            JsonNode args,
            JsonNode post) {}

    /**
     * Reads a trace.
     *
     * @throws IOException if the file can't be read or a line is not JSON
     */
    static RunTrace read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = in.readLine();
            JsonNode header = mapper.readTree(first == null ? "{}" : first);
            List<Step> steps = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode json = mapper.readTree(line);
                if (json.has("action")) {
                    steps.add(step(json));
                }
            }
            List<Integer> byzantine = new ArrayList<>();
            header.path("byzantine").forEach(id -> byzantine.add(id.asInt()));
            return new RunTrace(header.path("validators").size(), byzantine, steps);
        }
    }

    private static Step step(JsonNode json) {
        Map<Integer, Long> cause = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("cause").properties()) {
            if (entry.getKey().matches("[0-9]{1,9}")) {
                cause.put(Integer.valueOf(entry.getKey()), entry.getValue().asLong());
            }
        }
        return new Step(
                json.path("node").asInt(),
                json.path("seq").asLong(),
                json.path("time").asLong(),
                json.path("action").asText(),
                cause,
                json.path("args"),
                json.path("post"));
    }
}
