package org.quittance.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A user's mistakes: one clear line, a number of their own, no stack trace. */
class MainTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private void refused(int code, String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(code);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void anUnknownCommandIsNamed() {
        refused(2, "quittance: Unmatched argument at index 0: 'nodes'", "nodes");
    }

    @Test
    void aMissingConfigurationIsNamed() {
        refused(2, "there is no file " + path("none"), "node", "--config", path("none"));
    }

    @Test
    void keysAreMadeOnce() {
        assertThat(run("keygen", "--validator", path("v"))).isZero();
        refused(2, "exists already", "keygen", "--validator", path("v"));
    }

    @Test
    void aGenesisNeedsItsQuorums() throws Exception {
        run("keygen", "--validator", path("v"));
        refused(2, "no genesis is made of this", "genesis", "--out", path("g"), "--chain", "x",
                "--validator", path("v") + ",127.0.0.1:1,5");
        assertThat(Files.exists(directory.resolve("g"))).isFalse();
    }

    @Test
    void aValidatorNeedsAnAddress() {
        run("keygen", "--validator", path("v"));
        refused(2, "must be host:port", "genesis", "--out", path("g"), "--chain", "x",
                "--validator", path("v") + ",nowhere,5");
    }
}
