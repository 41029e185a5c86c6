package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.corpus.Expectation;
import org.quittance.trace.specs.QuittanceSpecs;

/** With a window of one view nearly everything is forgotten, and what is right stays right. */
class ForgettingTest {

    private static TraceValidator validator(int window, boolean both) throws IOException {
        return new TraceValidator(
                QuittanceSpecs.in(Traces.SPECS), Map.of(), both, window);
    }

    static Stream<Path> orderings() throws IOException {
        return Traces.CORPUS.accepted().stream()
                .filter(file -> !Traces.isOfTheMarket(String.valueOf(file.getFileName())));
    }

    @ParameterizedTest
    @MethodSource("orderings")
    void acceptedTracesStayAccepted(Path file) throws IOException {
        ValidationResult result = validator(0, false).validate(file);

        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.upkeep()).isPositive();
    }

    /** A validator that lags makes events about views that have been forgotten, in both ways. */
    @Test
    void whoLagsIsStillFollowed() throws IOException {
        Path file = Traces.SAMPLES.resolve("accepted/left-behind.ndjson");

        ValidationResult narrow = validator(0, true).validate(file);

        assertThat(narrow.verdict()).as("%s", narrow).isEqualTo(Verdict.ACCEPTED);
        assertThat(narrow.engines()).hasSize(2);
        assertThat(narrow.upkeep()).isGreaterThan(5);
        assertThat(validator(1000, false).validate(file).upkeep()).isZero();
    }

    /** What is wrong about views that are remembered is still wrong. */
    @Test
    void rejectedTracesStayRejectedWhereTheyWere() throws IOException {
        Map<String, Integer> differing = new HashMap<>();
        List<String> same = new ArrayList<>();
        List<Expectation> rejected = Traces.CORPUS.rejected().stream()
                .filter(e -> !Traces.isOfTheMarket(e.from()))
                .toList();
        // Loading the spec takes most of the time; a third of them has all kinds.
        for (int k = 0; k < rejected.size(); k += 3) {
            Expectation expectation = rejected.get(k);
            ValidationResult result =
                    validator(4, false).validate(Traces.CORPUS.file(expectation));
            if (expectation.complaint(result).isEmpty()) {
                same.add(expectation.file());
            } else {
                differing.put(expectation.file(), result.events());
            }
        }

        assertThat(differing).isEmpty();
        assertThat(same).hasSizeGreaterThan(15);
    }

    @Test
    void aFileThatGrowsIsFollowedToItsEnd() throws Exception {
        Path sample = Traces.SAMPLES.resolve("accepted/calm.ndjson");
        Path growing = Files.createTempFile("growing", ".ndjson");
        List<String> lines = Files.readAllLines(sample);
        Files.write(growing, lines.subList(0, 40));
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                for (int k = 40; k < lines.size(); k += 25) {
                    Thread.sleep(30);
                    Files.write(
                            growing,
                            lines.subList(k, Math.min(k + 25, lines.size())),
                            java.nio.file.StandardOpenOption.APPEND);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        ValidationResult result = follow(growing, 60);
        writer.join();

        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.nodes().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(lines.size() - 2);
        Files.write(growing, lines.subList(0, 40));
        assertThat(follow(growing, 0).verdict()).isEqualTo(Verdict.MALFORMED);
        Files.delete(growing);
    }

    private static ValidationResult follow(Path file, int seconds) throws IOException {
        return validator(8, false).follow(
                file.toString(),
                new org.quittance.trace.format.FollowedLines(
                        Files.newInputStream(file), true, java.time.Duration.ofSeconds(seconds)));
    }
}
