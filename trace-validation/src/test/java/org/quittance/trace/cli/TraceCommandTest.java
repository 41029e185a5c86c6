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
        return new CommandLine(new TraceCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
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

    @Test
    void malformedIsTwoAndBeatsRejected() throws Exception {
        Path malformed = Files.writeString(folder.resolve("bad.ndjson"), "{}\n");
        Path rejected = Traces.CORPUS.file(Traces.CORPUS.rejected().get(0));

        assertThat(run(rejected, malformed)).isEqualTo(2);
        assertThat(out.toString()).contains("bad.ndjson:1: format");
    }

    @Test
    void nothingThereIsThree() {
        assertThat(run(folder.resolve("nothing.ndjson"))).isEqualTo(3);
        assertThat(out.toString()).contains("not run");
    }

    @Test
    void unknownOptionIsTwoWithoutAStackTrace() {
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }
}
