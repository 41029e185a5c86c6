package org.quittance.peers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Quittance itself: its command line, on the beginning of a recorded run.
 *
 * @param name what the table calls it
 * @param version the commit
 * @param call the command, with {@value #TRACE} and {@value #SCRATCH} for what changes
 * @param recorded a trace that is long enough for all lengths
 * @param renumbers whether broken traces are numbered anew
 */
record Ours(
        String name, String version, List<String> call, Path recorded, boolean renumbers)
        implements Contender {

    static final String TRACE = "{trace}";
    static final String SCRATCH = "{scratch}";

    Ours {
        call = List.copyOf(call);
    }

    @Override
    public Shape shape() {
        return new Shape("action", "node", Set.of("time"), 1, 1);
    }

    /** The beginning of the recorded run, with an end marker that says so. */
    @Override
    public List<String> trace(int events) throws IOException {
        List<String> lines = new ArrayList<>();
        SortedMap<String, Long> last = new TreeMap<>();
        try (BufferedReader in = Files.newBufferedReader(recorded, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            while (line != null && lines.size() <= events) {
                lines.add(line);
                ObjectNode event = Lines.read(line);
                if (event.has("seq")) {
                    last.put(event.path("node").asText(), event.path("seq").longValue());
                } else if (lines.size() > 1) {
                    return List.of();
                }
                line = in.readLine();
            }
        }
        if (lines.size() <= events) {
            return List.of();
        }
        lines.add(Renumbering.end(events, last));
        return lines;
    }

    @Override
    public boolean isTimed() {
        return !renumbers;
    }

    @Override
    public List<String> broken(List<String> lines) {
        return renumbers ? Renumbering.of(lines) : lines;
    }

    @Override
    public List<String> command(Path trace, Path scratch) {
        return call.stream()
                .map(word -> word.replace(TRACE, trace.toString())
                        .replace(SCRATCH, scratch.toString()))
                .toList();
    }

    @Override
    public Map<String, String> environment(Path trace, Path scratch) {
        return Map.of();
    }

    /** Where this program is run. */
    @Override
    public Path folder() {
        return Path.of("").toAbsolutePath();
    }

    @Override
    public Verdict verdict(int status) {
        return switch (status) {
            case 0 -> Verdict.ACCEPTED;
            case 1 -> Verdict.REJECTED;
            case 2 -> Verdict.MALFORMED;
            default -> Verdict.ERROR;
        };
    }
}
