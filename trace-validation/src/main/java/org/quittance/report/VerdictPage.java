package org.quittance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelResults;
import org.quittance.trace.EngineRun;
import org.quittance.trace.ValidationResult;

/** The verdict as one page of text for a terminal. */
final class VerdictPage {

    /** So many columns at most. */
    static final int WIDTH = 100;

    private static final int MOST_MODELS = 24;
    private static final int MOST_LINES_OF_TEXT = 3;
    private static final int COLUMN = 12;
    private static final int NAME = 30;

    private final List<String> lines = new ArrayList<>();

    private VerdictPage() {}

    /**
     * The page, line by line; the last line says PASS, INCOMPLETE or FAIL and where the HTML report
     * lies.
     *
     * @param html the path of the HTML report, or why there is none
     */
    static List<String> lines(Report report, String html) {
        VerdictPage page = new VerdictPage();
        page.lines.add("Quittance " + report.title() + ": what is known now");
        page.lines.add("=".repeat(WIDTH));
        report.phases().forEach(phase -> page.phase(phase, report));
        page.notRun(report);
        page.lines.add("=".repeat(WIDTH));
        page.lines.add(report.word()
                + (report.isIncomplete() ? ": not run: " + report.phasesNotRun() : "")
                + "  report: " + html);
        return page.lines;
    }

    private void phase(Phase phase, Report report) {
        wrap(phase.name().toUpperCase(Locale.ROOT) + ": " + phase.status().words() + ". ",
                phase.summary(), 2);
        switch (phase.name()) {
            case Judge.MODELS -> report.results().stream()
                    .filter(results -> results.kind() == ModelResults.Kind.MODELS)
                    .forEach(results -> models(results, report));
            case Judge.SIMULATION -> simulation(report);
            case Judge.TRACE -> trace(report.trace());
            case Judge.CONTROL -> broken(report.control());
            default -> market(phase, report.settling());
        }
        if (phase.name().equals(Judge.COVERAGE)) {
            coverage(report);
        }
    }

    private void market(Phase phase, @Nullable Settling settling) {
        if (settling == null) {
            return;
        }
        switch (phase.name()) {
            case Judge.SETTLEMENT -> trace(settling.settlement());
            case Judge.SETTLEMENT_CONTROL -> broken(settling.settlementControl());
            case Judge.SYSTEM -> trace(settling.system());
            case Judge.SYSTEM_CONTROL -> broken(settling.systemControl());
            default -> { }
        }
    }

    private void broken(@Nullable TraceCheck control) {
        if (control != null) {
            item("broken", control.what());
        }
    }

    private void coverage(Report report) {
        TraceCheck trace = report.trace();
        if (trace != null) {
            item("events", actions(trace.result()));
        }
        Settling settling = report.settling();
        if (settling != null) {
            settling.checked().forEach(checked -> {
                ValidationResult result = checked.trace().result();
                item(checked.spec().toLowerCase(Locale.ROOT),
                        CoverageSection.covered(checked.spec(), result).size() + " of the "
                                + SpecActions.of(checked.spec()).size() + " actions");
            });
        }
    }

    private void models(ModelResults results, Report report) {
        List<ModelResults.Check> checks = new ArrayList<>(
                results.checks().stream().filter(check -> !check.ok()).toList());
        results.checks().stream().filter(ModelResults.Check::ok).forEach(checks::add);
        for (ModelResults.Check check : checks.subList(0, Math.min(MOST_MODELS, checks.size()))) {
            Long distinct = check.distinct();
            lines.add(cut(String.format(Locale.ROOT, "  %-" + NAME + "s %10s  %-8s  %s",
                    cut(check.name(), NAME), distinct == null ? "-" : Words.number(distinct),
                    check.ok() ? check.result().split(" ")[0] : "FAIL", check.what()), WIDTH));
        }
        if (checks.size() > MOST_MODELS) {
            lines.add("  and " + (checks.size() - MOST_MODELS) + " more, in the report");
        }
        item("properties", report.properties().stream().filter(row -> !row.models().isEmpty())
                .map(Report.PropertyRow::name).collect(Collectors.joining(", ")));
        item("selection", results.selection());
        long violated = results.checks().stream()
                .filter(check -> check.expect().startsWith("violates")).count();
        item("checker", results.tool() + ", " + Words.seconds(results.seconds())
                + (violated == 0 ? "" : "; of the models " + violated
                        + " must violate a property, to show what an assumption is for"));
    }

    private void simulation(Report report) {
        Simulation simulation = report.simulation();
        if (simulation != null) {
            Map<String, String> facts = SimulationSection.facts(simulation);
            List.of("Replicas", "Byzantine", "Faults injected", "Blocks final", "Evidence found")
                    .forEach(name -> item(name.split(" ")[0].toLowerCase(Locale.ROOT),
                            facts.getOrDefault(name, "none")));
        }
    }

    private void trace(@Nullable TraceCheck trace) {
        if (trace == null) {
            return;
        }
        for (EngineRun engine : trace.result().engines()) {
            item(engine.engine(), engine.verdict().words() + ", "
                    + Words.number(engine.accepted()) + " of "
                    + Words.number(trace.result().events()) + " events in "
                    + Words.seconds(engine.seconds()) + ", "
                    + Words.number(Math.round(engine.eventsPerSecond())) + " events/s");
        }
    }

    private static String actions(ValidationResult result) {
        return SpecActions.of(result.spec()).stream()
                .map(action ->
                        action + " " + Words.number(result.actions().getOrDefault(action, 0)))
                .collect(Collectors.joining(", "));
    }

    private void notRun(Report report) {
        List<String> notRun = report.allNotRun();
        for (int k = 0; k < notRun.size(); k++) {
            wrap(k == 0 ? "NOT RUN: " : "         ", notRun.get(k), COLUMN);
        }
    }

    private void item(String name, String text) {
        wrap(String.format(Locale.ROOT, "  %-" + COLUMN + "s", name), text, COLUMN + 2);
    }

    /** Adds text in lines of the page's width, the first behind a prefix, the others indented. */
    private void wrap(String prefix, String text, int indent) {
        wrapped(prefix, text, indent, MOST_LINES_OF_TEXT)
                .forEach(line -> lines.add(cut(line, WIDTH)));
    }

    /** Text in so many lines at most. A single word that is too long stays as it is. */
    static List<String> wrapped(String prefix, String text, int indent, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(prefix);
        boolean fresh = true;
        for (String word : text.split("\\s+")) {
            if (line.length() + word.length() + 1 > WIDTH && !fresh) {
                lines.add(line.toString().stripTrailing());
                if (lines.size() == most) {
                    lines.set(most - 1, cut(lines.getLast() + " ...", WIDTH));
                    return lines;
                }
                line = new StringBuilder(" ".repeat(indent));
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The text, or as much of it as fits. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
