package org.quittance.trace.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.ReplayJudge;
import org.quittance.trace.Traces;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * Traces of programs with a fault in them are rejected where the fault shows, in words that name
 * what is wrong; those of the same runs without the fault are accepted.
 */
class FaultyTest {

    private static final Path FOLDER = Traces.SAMPLES.resolve("faulty");
    private static final Path RUNS = FOLDER.resolve("runs");
    private static final int FEWEST = 60;

    private static List<FaultyCase> cases() throws IOException {
        return FaultyManifest.read(FOLDER).shown();
    }

    static Set<String> runs() throws IOException {
        return cases().stream().map(FaultyCase::run)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ValidationResult judged(ReplayJudge judge, FaultyCase one) throws IOException {
        return judge.judge(one.trace(FOLDER));
    }

    /** Those of one run share its constants, so that the spec is loaded once. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void faultIsRejectedAndTheRunWithoutItIsNot(String run) throws IOException {
        SoftAssertions all = new SoftAssertions();
        Path sound = RUNS.resolve(run + ".ndjson");
        try (ReplayJudge judge = new ReplayJudge(Traces.SPECS)) {
            for (FaultyCase one : cases().stream().filter(c -> c.run().equals(run)).toList()) {
                all.assertThat(one.complaint(judged(judge, one))).as(one.name()).isEmpty();
                all.assertThat(one.same()).as("%s differs at its event or before", one.name())
                        .isLessThanOrEqualTo(one.event());
            }
            all.assertThat(judge.judge(sound).verdict()).as(run).isEqualTo(Verdict.ACCEPTED);
        }
        all.assertAll();
    }

    @Test
    void thereAreEnoughInEveryArea() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(cases().stream().map(FaultyCase::area).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("ordering", "durability", "settlement", "oracle",
                        "liquidation", "waterfall", "attestation");
    }

    @Test
    void eachFileIsInTheManifest() throws IOException {
        List<String> registered = new ArrayList<>(List.of("manifest.json"));
        cases().forEach(one -> registered.add(one.name() + ".ndjson"));
        try (Stream<Path> files = Files.list(FOLDER).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(registered);
        }
    }

    /** What the words are there for: another explanation is complained of. */
    @Test
    void wordsAreDemanded() throws IOException {
        for (FaultyCase one : cases()) {
            assertThat(one.words()).as(one.name()).isNotEmpty();
        }
        FaultyCase one = cases().getFirst();
        try (ReplayJudge judge = new ReplayJudge(Traces.SPECS)) {
            ValidationResult result = judged(judge, one);
            assertThat(with(one, one.event() + 1, one.words()).complaint(result))
                    .hasValueSatisfying(c -> assertThat(c).contains("must be rejected at"));
            assertThat(with(one, one.event(), List.of("SELF_TRADE")).complaint(result))
                    .hasValueSatisfying(c -> assertThat(c).contains("lacks [SELF_TRADE]"));
            assertThat(one.complaint(judge.judge(RUNS.resolve(one.run() + ".ndjson"))))
                    .hasValueSatisfying(c -> assertThat(c).contains("is accepted"));
        }
    }

    private static FaultyCase with(FaultyCase one, int event, List<String> words) {
        return new FaultyCase(
                one.name(), one.area(), one.does(), one.run(), one.same(), event,
                one.action(), words);
    }
}
