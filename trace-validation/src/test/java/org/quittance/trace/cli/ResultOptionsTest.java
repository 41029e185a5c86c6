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
import picocli.CommandLine;

class ResultOptionsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/traces");

    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    private int run(Object... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "validate", "--specs", "../specs", "--out", folder.resolve("out").toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return new CommandLine(new TraceCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    err.write(String.valueOf(exception.getMessage()));
                    return 2;
                })
                .execute(all.toArray(String[]::new));
    }

    @Test
    void allTracesAreInBothFiles() throws Exception {
        Path sarif = folder.resolve("a/traces.sarif");
        Path junit = folder.resolve("b/traces.xml");

        assertThat(run(
                "--sarif", sarif, "--junit-xml", junit,
                SAMPLES.resolve("accepted/calm.ndjson"),
                SAMPLES.resolve("rejected/dropped-vote.ndjson"))).isEqualTo(1);
        assertThat(Files.readString(sarif))
                .contains("\"exitCode\" : 1", "dropped-vote.ndjson", "KnowsVotes")
                .doesNotContain("calm.ndjson");
        assertThat(Files.readString(junit))
                .contains("tests=\"2\"", "failures=\"1\"", "calm.ndjson", "dropped-vote.ndjson");
    }

    @Test
    void noFileIsWrittenTwiceOrOverAnInput() throws Exception {
        Path trace = Files.copy(SAMPLES.resolve("accepted/calm.ndjson"), folder.resolve("t"));
        Path both = folder.resolve("both");

        assertThat(run("--sarif", trace, trace)).isEqualTo(2);
        assertThat(err.toString()).contains("--sarif", "would be overwritten");
        assertThat(run("--sarif", both, "--junit-xml", both, trace)).isEqualTo(2);
        assertThat(err.toString()).contains("--junit-xml");
    }

    @Test
    void samplesHaveNoSuchResults() {
        assertThat(run("--sarif", folder.resolve("s"))).isEqualTo(2);
        assertThat(err.toString()).contains("--sarif needs a trace");
    }
}
