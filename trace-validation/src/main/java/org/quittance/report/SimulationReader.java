package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads the summary that the simulator writes beside the trace of a run. */
final class SimulationReader {

    private static final Pattern PARTITION =
            Pattern.compile("partition \\[([0-9, ]*)\\] at (\\d{1,15}) for (\\d{1,15}) ms");
    private static final Pattern CRASH =
            Pattern.compile("crash of \\[([0-9, ]*)\\] at (\\d{1,15}) for (\\d{1,15}) ms");

    private static final Map<Integer, String> EVIDENCE_PAIRS = Map.of(
            1, "two notarize votes",
            2, "two finalize votes",
            3, "nullify and finalize",
            4, "notarize of one block and finalize of another");

    private static final Map<String, String> COUNTS = counts();

    private SimulationReader() {}

    /**
     * Reads a summary.
     *
     * @param run the trace of the same run, which tells what each replica committed
     * @param seconds wall-clock time of the run
     * @throws IOException if the file can't be read or is not JSON
     */
    static Simulation read(Path file, RunTrace run, double seconds) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        List<Long> weights = new ArrayList<>();
        json.path("weights").forEach(weight -> weights.add(weight.asLong()));
        Map<Integer, List<String>> byzantine = new TreeMap<>();
        json.path("byzantine").properties().forEach(entry ->
                byzantine.put(Integer.valueOf(entry.getKey()), texts(entry.getValue())));
        Map<String, Long> counts = new LinkedHashMap<>();
        COUNTS.forEach((field, name) -> {
            if (json.has(field)) {
                counts.put(name, json.path(field).asLong());
            }
        });
        return new Simulation(
                json.path("scenario").asText("unnamed"),
                json.path("seed").asLong(),
                weights,
                byzantine,
                texts(json.path("faults")).stream().map(SimulationReader::fault).toList(),
                committed(run),
                counts,
                evidence(json.path("evidence")),
                texts(json.path("properties")),
                violation(json),
                seconds);
    }

    private static Map<String, String> counts() {
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("sent", "Messages sent");
        counts.put("lost", "Messages lost");
        counts.put("duplicated", "Messages doubled");
        counts.put("refused", "Messages refused as malformed or forged");
        counts.put("millis", "Simulated milliseconds");
        return counts;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static @Nullable String violation(JsonNode json) {
        return json.path("result").asText().equals("ok") ? null
                : json.path("violated").asText("unknown") + ": " + json.path("detail").asText();
    }

    private static List<String> evidence(JsonNode json) {
        List<String> evidence = new ArrayList<>();
        json.properties().forEach(entry -> {
            List<String> pairs = new ArrayList<>();
            entry.getValue().forEach(pair -> pairs.add(
                    EVIDENCE_PAIRS.getOrDefault(pair.asInt(), "pair " + pair.asText())));
            evidence.add("against replica " + entry.getKey() + ", in one view: "
                    + String.join("; ", pairs));
        });
        return evidence;
    }

    /** A fault as the simulator words it; one in words unknown here is shown as it is. */
    static Simulation.Fault fault(String text) {
        Matcher partition = PARTITION.matcher(text);
        if (partition.matches()) {
            return fault(partition, "partition " + sides(part(partition, 1)), "partition heals",
                    true);
        }
        Matcher crash = CRASH.matcher(text);
        if (crash.matches()) {
            return fault(crash, "crash of replica " + part(crash, 1), "restart", false);
        }
        return new Simulation.Fault(0, 0, text, "", false);
    }

    private static Simulation.Fault fault(Matcher words, String text, String end, boolean drawn) {
        long from = Long.parseLong(part(words, 2));
        return new Simulation.Fault(from, from + Long.parseLong(part(words, 3)), text, end, drawn);
    }

    private static String part(Matcher words, int group) {
        String part = words.group(group);
        return part == null ? "" : part;
    }

    /** Group numbers per replica, "0, 0, 1, 1", as the replicas of each group: "0, 1 | 2, 3". */
    private static String sides(String groups) {
        Map<String, List<String>> sides = new TreeMap<>();
        String[] group = groups.split(", *");
        for (int id = 0; id < group.length; id++) {
            sides.computeIfAbsent(group[id], key -> new ArrayList<>()).add(String.valueOf(id));
        }
        return String.join(" | ",
                sides.values().stream().map(ids -> String.join(", ", ids)).toList());
    }

    /** How many blocks each replica committed; what it commits anew after a restart counts once. */
    private static Map<Integer, Long> committed(RunTrace run) {
        Map<Integer, Set<String>> digests = new HashMap<>();
        for (int id = 0; id < run.validators(); id++) {
            if (!run.byzantine().contains(id)) {
                digests.put(id, new HashSet<>());
            }
        }
        for (RunTrace.Step step : run.steps()) {
            Set<String> own = digests.get(step.node());
            if (own != null && step.action().equals("Commit")) {
                step.args().path("path").forEach(block -> own.add(block.path("digest").asText()));
            }
        }
        Map<Integer, Long> blocks = new TreeMap<>();
        digests.forEach((id, own) -> blocks.put(id, (long) own.size()));
        return blocks;
    }
}
