package org.quittance.trace.faulty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The section on faulty implementations of the page on sensitivity, in Markdown. */
final class SensitivityPage {

    /** Where the section begins. It ends where the next one does, or the page. */
    static final String TITLE = "## Faulty implementations";

    private static final String UNKNOWN = "?";

    private static final List<String> AREAS = List.of("ordering", "durability", "settlement",
            "oracle", "liquidation", "waterfall", "attestation");

    /**
     * What notices a fault, other than its trace; empty if nothing of the kind does.
     *
     * @param checker the property that is found broken first
     * @param unitTest a test class that fails; a question mark if nobody has looked yet
     */
    record Score(String checker, String unitTest) {}

    private final FaultyManifest faults;
    private final SortedMap<String, Score> scores;

    private SensitivityPage(FaultyManifest faults, SortedMap<String, Score> scores) {
        this.faults = faults;
        this.scores = scores;
    }

    /** Reads the manifest, and what the simulator's tests have on record. */
    static SensitivityPage read(Path manifest, Path scores) throws IOException {
        SortedMap<String, Score> all = new TreeMap<>();
        for (String line : Files.readAllLines(scores)) {
            String[] words = line.split("\t", -1);
            all.put(words[0], new Score(words[1], words[2]));
        }
        return new SensitivityPage(FaultyManifest.read(manifest), all);
    }

    /** The section of that title in a page, its title included; "" if there is none. */
    static String section(String page) {
        int begin = page.indexOf(TITLE);
        int end = page.indexOf("\n## ", begin + 1);
        return begin < 0 ? "" : page.substring(begin, end < 0 ? page.length() : end).strip() + "\n";
    }

    private Score score(String fault) {
        Score score = scores.get(fault);
        if (score == null) {
            throw new IllegalStateException("no scores of " + fault);
        }
        return score;
    }

    /** The whole section. */
    String text() {
        StringBuilder text = new StringBuilder(TITLE).append("""


                Mistakes made in the source of the Java code, which all replicas have; the program
                runs with all property checkers off, and its trace is validated. Beside it, on the
                same faults: which property the simulator's checkers find broken first in the same
                run, and which test class of `impl/core` fails, of those in the packages that are
                changed. The same runs without the fault are accepted, and no checker and no
                test complains of them. `make samples` records the traces anew, `make faults` runs
                the unit tests; a test writes this section anew and compares.

                | area | faults | trace validation | property checkers | unit tests |
                |---|---:|---:|---:|---:|
                """);
        AREAS.forEach(area -> row(text, area, area::equals));
        row(text, "all", area -> true);
        text.append("""

                | fault | the faulty program | rejected at event | checker | unit test |
                |---|---|---|---|---|
                """);
        for (FaultyCase one : faults.shown()) {
            text.append("| ").append(one.name())
                    .append(" | ").append(one.does())
                    .append(" | ").append(one.event()).append(", ").append(one.action())
                    .append(" | ").append(score(one.name()).checker())
                    .append(" | ").append(score(one.name()).unitTest()).append(" |\n");
        }
        text.append("\nNo trace shows these:\n\n");
        for (FaultyManifest.Unseen one : faults.unseen()) {
            text.append("- ").append(one.name()).append(", ").append(one.does()).append(": ")
                    .append(one.why()).append(".\n");
        }
        return text.toString();
    }

    private void row(StringBuilder text, String name, Predicate<String> areas) {
        List<String> shown = faults.shown().stream()
                .filter(one -> areas.test(one.area())).map(FaultyCase::name).toList();
        List<String> all = new ArrayList<>(shown);
        faults.unseen().stream().filter(one -> areas.test(one.area()))
                .map(FaultyManifest.Unseen::name).forEach(all::add);
        text.append("| ").append(name).append(" | ").append(all.size())
                .append(" | ").append(shown.size())
                .append(" | ").append(all.stream()
                        .filter(one -> !score(one).checker().isEmpty()).count())
                .append(" | ").append(byUnitTests(all)).append(" |\n");
    }

    private String byUnitTests(List<String> names) {
        List<String> known = names.stream().map(name -> score(name).unitTest())
                .filter(test -> !test.equals(UNKNOWN)).toList();
        long noticed = known.stream().filter(test -> !test.isEmpty()).count();
        return known.size() == names.size() ? String.valueOf(noticed)
                : noticed + " of the " + known.size() + " looked at";
    }
}
