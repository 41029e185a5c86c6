package org.quittance.trace.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.quittance.trace.Traces;

/** The page says of faulty implementations what is on record. */
class SensitivityPageTest {

    private static final Path PAGE = Traces.REPOSITORY.resolve("proofs-notes/sensitivity.md");
    private static final Path SCORES =
            Traces.REPOSITORY.resolve("impl/sim/src/test/resources/faults/scores.tsv");
    private static final Path WRITTEN = Path.of("target", "faulty-implementations.md");

    @Test
    void theSectionIsUpToDate() throws IOException {
        String section = SensitivityPage.read(Traces.SAMPLES.resolve("faulty"), SCORES).text();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, section);
        assertThat(SensitivityPage.section(Files.readString(PAGE)))
                .as("copy trace-validation/%s to proofs-notes/sensitivity.md if it is right", WRITTEN)
                .isEqualTo(section);
    }

    @Test
    void aSectionEndsWhereTheNextBegins() {
        assertThat(SensitivityPage.section("# A\n\n" + SensitivityPage.TITLE + "\n\nx\n\n## B\n"))
                .isEqualTo(SensitivityPage.TITLE + "\n\nx\n");
        assertThat(SensitivityPage.section("# A\n")).isEmpty();
    }
}
