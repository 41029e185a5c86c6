package org.quittance.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.InputException;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.Verdict;
import org.quittance.trace.export.Run;
import picocli.CommandLine;

class ExportCommandTest {

    private static final Path SAMPLES = Path.of("src/test/resources/traces");
    private static final Path GOOD = SAMPLES.resolve("accepted/calm.ndjson");
    private static final Path BAD = SAMPLES.resolve("rejected/dropped-vote.ndjson");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    private int run(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("export", "--specs", "../specs"));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return new CommandLine(new TraceCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    err.write(String.valueOf(exception.getMessage()));
                    return exception instanceof InputException ? 2 : 70;
                })
                .execute(all.toArray(String[]::new));
    }

    @Test
    void writesToTheConsoleOrToAFile() throws Exception {
        Path file = folder.resolve("a/calm.itf.json");

        assertThat(run("--itf", GOOD, "-o", file)).isZero();
        assertThat(run("--itf", GOOD)).isZero();
        assertThat(out.toString()).startsWith("{\"#meta\"").isEqualTo(Files.readString(file));
    }

    @Test
    void aStateIsAModuleWithItsConfiguration() throws Exception {
        Path file = folder.resolve("Crossing.tla");

        assertThat(run("--state", 40, GOOD, "-o", file)).isZero();
        assertThat(Files.readString(file)).startsWith("---- MODULE Crossing ----");
        assertThat(Files.readString(folder.resolve("Crossing.cfg")))
                .contains("INIT ReachedInit", "INVARIANT Agreement");
    }

    @Test
    void aRejectedRunIsWrittenUpToThereAndSaysSo() {
        assertThat(run("--itf", BAD)).isEqualTo(1);
        assertThat(out.toString()).contains("\"index\":16").doesNotContain("\"index\":17");
        assertThat(err.toString()).contains("event 17 is rejected");
    }

    @Test
    void whatIsWrongIsToldInOneLine() throws Exception {
        Path none = Files.writeString(folder.resolve("none"), "{}\n");

        assertThat(run("--itf", none)).isEqualTo(2);
        assertThat(run("--shiviz", none)).isEqualTo(2);
        assertThat(run("--state", 141, GOOD)).isEqualTo(2);
        assertThat(err.toString()).contains("the last is that after event 140");
        assertThat(run("--state", 1, GOOD, "-o", folder.resolve("1.tla"))).isEqualTo(2);
        assertThat(err.toString()).contains("can't be the file of a module");
        assertThat(run("--itf", folder.resolve("missing"))).isEqualTo(2);
        assertThat(run(GOOD)).isEqualTo(2);
        assertThat(run("--itf", "--shiviz", GOOD)).isEqualTo(2);
        assertThat(run("--itf", GOOD, "-o", GOOD)).isEqualTo(2);
    }

    @Test
    void evaluatorsThatDifferAreAFailure() {
        var all = new EngineOutcome.Accepted("A", 9, 10);
        var some = new EngineOutcome.Rejected("A", 5, 6, null);
        var good = new Run.End(Verdict.ACCEPTED, 9, null, "");
        var bad = new Run.End(Verdict.REJECTED, 5, null, "");
        var later = new Run.End(Verdict.REJECTED, 6, null, "");

        assertThat(SymbolicCommand.compare(all, 9, good)).isEqualTo(Verdict.ACCEPTED);
        assertThat(SymbolicCommand.compare(some, 9, bad)).isEqualTo(Verdict.REJECTED);
        assertThat(SymbolicCommand.compare(all, 9, bad)).isEqualTo(Verdict.TOOL_FAILED);
        assertThat(SymbolicCommand.compare(some, 9, good)).isEqualTo(Verdict.TOOL_FAILED);
        assertThat(SymbolicCommand.compare(some, 9, later)).isEqualTo(Verdict.TOOL_FAILED);
    }
}
