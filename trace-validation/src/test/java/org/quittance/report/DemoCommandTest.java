package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.InputException;
import org.quittance.trace.Traces;
import picocli.CommandLine;

class DemoCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withNothingToRunItSaysWhyAndDoesNotStart() {
        int status = run("--sim-classpath", folder.resolve("nowhere").toString(),
                "--specs", folder.resolve("specs").toString(),
                "--out", folder.resolve("demo").toString());

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("there is no " + folder.resolve("specs"));
    }

    @Test
    void withoutASimulatorItDoesNotStart() {
        int status = run("--sim-classpath", folder + "/*", "--specs", Traces.SPECS.toString(),
                "--out", folder.resolve("demo").toString());

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("--sim-classpath", "org.quittance.sim.Main");
    }

    @Test
    void deletesTheResultsOfAnEarlierDemoFirst() throws Exception {
        Path demo = Files.createDirectories(folder.resolve("demo"));
        Path sim = Files.createDirectories(demo.resolve("sim"));
        List<Path> old = List.of(demo.resolve("validation.json"), demo.resolve("report.html"),
                demo.resolve("broken.ndjson"), demo.resolve("broken-settlement.ndjson"),
                demo.resolve("broken-system.ndjson"), demo.resolve("validation-settlement.json"),
                demo.resolve("validation-system.json"), sim.resolve("run.ndjson"),
                sim.resolve("run.json"));
        for (Path file : old) {
            Files.writeString(file, "old");
        }

        run("--sim-classpath", "nowhere", "--specs", folder.resolve("specs").toString(),
                "--out", demo.toString());

        assertThat(old).noneMatch(Files::exists);
    }

    @Test
    void needsTheSimulator() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--sim-classpath");
    }

    private int run(String... arguments) {
        return new CommandLine(new DemoCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    err.write(String.valueOf(exception.getMessage()));
                    return exception instanceof InputException ? 2 : 70;
                })
                .execute(arguments);
    }
}
