package org.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class QuittanceTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String arguments) {
        CommandLine command = Quittance.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "models --help",
                "models run --help",
                "models mutants --help",
                "models symbolic --help"
            })
    void helpExplainsItself(String arguments) {
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).startsWith("Usage: quittance").contains("Checks");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', say what to do",
        "models, say what to check: run, mutants or symbolic",
        "models run --tier weekly, 'there is no tier weekly, use everyday or nightly'",
        "models run --workers 0, --parallel and --workers must be at least 1",
        "models run --modle X, Unknown option"
    })
    void wrongUseIsOneLine(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(message).contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"models run", "models mutants", "models symbolic"})
    void missingManifestIsOneLine(String arguments) {
        String all = arguments + " --specs " + folder + " --out " + folder.resolve("out");
        assertThat(run(all)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("quittance: there is no " + folder);
    }

    @Test
    void failedCheckIsExitCodeOne() throws Exception {
        Path specs = Files.createDirectories(folder.resolve("specs"));
        Files.writeString(
                specs.resolve("M.tla"), "---- MODULE M ----\nVARIABLE x\nInit == x = 1\n====\n");
        Files.writeString(specs.resolve("M.cfg"), "INIT Init\nNEXT Init\n");
        Files.writeString(
                specs.resolve("models.json"),
                """
                {"models": [{"name": "M", "spec": "M", "module": "M.tla", "config": "M.cfg",
                 "tool": "tlc", "tier": "nightly", "bounds": "one", "mode": "check",
                 "expect": {"result": "holds"}, "distinct": 1, "seconds": 1}]}
                """);
        String options = " --specs " + specs + " --out " + folder.resolve("out");
        assertThat(run("models run --model M" + options)).isEqualTo(1);
        assertThat(out.toString()).contains("FAIL    M: TLC: ");
        assertThat(err.toString()).isEmpty();
    }
}
