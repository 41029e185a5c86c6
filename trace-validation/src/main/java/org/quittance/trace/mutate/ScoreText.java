package org.quittance.trace.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores as text: for people at a terminal, and as Markdown for a page. */
final class ScoreText {

    private static final String FORMAT =
            "%-58s %6s %6s %6s %6s %6s %6s %6s %8s %8s";

    private final Assessment assessment;

    ScoreText(Assessment assessment) {
        this.assessment = assessment;
    }

    /** The score of each kind, each action, and each field where some are not found. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, FORMAT, "", "all", "equiv.", "malf.", "at it",
                "conseq", "elsewh", "accept", "found",
                "but leg."));
        assessment.by(f -> f.group().spec()).forEach((s, found) -> lines.add(line(s, found)));
        lines.add("by kind");
        assessment.by(f -> f.group().spec() + ", " + f.group().operator())
                .forEach((kind, found) -> lines.add(line(kind, found)));
        lines.add("by action");
        assessment.by(f -> f.group().spec() + ", " + f.group().action())
                .forEach((action, found) -> lines.add(line(action, found)));
        lines.add("by field, where not all are found");
        assessment.by(Finding::group).forEach((group, found) -> {
            Score score = Score.of(found);
            if (score.right() < 1000) {
                lines.add(line(group.toString(), found));
            }
        });
        lines.add("survivors");
        survivors().forEach((reason, found) -> lines.add("  " + found + ": " + reason));
        return lines;
    }

    private String line(String what, List<Finding> found) {
        Score s = Score.of(found);
        return String.format(Locale.ROOT, FORMAT, what, s.all(), s.equivalent(), s.malformed(),
                        s.atTheEvent(), s.consequence(), s.elsewhere(), s.accepted() + s.failed(),
                        Assessment.percent(assessment.right(found, true)),
                        Assessment.percent(assessment.right(found, false)))
                .stripTrailing();
    }

    /** How many survive, by kind and reason. */
    private SortedMap<String, Integer> survivors() {
        Map<Group, Survivors> known = assessment.lists().known();
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Finding finding : assessment.findings()) {
            if (finding.outcome().isSurvivor()) {
                Survivors listed = known.get(finding.group());
                counts.merge(
                        listed == null
                                ? "no reason is listed"
                                : listed.spec() + ", "
                                        + listed.kind().name().toLowerCase(Locale.ROOT) + ": "
                                        + listed.reason(),
                        1,
                        Integer::sum);
            }
        }
        return counts;
    }

    /** The section of a page, with its heading. */
    String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("| spec and kind | mutants | say the same | malformed | at the event "
                + "| consequence | elsewhere | accepted | found | found but for legal runs |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n");
        assessment.by(f -> f.group().spec()).forEach((spec, found) -> {
            row(out, "**" + spec + "**", found);
            SortedMap<Operator, List<Finding>> kinds = new TreeMap<>();
            found.forEach(f -> kinds.computeIfAbsent(f.group().operator(), k -> new ArrayList<>())
                    .add(f));
            kinds.forEach((kind, of) -> row(out, kind.words(), of));
        });
        row(out, "**all**", assessment.findings());
        out.append('\n');
        long explained = assessment.findings().stream()
                .filter(f -> f.named() != Named.NONE && f.named() != Named.NOTHING).count();
        out.append("Of ").append(explained).append(" explanations, ");
        out.append(count(Named.FIELD)).append(" name the field that is wrong, ")
                .append(count(Named.EVENT)).append(" the event, ")
                .append(count(Named.CONSEQUENCE)).append(" a listed consequence, ")
                .append(count(Named.NOTHING)).append(" none of these.\n\n");
        out.append("| survivors | spec | what it says of the check | why |\n|---|---|---|---|\n");
        survivors().forEach((reason, n) -> {
            int comma = reason.indexOf(", ");
            int colon = reason.indexOf(": ");
            out.append("| ").append(n).append(" | ");
            if (comma < 0 || colon < comma) {
                out.append("| | ").append(reason).append(" |\n");
            } else {
                out.append(reason, 0, comma).append(" | ")
                        .append(reason, comma + 2, colon).append(" | ")
                        .append(reason.substring(colon + 2)).append(" |\n");
            }
        });
        return out.toString();
    }

    private long count(Named named) {
        return assessment.findings().stream().filter(f -> f.named() == named).count();
    }

    private void row(StringBuilder out, String name, List<Finding> found) {
        Score s = Score.of(found);
        out.append("| ").append(name).append(" | ").append(s.all())
                .append(" | ").append(s.equivalent())
                .append(" | ").append(s.malformed())
                .append(" | ").append(s.atTheEvent())
                .append(" | ").append(s.consequence())
                .append(" | ").append(s.elsewhere())
                .append(" | ").append(s.accepted() + s.failed())
                .append(" | ").append(Assessment.percent(assessment.right(found, true)))
                .append(" | ").append(Assessment.percent(assessment.right(found, false)))
                .append(" |\n");
    }
}
