package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.ModelResults;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {

    private static final String HOSTILE = "</script><script>alert('1')</script><img src=\"x\">&";

    @TempDir private Path folder;

    @Test
    void isWellFormedAndHasEveryModelAndEveryAction() throws Exception {
        Document page = Pages.parse(HtmlReport.page(report()));

        assertThat(Pages.byId(page, "models").getTextContent())
                .contains("MCOne", "MCTwo", "1,234", "2 views", "checks Agreement");
        assertThat(SpecActions.OF_CORRECT_REPLICAS).hasSize(10).allSatisfy(action ->
                assertThat(Pages.byId(page, "coverage").getTextContent()).contains(action));
        assertThat(Pages.byId(page, "properties").getTextContent())
                .contains("Agreement", "MCOne, MCTwo", "every step");
        assertThat(Pages.byId(page, "simulation").getTextContent())
                .contains("replica 3: twin", "partition 0, 1 | 2, 3", "two notarize votes");
        assertThat(Pages.byId(page, "notrun").getTextContent()).contains("make symbolic");
    }

    @Test
    void needsNoOtherFile() {
        String page = HtmlReport.page(report());

        assertThat(page).doesNotContainPattern("(?i)(src|href)=\"(?!#)")
                .doesNotContain("https:", "@import", "url(")
                .contains("default-src &#39;none&#39;", "width=device-width");
    }

    @Test
    void everyIdIsUniqueAndEveryReferenceResolves() throws Exception {
        Document page = Pages.parse(HtmlReport.page(report()));
        List<String> ids = Pages.elements(page, "*").stream().map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty()).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pages.elements(page, "a")).isNotEmpty().allSatisfy(link ->
                assertThat(ids).contains(link.getAttribute("href").substring(1)));
        assertThat(Pages.elements(page, "*").stream().map(e -> e.getAttribute("aria-labelledby"))
                .filter(id -> !id.isEmpty())).isNotEmpty().allSatisfy(id ->
                assertThat(ids).contains(id));
        assertThat(Pages.elements(page, "label")).isNotEmpty().allSatisfy(label ->
                assertThat(ids).contains(label.getAttribute("for")));
    }

    @Test
    void theScriptFindsAllThatItLooksFor() throws Exception {
        Document page = Pages.parse(HtmlReport.page(report()));
        Set<String> ids = Pages.elements(page, "*").stream().map(e -> e.getAttribute("id"))
                .collect(Collectors.toSet());
        String script = resource("report.js");
        var wanted = java.util.regex.Pattern.compile("byId\\(\"([a-z-]+)\"\\)").matcher(script)
                .results().map(match -> match.group(1)).collect(Collectors.toSet());

        assertThat(wanted).hasSizeGreaterThan(10);
        assertThat(ids).containsAll(wanted);
    }

    @Test
    void theScriptNeverMakesMarkupOfText() throws Exception {
        for (String name : List.of("layout.js", "draw.js", "report.js")) {
            assertThat(resource(name)).doesNotContain("innerHTML", "outerHTML",
                    "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(");
        }
    }

    @Test
    void hostileTextShowsAsText() throws Exception {
        SampleRun run = SampleRun.everyAction();
        run.receive(0, 70, SampleRun.message(json(HOSTILE), 3, SampleRun.block(json(HOSTILE), 2)),
                -1, 0);
        run.add(2, 71, json(HOSTILE), "{}", "{}");
        ValidationResult result = Samples.result(Verdict.REJECTED, run.events(), 2,
                Map.of(HOSTILE, 4), Samples.rejection(3, HOSTILE), null);
        Report report = new Report(HOSTILE, List.of(Judge.failed(HOSTILE, HOSTILE)),
                List.of(Samples.models(Samples.check(HOSTILE, false))),
                List.of(new Report.PropertyRow(HOSTILE, HOSTILE, List.of(HOSTILE), false)),
                Samples.simulation(Map.of(), HOSTILE), Samples.check(result, null), null,
                run.trace(folder), List.of(HOSTILE));

        String text = HtmlReport.page(report);
        Document page = Pages.parse(text);

        assertThat(text).doesNotContain("<img").doesNotContain("alert('1')</script>");
        assertThat(Pages.elements(page, "script")).hasSize(2);
        assertThat(Pages.elements(page, "img")).isEmpty();
        for (String id : List.of("models", "properties", "simulation", "trace", "coverage",
                "notrun")) {
            assertThat(Pages.byId(page, id).getTextContent()).contains(HOSTILE);
        }
        assertThat(data(page).path("blocks").toString()).contains("img src");
    }

    @Test
    void rejectedEventIsMarkedAndLinked() throws Exception {
        Path trace = SampleRun.everyAction().write(folder.resolve("run.ndjson"));
        Path file = folder.resolve("new/report.html");

        HtmlReport.write(file, Samples.rejected(18, 13), trace);

        Document page = Pages.parse(Files.readString(file));
        assertThat(Pages.elements(page, "a").stream().map(link -> link.getAttribute("href")))
                .contains("#event-13");
        assertThat(Pages.byId(page, "trace").getTextContent())
                .contains("event 13", "no quorum signed it", "IsQuorum(signers) is FALSE");
        JsonNode data = data(page);
        assertThat(data.path("rejected").asInt()).isEqualTo(12);
        assertThat(data.path("events").path(12).path("a").asText()).isEqualTo("HoldCertificate");
        assertThat(data.path("moments").path(0).path("name").asText())
                .isEqualTo("rejected event");
        assertThat(page.getDocumentElement().getTextContent()).contains("FAIL");
    }

    @Test
    void malformedTraceHasNoDiagram() throws Exception {
        Path trace = Files.writeString(folder.resolve("run.ndjson"), "this is not JSON");
        Path file = folder.resolve("report.html");

        HtmlReport.write(file, Samples.result(Verdict.MALFORMED, 0, 0, Map.of(), null,
                "line 1 is not JSON"), trace);

        Document page = Pages.parse(Files.readString(file));
        assertThat(page.getDocumentElement().getTextContent())
                .contains("FAIL", "line 1 is not JSON").doesNotContain("Diagram of the run");
    }

    @Test
    void verdictIsInBannerAndTitle() throws Exception {
        Document passed = Pages.parse(HtmlReport.page(report()));
        assertThat(Pages.elements(passed, "title").getFirst().getTextContent()).endsWith("PASS");

        Report nothing = new Report("demo", List.of(), List.of(), List.of(), null, null, null, null,
                List.of());
        Document failed = Pages.parse(HtmlReport.page(nothing));
        assertThat(Pages.elements(failed, "title").getFirst().getTextContent()).endsWith("FAIL");
    }

    private Report report() {
        ModelResults models =
                Samples.models(Samples.check("MCOne", true), Samples.check("MCTwo", true));
        Simulation simulation = Samples.simulation(Map.of(0, 5L), null);
        TraceCheck trace = Samples.check(Samples.accepted(18, Samples.allActions()), null);
        try {
            return new Report("demo", List.of(Judge.models(models)), List.of(models),
                    PropertyTable.rows(List.of(models), simulation), simulation, trace,
                    Samples.check(Samples.rejected(18, 13), 13),
                    SampleRun.everyAction().trace(folder), Demo.LEFT_OUT);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode data(Document page) throws Exception {
        Element data = Pages.byId(page, "run-data");
        return new ObjectMapper().readTree(data.getTextContent());
    }

    private static String json(String text) throws Exception {
        String quoted = new ObjectMapper().writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String resource(String name) throws Exception {
        try (var in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
