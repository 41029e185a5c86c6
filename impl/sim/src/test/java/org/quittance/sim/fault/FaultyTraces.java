package org.quittance.sim.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quittance.sim.run.Cut;

/**
 * Records the runs that show the registered faults, without any checker, and the same runs without
 * the fault. Whoever validates them cuts them after the event that is rejected. What the checkers
 * say of the same runs is written down too.
 */
public final class FaultyTraces {

    /** Longer than any that is kept. */
    private static final int MOST_LINES = 1_000;

    private FaultyTraces() {}

    /**
     * Writes {@code NAME.ndjson} for each fault, {@code RUN.ndjson} for each run, and what is known
     * of the faults to {@code faults.json}; and the scores of checkers to where they are kept.
     *
     * @param arguments the folder to write to, and that of the modules
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path impl = Path.of(arguments[1]);
        SortedMap<String, Run> runs = new TreeMap<>();
        List<String> all = new ArrayList<>();
        Path scores = impl.resolve("sim").resolve(Scores.FILE);
        SortedMap<String, Scores.Score> before = Scores.read(scores);
        SortedMap<String, Scores.Score> found = new TreeMap<>();
        for (Fault fault : Faults.all()) {
            String tests = before.getOrDefault(fault.name(), Scores.NONE).unitTest();
            found.put(fault.name(), new Scores.Score("", tests));
            if (fault.shown().isEmpty()) {
                all.add("{" + known(fault) + ",\"why\":" + quoted(fault.unseen()) + "}");
                continue;
            }
            Run run = fault.shown().get();
            runs.put(run.name(), run);
            try (FaultyWorld world = FaultyWorld.of(fault, impl)) {
                write(folder, fault.name(), world.record(run, MOST_LINES));
                found.put(fault.name(), new Scores.Score(world.check(run), tests));
            }
            all.add(json(fault, run));
        }
        for (Run run : runs.values()) {
            write(folder, run.name(), run.record(MOST_LINES));
        }
        Files.writeString(scores, Scores.text(found));
        Files.writeString(folder.resolve("faults.json"),
                all.stream().collect(Collectors.joining(",\n", "[", "]\n")));
    }

    private static void write(Path folder, String name, List<String> trace) throws IOException {
        Files.writeString(folder.resolve(name + ".ndjson"),
                String.join("\n", Cut.beginning(trace, MOST_LINES - 3)) + "\n");
    }

    private static String json(Fault fault, Run run) {
        String words = fault.words().stream().map(FaultyTraces::quoted)
                .collect(Collectors.joining(",", "[", "]"));
        return "{" + known(fault) + ",\"run\":" + quoted(run.name())
                + ",\"words\":" + words + "}";
    }

    private static String known(Fault fault) {
        return "\"name\":" + quoted(fault.name())
                + ",\"area\":" + quoted(fault.area().name().toLowerCase(Locale.ROOT))
                + ",\"does\":" + quoted(fault.does());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
