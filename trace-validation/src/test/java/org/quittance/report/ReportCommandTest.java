package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.ModelResults;
import org.quittance.models.ResultFiles;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import picocli.CommandLine;

class ReportCommandTest {

    @TempDir private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void validationResultComesBackAsItWasWritten() throws Exception {
        Path file = folder.resolve("validation.json");
        for (ValidationResult result : List.of(Samples.rejected(18, 13),
                Samples.accepted(18, Samples.allActions()), Samples.failed("no TLC"))) {
            Validations.write(file, result);

            assertThat(Validations.read(file)).isEqualTo(result);
        }
    }

    @Test
    void reportsWhatIsThereAndListsTheRest() throws Exception {
        ResultFiles.write(folder, "models.json", Samples.models(Samples.check("MCOne", true)));
        validated(Verdict.ACCEPTED);

        int status = run();

        assertThat(status).isZero();
        assertThat(printed.toString())
                .contains("PASS of what was run  report:", "make mutants", "make symbolic");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("MCOne", "Diagram of the run", "make mutants");
    }

    @Test
    void withoutModelsItIsIncomplete() throws Exception {
        validated(Verdict.ACCEPTED);

        assertThat(run()).isEqualTo(3);
        assertThat(printed.toString()).contains("INCOMPLETE: not run: Models", "make specs")
                .doesNotContain("PASS");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("INCOMPLETE");
    }

    @Test
    void withoutAValidationItIsIncomplete() throws Exception {
        ResultFiles.write(folder, "models.json", Samples.models(Samples.check("MCOne", true)));

        assertThat(run()).isEqualTo(3);
        assertThat(printed.toString())
                .contains("INCOMPLETE: not run: Trace validation", "make demo");
    }

    @Test
    void failureCountsMoreThanWhatWasNotRun() throws Exception {
        validated(Verdict.REJECTED);

        assertThat(run()).isEqualTo(1);
        assertThat(printed.toString()).contains("FAIL  report:");
    }

    @Test
    void damagedResultsAreOneLine() throws Exception {
        for (String text : List.of("", "null", "{}", "{\"format\":\"quittance-validation\"", "[1]",
                "{\"format\":\"quittance-validation\",\"version\":1}")) {
            Files.writeString(folder.resolve("validation.json"), text);
            printed.getBuffer().setLength(0);

            assertThat(run()).isEqualTo(2);
            assertThat(printed.toString()).isEqualTo(folder.resolve("validation.json")
                    + " is not a result of a validation; run make demo again");
        }
        Files.writeString(folder.resolve("models.json"), "{}");
        printed.getBuffer().setLength(0);
        assertThat(run()).isEqualTo(2);
        assertThat(printed.toString()).contains("models.json is not a result of this version");
    }

    @Test
    void reportDoesNotTakeThePlaceOfWhatItIsOf() throws Exception {
        validated(Verdict.ACCEPTED);
        String before = Files.readString(folder.resolve("validation.json"));

        assertThat(run("--out", folder.resolve("validation.json").toString())).isEqualTo(2);
        assertThat(printed.toString()).contains("--out: can't write", "an input");
        assertThat(Files.readString(folder.resolve("validation.json"))).isEqualTo(before);
    }

    @Test
    void rejectedTraceFails() throws Exception {
        ResultFiles.write(folder, "models.json", Samples.models(Samples.check("MCOne", true)));
        validated(Verdict.REJECTED);

        assertThat(run()).isEqualTo(1);
        assertThat(printed.toString()).contains("FAIL");
    }

    @Test
    void missingToolIsShownAndIsNoFailure() throws Exception {
        ResultFiles.write(folder, "models.json", Samples.models(Samples.check("MCOne", true)));
        ResultFiles.write(folder, "symbolic.json", new ModelResults(ModelResults.FORMAT,
                ModelResults.Kind.SYMBOLIC, "everyday", "none", "2026-01-01T00:00:00Z", 0, true,
                List.of(), List.of(), List.of(
                        new ModelResults.NotRun("types", "Simplex", "types", "no Apalache")),
                List.of()));
        validated(Verdict.ACCEPTED);

        assertThat(run()).isZero();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("types: no Apalache");
    }

    @Test
    void nothingToReportIsAnErrorThatSaysWhatToRun() {
        int status = run();

        assertThat(status).isNotZero();
        assertThat(printed.toString()).contains("make demo").doesNotContain("\tat ");
    }

    private void validated(Verdict verdict) throws Exception {
        Path trace = SampleRun.everyAction().write(folder.resolve("run.ndjson"));
        boolean rejected = verdict == Verdict.REJECTED;
        ValidationResult result = Samples.result(verdict, 18, rejected ? 12 : 18,
                Samples.allActions(), rejected ? Samples.rejection(13, "why") : null, null);
        Validations.write(folder.resolve("validation.json"), new ValidationResult(result.format(),
                result.version(), verdict, trace.toString(), result.spec(), result.commit(),
                result.seed(), result.events(), result.states(), 0, result.actions(),
                Map.of(), result.engines(), result.rejection(), null));
    }

    private int run() {
        return run("--out", folder.resolve("report.html").toString());
    }

    private int run(String... more) {
        CommandLine command = new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(printed, true))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    printed.write(String.valueOf(exception.getMessage()));
                    return 2;
                });
        List<String> all = new ArrayList<>(List.of("--models", folder.toString(), "--validation",
                folder.resolve("validation.json").toString()));
        all.addAll(List.of(more));
        return command.execute(all.toArray(String[]::new));
    }
}
