package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that did not come from the implementation: what is accepted does not depend on it. */
class SyntheticRunTest {

    @TempDir private Path folder;

    @Test
    void isAccepted() throws Exception {
        Path file = Files.write(
                folder.resolve("synthetic.ndjson"), SyntheticRun.lines(1, 1000));

        ValidationResult result = Traces.VALIDATOR.validate(file);

        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.events()).isGreaterThanOrEqualTo(1000);
        assertThat(result.states()).isEqualTo(result.events() + 1L);
        assertThat(result.actions()).containsKeys("Crash", "Restart", "Nullify", "Commit");
    }
}
