package org.quittance.example.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the spec is for holds in all behaviours of the small model, and not of a broken one. */
class ModelTest {

    private static final Path SPECS = Path.of("src/main/tla");
    private static final String GUARD = "kind = \"commit\" => heard = Participants";

    @TempDir private Path folder;

    @Test
    void nobodyCommitsWhatAnotherAborts() throws Exception {
        Command tlc = check(Files.readString(SPECS.resolve("TwoPhase.tla")));
        assertThat(tlc.output())
                .contains("No error has been found", "288 distinct states found, 0 states left");
        assertThat(tlc.status()).isZero();
    }

    @Test
    void withoutTheGuardOfTheDecisionSomebodyDoes() throws Exception {
        String spec = Files.readString(SPECS.resolve("TwoPhase.tla"));
        assertThat(spec).contains(GUARD);
        Command tlc = check(spec.replace(GUARD, "TRUE"));
        assertThat(tlc.output()).contains("Invariant Consistent is violated");
        assertThat(tlc.status()).isNotZero();
    }

    private Command check(String spec) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("TwoPhase.tla"), spec);
        Files.copy(SPECS.resolve("TwoPhase.cfg"), folder.resolve("TwoPhase.cfg"));
        return Command.run(folder, List.of(
                Command.java(), "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + folder,
                "-cp", Command.classPath(), "tlc2.TLC", "-config", "TwoPhase.cfg",
                "TwoPhase.tla"));
    }
}
