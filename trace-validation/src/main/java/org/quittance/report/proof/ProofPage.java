package org.quittance.report.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.models.InputException;

/**
 * The page with the table, which stands between two marks.
 *
 * @param before the text up to the first mark, with it
 * @param lines of the table, without its head
 * @param after the text from the second mark on
 */
record ProofPage(String before, List<String> lines, String after) {

    static final String BEGIN = "<!-- The table: make page writes it. -->\n";
    static final String END = "<!-- End of the table. -->\n";

    /**
     * Reads a page.
     *
     * @param name of the page, for messages
     * @throws InputException if it lacks a mark
     */
    static ProofPage read(String name, String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new InputException(name + " lacks the lines between which the table stands: \""
                    + BEGIN.strip() + "\" and \"" + END.strip() + "\"");
        }
        String table = text.substring(begin + BEGIN.length(), end);
        List<String> lines = table.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
        return new ProofPage(
                text.substring(0, begin + BEGIN.length()), lines, text.substring(end));
    }

    /** The text with other rows in the place of those of their rungs. */
    String with(List<ProofRow> rows) {
        Set<Character> rungs = rungs(rows);
        List<String> all = new ArrayList<>(
                lines.stream().filter(line -> !rungs.contains(rung(line))).toList());
        rows.forEach(row -> all.add(row.line()));
        all.sort((a, b) -> Character.compare(rung(a), rung(b)));
        return before + "\n" + ProofRow.HEAD + String.join("\n", all) + "\n\n" + after;
    }

    /** What the page has otherwise than these rows, of the rungs that they are of. */
    List<String> differences(List<ProofRow> rows) {
        Set<Character> rungs = rungs(rows);
        Set<String> here = lines.stream().filter(line -> rungs.contains(rung(line)))
                .map(ProofRow::timeless).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> there = rows.stream().map(ProofRow::line).map(ProofRow::timeless)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> differences = new ArrayList<>();
        here.stream().filter(line -> !there.contains(line))
                .forEach(line -> differences.add("the page has   " + line));
        there.stream().filter(line -> !here.contains(line))
                .forEach(line -> differences.add("the run gives  " + line));
        return differences;
    }

    private static Set<Character> rungs(List<ProofRow> rows) {
        return rows.stream().map(row -> rung(row.line())).collect(Collectors.toSet());
    }

    /** The digit in the first cell. */
    @Pure
    private static char rung(String line) {
        return line.charAt(2);
    }
}
