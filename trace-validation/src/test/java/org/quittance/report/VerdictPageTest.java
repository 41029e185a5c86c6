package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.ModelResults;

class VerdictPageTest {

    @TempDir private Path folder;

    @Test
    void fitsOnOnePageHoweverMuchThereIs() throws Exception {
        ModelResults.Check[] checks = IntStream.range(0, 60)
                .mapToObj(k -> Samples.check("MC" + "long".repeat(20) + k, k % 2 == 0))
                .toArray(ModelResults.Check[]::new);
        String endless = "and so on ".repeat(200) + "x".repeat(500);
        List<String> page = VerdictPage.lines(report(Samples.models(checks), endless), "r.html");

        assertThat(page).hasSizeLessThanOrEqualTo(60)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void saysWhatWasCheckedAndWhatWasNot() throws Exception {
        List<String> lines = VerdictPage.lines(
                report(Samples.models(Samples.check("MCOne", true)), "fine"), "out/report.html");
        String page = String.join("\n", lines);

        assertThat(page).contains("MCOne", "2 views", "1,234", "holds", "Agreement",
                "replica 3: twin", "partition 0, 1 | 2, 3 from 900 to 1600 ms", "replica 0: 5",
                "two notarize votes", "batch", "stream", "18 of 18 events",
                "events/s", "HoldCertificate 3", "Restart 3", "the trace",
                "NOT RUN", "make symbolic");
        assertThat(lines.getLast()).isEqualTo("PASS  report: out/report.html");
    }

    @Test
    void failedModelsComeFirstAndTheLastLineSaysFail() throws Exception {
        List<String> lines = VerdictPage.lines(report(Samples.models(
                Samples.check("MCGood", true), Samples.check("MCBad", false)), "fine"), "r.html");
        String page = String.join("\n", lines);

        assertThat(page).containsPattern("\n  MCBad +1,234  FAIL      2 views\n"
                + "  MCGood +1,234  holds     2 views\n");
        assertThat(lines.getLast()).isEqualTo("FAIL  report: r.html");
    }

    @Test
    void emptyReportIsFail() {
        Report report = new Report("demo", List.of(), List.of(), List.of(), null, null, null, null,
                List.of());

        assertThat(VerdictPage.lines(report, "none").getLast()).isEqualTo("FAIL  report: none");
    }

    private Report report(ModelResults models, String summary) throws Exception {
        Simulation simulation = Samples.simulation(new TreeMap<>(Map.of(0, 5L, 1, 5L)), null);
        TraceCheck trace = Samples.check(Samples.accepted(18, Samples.allActions()), null);
        TraceCheck control = Samples.check(Samples.rejected(18, 13), 13);
        List<Phase> phases = new ArrayList<>(List.of(Judge.models(models),
                new Phase(Judge.SIMULATION, Status.PASSED, summary), Judge.trace(trace),
                Judge.control(control), Judge.coverage(trace.result())));
        return new Report("demo", phases, List.of(models),
                PropertyTable.rows(List.of(models), simulation), simulation, trace, control,
                SampleRun.everyAction().trace(folder), Demo.LEFT_OUT);
    }
}
