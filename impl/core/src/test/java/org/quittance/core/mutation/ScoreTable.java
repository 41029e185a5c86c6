package org.quittance.core.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quittance.core.mutation.Survivors.Place;
import org.quittance.core.mutation.Survivors.Report;

/** How many mutants of each package the tests noticed, as a table of the notes. */
final class ScoreTable {

    static final String HEAD = "| package | mutants | noticed | listed | score |";

    private ScoreTable() {}

    /** The packages with code, below the one of all, in order. */
    static SortedSet<String> packages(Path classes) throws IOException {
        SortedSet<String> packages = new TreeSet<>();
        Path top = classes.resolve("org/quittance/core");
        try (Stream<Path> files = Files.walk(top)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> top.relativize(file.getParent()).toString().replace('/', '.'))
                    .forEach(packages::add);
        }
        return packages;
    }

    /** The table; a package that wasn't mutated is said to be not run. */
    static List<String> lines(Report report, Map<Place, Integer> listed, String mutated,
            SortedSet<String> packages) {
        List<String> lines = new ArrayList<>(List.of(HEAD, "|---|---:|---:|---:|---:|"));
        int[] all = new int[3];
        boolean complete = true;
        for (String name : packages) {
            if (Survivors.isIn(name, mutated)) {
                int[] row = {report.mutants().getOrDefault(name, 0), 0, of(listed, name)};
                row[1] = row[0] - of(report.survivors(), name);
                lines.add(line(name, row));
                for (int k = 0; k < row.length; k++) {
                    all[k] += row[k];
                }
            } else {
                lines.add("| " + name + " | not run | | | |");
                complete = false;
            }
        }
        lines.add(line(complete ? "all" : "all that were run", all));
        return lines;
    }

    private static String line(String name, int[] row) {
        // Down to a tenth of a per cent: 100 means all of them.
        String score = row[0] == 0 ? "" : String.format(Locale.ROOT, "%d.%d %%",
                row[1] * 100 / row[0], row[1] * 1000 / row[0] % 10);
        return "| %s | %d | %d | %d | %s |".formatted(name, row[0], row[1], row[2], score);
    }

    private static int of(Map<Place, Integer> places, String name) {
        return places.entrySet().stream().filter(each -> each.getKey().within().equals(name))
                .mapToInt(Map.Entry::getValue).sum();
    }
}
