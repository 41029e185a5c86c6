package org.quittance.proofs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quittance.proofs.solver.Answer;

/** Rows as a table for people. */
final class Table {

    private Table() {}

    static List<String> lines(List<String> solvers, List<Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(Stream.of(
                List.of("layer", "action", "invariant", "expected"), solvers, List.of("ms"))
                .flatMap(List::stream).toList());
        for (Row row : rows) {
            cells.add(Stream.of(
                    List.of(row.condition().layer(), row.condition().action(),
                            row.condition().goal(), row.condition().expected()),
                    row.answers().stream().map(Answer::word).toList(),
                    List.of(Long.toString(row.millis())))
                    .flatMap(List::stream).toList());
        }
        int[] widths = new int[cells.get(0).size()];
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> line : cells) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line.get(i);
                String space = " ".repeat(widths[i] - cell.length());
                text.append(i == widths.length - 1 ? space + cell : cell + space + "  ");
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }
}
