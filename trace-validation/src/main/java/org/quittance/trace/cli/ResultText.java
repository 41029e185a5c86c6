package org.quittance.trace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quittance.trace.EngineRun;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;

/** Results for people at a terminal. */
final class ResultText {

    private ResultText() {}

    /** A line, and for what was not accepted the reason. */
    static List<String> lines(ValidationResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(line(result));
        Rejection rejection = result.rejection();
        if (rejection != null) {
            rejection.message().forEach(m -> lines.add("  " + m));
        }
        String problem = result.problem();
        if (problem != null) {
            problem.lines().forEach(p -> lines.add("  " + p));
        }
        return lines;
    }

    /** The verdict, the file and the figures on one line. */
    static String line(ValidationResult result) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%-11s %s", result.verdict(), result.file()));
        if (result.events() > 0) {
            line.append(": ").append(result.events()).append(" events");
        }
        double longest = 0;
        for (EngineRun run : result.engines()) {
            line.append(String.format(Locale.ROOT, ", %s %.1f s", run.engine(), run.seconds()));
            longest = Math.max(longest, run.seconds());
        }
        int accepted = result.actions().values().stream().mapToInt(Integer::intValue).sum();
        if (longest > 0 && accepted > 0) {
            line.append(String.format(Locale.ROOT, ", %.0f events/s", accepted / longest));
        }
        return line.toString();
    }
}
