package org.quittance.trace.perturb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.trace.Traces;

/**
 * The rejected samples are what the perturbations make. {@code make samples} writes them anew, and
 * the manifest with the event that each perturbation points at; which event is rejected, and in
 * which words, is then for the tests that validate them to say.
 */
class RejectedTest {

    private static final Path REJECTED = Traces.SAMPLES.resolve("rejected");

    @Test
    void filesAreWhatThePerturbationsMake() throws IOException {
        Map<String, String> files = Rejected.files(Traces.SAMPLES.resolve("accepted"));

        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(REJECTED.resolve(file.getKey()))
                    .as("not up to date? `make samples` writes them anew")
                    .content()
                    .isEqualTo(file.getValue());
        }
        try (Stream<Path> there = Files.list(REJECTED)) {
            assertThat(there.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(files.keySet());
        }
    }

    @Test
    void namesAreUnique() {
        List<String> names = Rejected.all().stream().map(Perturbation::name).toList();

        assertThat(names).doesNotHaveDuplicates();
    }
}
