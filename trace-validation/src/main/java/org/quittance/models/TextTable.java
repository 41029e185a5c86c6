package org.quittance.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A table in plain text. Long cells go on in the next line. */
final class TextTable {

    private static final int WIDEST = 32;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths =
                IntStream.range(0, columns)
                        .map(c -> rows.stream().mapToInt(row -> width(row, c)).max().orElse(0))
                        .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<List<String>> cells = row.stream().map(TextTable::wrap).toList();
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < height; i++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < cells.size(); column++) {
                    List<String> cell = cells.get(column);
                    String text = i < cell.size() ? cell.get(i) : "";
                    line.append(text).append(" ".repeat(widths[column] - text.length()));
                    line.append(GAP);
                }
                lines.add(line.toString().stripTrailing());
            }
        }
        return lines;
    }

    private static int width(List<String> row, int column) {
        return column < row.size()
                ? wrap(row.get(column)).stream().mapToInt(String::length).max().orElse(0)
                : 0;
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A number with commas between thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
