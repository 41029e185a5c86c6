package org.quittance.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.InputException;
import org.quittance.trace.Traces;
import org.quittance.trace.corpus.Expectation;
import picocli.CommandLine;

class TraceCommandTest {

    private static final Path GOOD = Traces.SAMPLES.resolve("accepted/calm.ndjson");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    private int run(Object... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "validate", "--specs", Traces.SPECS.toString(),
                "--samples", Traces.SAMPLES.toString(), "--out", folder.toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return commandLine().execute(all.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        return new CommandLine(new TraceCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    err.write(String.valueOf(exception.getMessage()));
                    return exception instanceof InputException ? 2 : 70;
                });
    }

    @Test
    void acceptedIsZero() {
        assertThat(run(GOOD)).isZero();
        assertThat(out.toString()).contains("accepted", "calm.ndjson", "events/s");
        assertThat(folder.resolve("calm.json")).exists();
    }

    @Test
    void rejectedIsOneAndSaysWhy() throws Exception {
        Expectation expectation = Traces.CORPUS.rejected().get(0);

        assertThat(run(Traces.CORPUS.file(expectation))).isEqualTo(1);
        assertThat(out.toString()).contains(expectation.words());
    }

    /** Samples that go nowhere near an operand that isn't listed: that is said, and fails. */
    @Test
    void samplesMustReachWhatIsNotListed() throws Exception {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        Files.createDirectories(samples.resolve("accepted"));
        Files.createDirectories(samples.resolve("rejected"));
        Files.copy(Traces.SAMPLES.resolve("accepted/system-calm.ndjson"),
                samples.resolve("accepted/system-calm.ndjson"));
        Expectation one = Traces.CORPUS.rejected().stream()
                .filter(e -> e.from().equals("system-calm.ndjson")).findFirst().orElseThrow();
        Files.copy(Traces.CORPUS.file(one), samples.resolve("rejected").resolve(one.file()));
        new ObjectMapper().writeValue(
                samples.resolve("rejected/manifest.json").toFile(), List.of(one));
        Files.copy(Traces.SAMPLES.resolve("unreached.tsv"), samples.resolve("unreached.tsv"));

        assertThat(check(samples)).isEqualTo(1);
        assertThat(out.toString())
                .contains("Operands of System reached: ", "by an accepted trace")
                .containsPattern("System: .*Stop");
        Files.delete(samples.resolve("unreached.tsv"));
        assertThat(check(samples)).isEqualTo(1);
        assertThat(out.toString()).contains("there is no " + samples.resolve("unreached.tsv"));
    }

    private int check(Path samples) {
        return commandLine().execute(
                "validate", "--specs", Traces.SPECS.toString(), "--samples", samples.toString(),
                "--out", folder.resolve("out").toString());
    }

    @Test
    void malformedIsTwoAndBeatsRejected() throws Exception {
        Path malformed = Files.writeString(folder.resolve("bad.ndjson"), "{}\n");
        Path rejected = Traces.CORPUS.file(Traces.CORPUS.rejected().get(0));

        assertThat(run(rejected, malformed)).isEqualTo(2);
        assertThat(out.toString()).contains("bad.ndjson:1: format");
    }

    @Test
    void nothingThereIsTwo() {
        assertThat(run(folder.resolve("nothing.ndjson"))).isEqualTo(2);
        assertThat(err.toString()).startsWith("there is no file").contains("nothing.ndjson");
    }

    @Test
    void folderIsNoTrace() {
        assertThat(run(folder)).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(folder + " is a folder; name the traces in it");
    }

    @Test
    void reportDoesNotTakeThePlaceOfTheTrace() throws Exception {
        Path trace = Files.copy(GOOD, folder.resolve("good.ndjson"));
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), trace);

        assertThat(run(trace, "--report", trace)).isEqualTo(2);
        assertThat(err.toString()).startsWith("--report: can't write").contains("an input");
        assertThat(run(trace, "--report", alias)).isEqualTo(2);
        assertThat(trace).hasSameBinaryContentAs(GOOD);
    }

    @Test
    void tracesOfTheSameNameAreRefused() throws Exception {
        Path one = Files.copy(GOOD, Files.createDirectory(folder.resolve("1")).resolve("t.ndjson"));
        Path two = Files.copy(GOOD, Files.createDirectory(folder.resolve("2")).resolve("t.ndjson"));

        assertThat(run(one, two)).isEqualTo(2);
        assertThat(err.toString()).contains("would both have their result in");
        assertThat(folder.resolve("t.json")).doesNotExist();
    }

    @Test
    void folderThatCanNotBeMadeIsToldBeforeTheWork() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run(GOOD, "--report", file.resolve("report.html"))).isEqualTo(2);
        assertThat(err.toString()).contains("--report: can't write", "a folder is needed");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongSpecsAreOneLineForAllSamples() {
        int status = new CommandLine(new TraceCommand())
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    err.write(String.valueOf(exception.getMessage()));
                    return exception instanceof InputException ? 2 : 70;
                })
                .execute("validate", "--specs", folder.toString(), "--samples",
                        Traces.SAMPLES.toString(), "--out", folder.resolve("out").toString());

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("there is no folder " + folder, "--specs");
    }

    @Test
    void unknownOptionIsTwoWithoutAStackTrace() {
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    private int mutants(Object... arguments) {
        List<String> all =
                new ArrayList<>(List.of("mutants", "--specs", Traces.SPECS.toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return commandLine().execute(all.toArray(String[]::new));
    }

    @Test
    void mutantsOfOneTraceAreFound() {
        Path json = folder.resolve("mutants.json");
        Path table = folder.resolve("mutants.md");

        assertThat(mutants(
                        "--each", 1, "--json", json, "--table", table,
                        Traces.SAMPLES.resolve("accepted/system-calm.ndjson")))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("System, drop event", "all as it must be");
        assertThat(json).content().contains("\"quittance-trace-mutants\"", "\"rightBySpec\"");
        assertThat(table).content().contains("| drop event |", "a listed consequence");
    }

    @Test
    void mutantsOfWhatIsNoAcceptedTraceAreRefused() throws Exception {
        Path rejected = Traces.CORPUS.file(Traces.CORPUS.rejected().get(0));

        assertThat(mutants(rejected)).isEqualTo(2);
        assertThat(err.toString()).contains("is rejected; give traces that are accepted");
        assertThat(mutants(folder)).isEqualTo(2);
        assertThat(mutants(GOOD, GOOD)).isEqualTo(2);
        assertThat(mutants("--each", -1)).isEqualTo(2);
        assertThat(mutants("--survivors", folder.resolve("none.json"), GOOD)).isNotZero();
    }
}
