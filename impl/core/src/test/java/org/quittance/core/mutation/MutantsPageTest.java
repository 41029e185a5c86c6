package org.quittance.core.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The notes give the scores of all packages, and as many survivors as are listed with a reason. */
class MutantsPageTest {

    private static final Path PAGE = Path.of("..", "..", "proofs-notes", "sensitivity.md");
    private static final Path LIST = Path.of("src/test/resources/mutation/survivors.tsv");

    /** The cells of the rows of the table, without those of its head. */
    private static List<String[]> rows() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int head = lines.indexOf(ScoreTable.HEAD);
        assertThat(head).as("the table of make mutation").isNotNegative();
        return lines.stream().skip(head + 2).takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(2).split(" \\| ?")).toList();
    }

    @Test
    void everyPackageHasItsRow() throws IOException {
        List<String[]> rows = rows();
        boolean isComplete = rows.stream().noneMatch(row -> row[1].equals("not run"));
        List<String> expected = new ArrayList<>(
                ScoreTable.packages(Path.of("target", "classes")));
        assertThat(expected).contains("base", "settlement.state");
        expected.add(isComplete ? "all" : "all that were run");
        assertThat(rows).extracting(row -> row[0]).isEqualTo(expected);
    }

    @Test
    void whatNobodyNoticedIsListed() throws IOException {
        SortedMap<String, Integer> listed = new TreeMap<>();
        Survivors.listed(Files.readAllLines(LIST)).forEach(
                (place, times) -> listed.merge(place.within(), times, Integer::sum));
        int sum = 0;
        for (String[] row : rows()) {
            if (row[0].startsWith("all")) {
                assertThat(Integer.parseInt(row[3])).isEqualTo(sum);
            } else if (!row[1].equals("not run")) {
                assertThat(Integer.parseInt(row[3])).as(row[0])
                        .isEqualTo(listed.getOrDefault(row[0], 0))
                        .isEqualTo(Integer.parseInt(row[1]) - Integer.parseInt(row[2]));
                sum += Integer.parseInt(row[3]);
            }
        }
        assertThat(sum).isPositive();
    }
}
