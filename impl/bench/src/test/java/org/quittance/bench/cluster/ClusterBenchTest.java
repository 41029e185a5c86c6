package org.quittance.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Bad arguments are told before anything is started. */
class ClusterBenchTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--rounds=0", "--seconds=0", "--clients=4,0", "--warmup=-1"})
    void numbersOutOfRange(String argument) {
        assertThat(status(argument)).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void unknownOption() {
        assertThat(status("--speed=11")).isEqualTo(2);
    }

    private int status(String argument) {
        CommandLine command = new CommandLine(new ClusterBench())
                .setErr(new PrintWriter(new StringWriter()));
        return command.execute("--directory", folder.resolve("run").toString(),
                "--nodes", "none", "--adapter", "none",
                "--results", folder.resolve("results/all.json").toString(), argument);
    }
}
