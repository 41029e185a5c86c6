package org.quittance.trace.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.Rejection;
import org.quittance.trace.Traces;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.spec.Specs;
import org.quittance.trace.specs.QuittanceSpecs;

/**
 * Real runs are accepted; a sibling of theirs with one flaw is rejected where the flaw is, in words
 * that name it. Both ways of checking agree on each, or else the verdict would be "tool failed".
 */
class SampleTracesTest {

    /** A check of the check that has fewer is no check. */
    private static final int FEWEST_REJECTED = 24;

    private static final int WIDEST = 160;

    static Stream<Expectation> rejected() throws IOException {
        // MarketSiblingsTest replays the others; make traces checks all of them in both ways.
        return Traces.CORPUS.rejected().stream().filter(e -> !Traces.isOfTheMarket(e.from()));
    }

    /** One test, since only all together must take every action. */
    @Test
    void acceptedTracesTakeEveryActionOfACorrectValidator() throws IOException {
        List<ValidationResult> results = new ArrayList<>();
        for (Path file : Traces.CORPUS.accepted()) {
            ValidationResult result = Traces.VALIDATOR.validate(file);
            assertThat(result.verdict())
                    .as("%s: %s", file, result)
                    .isEqualTo(Verdict.ACCEPTED);
            assertThat(result.engines()).hasSize(2).allSatisfy(e ->
                    assertThat(e.states()).isEqualTo(result.events() + 1L));
            results.add(result);
        }

        for (TraceSpec spec : QuittanceSpecs.ALL) {
            List<ValidationResult> ofSpec =
                    results.stream().filter(r -> r.spec().equals(spec.name())).toList();
            if (!ofSpec.isEmpty()) {
                List<String> actions = new Specs(Traces.SPECS).actions(spec);
                Coverage coverage = Coverage.of(actions, ofSpec);
                assertThat(coverage.taken()).hasSizeGreaterThanOrEqualTo(9);
                assertThat(coverage.missing()).as("actions of " + spec).isEmpty();
            }
        }
        assertThat(results).extracting(ValidationResult::spec).contains("Simplex");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejected")
    void rejectedWhereAndAsItMustBe(Expectation expectation) {
        ValidationResult result = Traces.VALIDATOR.validate(Traces.CORPUS.file(expectation));

        assertThat(expectation.complaint(result)).isEmpty();
        Rejection rejection = result.rejection();
        assertThat(rejection).isNotNull();
        assertThat(rejection.message()).allSatisfy(line ->
                assertThat(line.length()).isLessThanOrEqualTo(WIDEST));
        assertThat(rejection.message().get(0))
                .contains(":" + rejection.line() + ":", "node " + rejection.node());
        assertThat(result.actions().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(rejection.event() - 1);
    }

    @Test
    void thereAreEnough() throws IOException {
        assertThat(Traces.CORPUS.rejected()).hasSizeGreaterThanOrEqualTo(FEWEST_REJECTED);
    }

    @Test
    void aMissingActionIsAHole() {
        Coverage coverage = Coverage.of(List.of("Crash", "Commit"), List.of());

        assertThat(coverage.missing()).containsExactly("Crash", "Commit");
    }
}
