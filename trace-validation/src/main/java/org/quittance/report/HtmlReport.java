package org.quittance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelResults;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/** Writes a report as one HTML file that needs no other: no server, no network, no framework. */
public final class HtmlReport {

    /** Nothing is loaded from anywhere; the page's own style and script are the only ones. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline';"
            + " script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static final List<String> STYLES =
            List.of("base.css", "report.css", "diagram.css", "plot.css");
    private static final List<String> SCRIPTS = List.of("layout.js", "draw.js", "report.js");

    private HtmlReport() {}

    /**
     * Writes the report of one validated trace.
     *
     * @param file where to; its folder is made if it is not there
     * @param result what the validator says of the trace
     * @param trace the trace, for the diagram; left out of the report if it is malformed
     * @throws IOException if a file can't be read or written
     */
    public static void write(Path file, ValidationResult result, Path trace) throws IOException {
        write(file, TraceReports.of(result, trace));
    }

    /**
     * Writes a report.
     *
     * @param file where to; its folder is made if it is not there
     * @throws IOException if the file can't be written
     */
    public static void write(Path file, Report report) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, page(report), StandardCharsets.UTF_8);
    }

    /** The report as HTML. */
    static String page(Report report) {
        Html html = new Html();
        html.open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "Quittance: " + report.title() + ", " + report.word());
        html.open("style").ownCode(resources(STYLES)).close();
        html.close().open("body").open("div", "class", "page");
        masthead(html, report);
        html.open("main");
        ModelSection.write(html, report);
        SimulationSection.write(html, report);
        TraceSection.write(html, report);
        DiagramSection.write(html, report);
        SettlementSection.write(html, report);
        notRun(html, report);
        html.close().close();
        if (DiagramSection.isShown(report)) {
            html.open("script").ownCode("\"use strict\";\n(function () {\n"
                    + resources(SCRIPTS) + "})();\n").close();
        }
        return html.close().close().page();
    }

    private static void masthead(Html html, Report report) {
        html.open("header").open("div", "class", "masthead");
        html.element("h1", "Quittance: " + report.title());
        html.close();
        String style = report.isPass() ? "passed" : report.isIncomplete() ? "notrun" : "failed";
        html.open("div", "class", "banner " + style);
        html.element("p", mark(report) + report.word(), "class", "word");
        html.element("p", statement(report)).close();
        figures(html, report);
        html.open("nav", "aria-label", "Sections").open("ul");
        link(html, "models", "Models", !report.results().isEmpty());
        link(html, "properties", "Properties", !report.properties().isEmpty());
        link(html, "simulation", "Simulated run", report.simulation() != null);
        link(html, "trace", "Trace validation", report.trace() != null);
        link(html, "coverage", "Coverage", report.trace() != null);
        link(html, "run", "Diagram of the run", DiagramSection.isShown(report));
        Settling settling = report.settling();
        if (settling != null) {
            marketLinks(html, settling);
        }
        link(html, "notrun", "Not run", !report.allNotRun().isEmpty());
        html.close().close();
        html.open("section", "aria-labelledby", "phases");
        html.element("h2", "What was done", "id", "phases");
        html.open("table", "class", "cards", "role", "table").open("tbody", "role", "rowgroup");
        for (Phase phase : report.phases()) {
            html.open("tr", "role", "row");
            html.element("th", phase.name(), "scope", "row", "role", "rowheader");
            html.open("td", "role", "cell");
            badge(html, phase.status());
            html.close().element("td", phase.summary(), "role", "cell").close();
        }
        html.close().close().close().close();
    }

    private static void marketLinks(Html html, Settling settling) {
        link(html, "market", "Settlement", true);
        boolean isTold = settling.story() != null;
        link(html, "trades", "Trades", isTold);
        link(html, "margins", "Margin calls", isTold);
        link(html, "clearing", "Defaults and payouts", isTold);
        link(html, "money", "Withdrawals and slashings", isTold);
        link(html, "quittances", "Quittances", settling.replicas() != null);
    }

    private static String mark(Report report) {
        return report.isPass() ? "\u2713 " : report.isIncomplete() ? "" : "\u2717 ";
    }

    private static String statement(Report report) {
        List<String> bad = report.phases().stream()
                .filter(phase -> phase.status() == Status.FAILED).map(Phase::name).toList();
        if (report.isPass()) {
            return "Everything that was run came out as it must. Not a proof: the bounds of the"
                    + " models and what was not run are stated below.";
        }
        return bad.isEmpty()
                ? "Not everything was run that the verdict needs: " + report.phasesNotRun() + "."
                : "Failed: " + String.join(", ", bad) + ".";
    }

    private static void figures(Html html, Report report) {
        html.open("dl", "class", "figures");
        List<ModelResults.Check> models = report.results().stream()
                .filter(results -> results.kind() == ModelResults.Kind.MODELS)
                .flatMap(results -> results.checks().stream()).toList();
        if (!models.isEmpty()) {
            long good = models.stream().filter(ModelResults.Check::ok).count();
            figure(html, "models as registered", good + " of " + models.size());
            figure(html, "distinct states",
                    Words.number(models.stream().mapToLong(ModelSection::distinct).sum()));
        }
        Simulation simulation = report.simulation();
        if (simulation != null && !simulation.blocks().isEmpty()) {
            figure(html, "blocks final at every correct replica", Words.number(simulation.blocks()
                    .values().stream().mapToLong(Long::longValue).min().orElse(0)));
        }
        TraceCheck trace = report.trace();
        if (trace != null) {
            boolean accepted = trace.result().verdict() == Verdict.ACCEPTED;
            figure(html, accepted ? "trace events, all allowed by the spec" : "trace events",
                    Words.number(trace.result().events()));
            figure(html, "spec actions covered", CoverageSection.covered(trace.result()).size()
                    + " of " + SpecActions.of(trace.result().spec()).size());
        }
        marketFigures(html, report.settling());
        html.close();
    }

    private static void marketFigures(Html html, @Nullable Settling settling) {
        if (settling == null) {
            return;
        }
        SettlementStory story = settling.story();
        if (story != null) {
            figure(html, "fills", Words.number(story.trades().size()));
            figure(html, "margin calls", Words.number(story.count("Flag")));
        }
        SystemStory replicas = settling.replicas();
        if (replicas != null) {
            figure(html, "final blocks with a quittance",
                    replicas.quitted() + " of " + replicas.heights().size());
        }
    }

    private static void figure(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private static void link(Html html, String id, String text, boolean isThere) {
        if (isThere) {
            html.open("li").element("a", text, "href", "#" + id).close();
        }
    }

    static void badge(Html html, Status status) {
        html.element("span", status.words(), "class", "badge " + status.style());
    }

    private static void notRun(Html html, Report report) {
        List<String> lines = report.allNotRun();
        if (lines.isEmpty()) {
            return;
        }
        html.open("section", "id", "notrun").element("h2", "Not run");
        html.element("p", "Nothing is known about these; they count neither for nor against the"
                + " verdict.");
        html.open("ul");
        lines.forEach(line -> html.element("li", line));
        html.close().close();
    }

    private static String resources(List<String> names) {
        return names.stream().map(Resources::text).collect(Collectors.joining("\n"));
    }
}
