package org.quittance.sim.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What notices each fault, other than its trace: lines of name, checker and unit test, with tabs
 * between them.
 */
final class Scores {

    /** Below the folder of the module. */
    static final Path FILE = Path.of("src/test/resources/faults/scores.tsv");

    /**
     * What notices one fault.
     *
     * @param checker the property that a checker finds broken first in the run that shows the
     *     fault; empty if none does
     * @param unitTest a test class of the core that fails; empty if none does, and a question mark
     *     if nobody has looked yet
     */
    record Score(String checker, String unitTest) {}

    /** What is said of the unit tests before they were run. */
    static final String UNKNOWN = "?";

    /** Nothing is known to. */
    static final Score NONE = new Score("", UNKNOWN);

    private Scores() {}

    /** By name of the fault, from the folder of the module. */
    static SortedMap<String, Score> read() throws IOException {
        return read(FILE);
    }

    /** From a file; none if it isn't there. */
    static SortedMap<String, Score> read(Path file) throws IOException {
        SortedMap<String, Score> scores = new TreeMap<>();
        if (!Files.exists(file)) {
            return scores;
        }
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split("\t", -1);
            scores.put(words[0], new Score(words[1], words[2]));
        }
        return scores;
    }

    /** The text of a file with these. */
    static String text(SortedMap<String, Score> scores) {
        return scores.entrySet().stream()
                .map(e -> e.getKey() + "\t" + e.getValue().checker() + "\t"
                        + e.getValue().unitTest() + "\n")
                .collect(Collectors.joining());
    }
}
