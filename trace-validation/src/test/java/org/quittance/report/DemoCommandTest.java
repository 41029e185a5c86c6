package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withNothingToRunItSaysWhyAndFails() {
        int status = run("--sim-classpath", folder.resolve("nowhere").toString(),
                "--specs", folder.resolve("specs").toString(),
                "--out", folder.resolve("demo").toString());

        List<String> lines = out.toString().lines().toList();
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("MODELS: failed", "SIMULATION: failed",
                "org.quittance.sim.Main", "TRACE VALIDATION: not run", "NEGATIVE CONTROL: not run")
                .doesNotContain("\tat ");
        assertThat(lines.getLast()).isEqualTo("FAIL  report: "
                + folder.resolve("demo").resolve("report.html"));
        assertThat(Files.exists(folder.resolve("demo/report.html"))).isTrue();
        assertThat(Files.exists(folder.resolve("demo/validation.json"))).isFalse();
    }

    @Test
    void needsTheSimulator() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--sim-classpath");
    }

    private int run(String... arguments) {
        return new CommandLine(new DemoCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
