package org.quittance.report.proof;

import java.util.Locale;

/**
 * One property on one rung.
 *
 * @param rung 1 explicit states, 2 symbolic, 3 unbounded
 * @param bounds within which it was checked, in plain words
 * @param result how the checks ended
 * @param seconds that all of them took
 * @param command that runs them
 */
record ProofRow(
        int rung, String property, String bounds, String result, double seconds, String command) {

    static final String HEAD = "| rung | property | bounds | result | s | command |\n"
            + "|--:|---|---|---|--:|---|\n";

    /** As a line of a table. */
    String line() {
        return String.format(
                Locale.ROOT, "| %d | `%s` | %s | %s | %s | `%s` |",
                rung, property, bounds.replace("|", "\\|"), result, time(), command);
    }

    /** The line without the time, which differs from run to run. */
    static String timeless(String line) {
        String[] cells = line.split(" \\| ", -1);
        return cells.length == 6
                ? String.join(" | ", cells[0], cells[1], cells[2], cells[3], cells[5])
                : line;
    }

    private String time() {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
    }
}
