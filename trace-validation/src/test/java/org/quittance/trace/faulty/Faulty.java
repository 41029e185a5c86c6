package org.quittance.trace.faulty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quittance.trace.Rejection;
import org.quittance.trace.ReplayJudge;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * The traces of faulty programs: cut after the event that must be rejected, each with an entry in
 * the manifest, and the traces of the same runs without the fault. What both begin with is kept
 * once.
 */
public final class Faulty {

    /** So many events after the rejected one are kept. */
    private static final int MORE = 2;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Faulty() {}

    /**
     * Writes them anew and no others.
     *
     * @param arguments the folder with what the simulator recorded, that of the sample traces, and
     *     that of the specs
     */
    public static void main(String[] arguments) throws IOException {
        Path recorded = Path.of(arguments[0]);
        Path samples = Path.of(arguments[1]);
        Path folder = emptied(samples.resolve("faulty"));
        Path runs = emptied(folder.resolve("runs"));
        List<FaultyCase> cases = new ArrayList<>();
        List<FaultyManifest.Unseen> unseen = new ArrayList<>();
        SortedMap<String, Integer> lengths = new TreeMap<>();
        try (ReplayJudge judge = new ReplayJudge(Path.of(arguments[2]))) {
            for (JsonNode fault : JSON.readTree(recorded.resolve("faults.json").toFile())) {
                if (fault.has("why")) {
                    unseen.add(JSON.treeToValue(fault, FaultyManifest.Unseen.class));
                    continue;
                }
                FaultyCase one = made(fault, recorded, folder, judge);
                cases.add(one);
                lengths.merge(one.run(), one.event() + MORE, Math::max);
            }
        }
        for (String run : lengths.keySet()) {
            List<String> sound = Files.readAllLines(recorded.resolve(run + ".ndjson"));
            write(runs.resolve(run + ".ndjson"), Beginning.of(sound, lengths.get(run)));
        }
        Files.writeString(folder.resolve("manifest.json"),
                JSON.writeValueAsString(new FaultyManifest(cases, unseen)) + "\n");
    }

    private static FaultyCase made(
            JsonNode fault, Path recorded, Path folder, ReplayJudge judge) throws IOException {
        String name = fault.get("name").asText();
        String run = fault.get("run").asText();
        List<String> whole = Files.readAllLines(recorded.resolve(name + ".ndjson"));
        List<String> sound = Files.readAllLines(recorded.resolve(run + ".ndjson"));
        Rejection rejection = rejection(name, whole, judge);
        List<String> words = new ArrayList<>();
        fault.get("words").forEach(word -> words.add(word.asText()));
        List<String> more = Beginning.of(whole, rejection.event() + MORE);
        boolean isWellFormed = judge.judge(more).verdict() == Verdict.REJECTED;
        List<String> kept = isWellFormed ? more : Beginning.of(whole, rejection.event());
        int same = same(whole, sound);
        FaultyCase one = new FaultyCase(name, fault.get("area").asText(),
                fault.get("does").asText(), run, same, rejection.event(), rejection.action(),
                words);
        one.complaint(judge.judge(kept)).ifPresent(complaint -> {
            throw new IllegalStateException(name + ": " + complaint);
        });
        write(folder.resolve(name + ".ndjson"), kept.subList(same, kept.size()));
        return one;
    }

    private static int same(List<String> one, List<String> other) {
        int same = 0;
        while (same < one.size() && same < other.size()
                && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    /** Where it is rejected; what isn't well-formed any more after that doesn't matter. */
    private static Rejection rejection(String name, List<String> whole, ReplayJudge judge)
            throws IOException {
        for (int events = Math.min(64, whole.size() - 2); ; events = Math.min(
                2 * events, whole.size() - 2)) {
            List<String> part = Beginning.of(whole, events);
            ValidationResult result = judge.judge(part);
            for (int less = events; result.verdict() == Verdict.MALFORMED && less > 1; less--) {
                result = judge.judge(Beginning.of(whole, less - 1));
            }
            Rejection rejection = result.rejection();
            if (rejection != null) {
                return rejection;
            }
            if (events == whole.size() - 2) {
                throw new IllegalStateException(name + " is " + result.verdict());
            }
        }
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
