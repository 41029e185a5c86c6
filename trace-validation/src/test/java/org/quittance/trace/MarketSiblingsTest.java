package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.corpus.Expectation;
import org.quittance.trace.format.Trace;
import org.quittance.trace.replay.ReplaySession;

/**
 * The broken siblings of settlement and of the whole system, by replay. Siblings of one sample have
 * its constants, so that the spec is loaded once for all of them, and each takes a few hundredths
 * of a second; to start TLC for each as well would take minutes. {@code make traces}, which is part
 * of {@code make nightly}, checks every one in both ways.
 */
class MarketSiblingsTest {

    private static final int FEWEST_OF_SETTLEMENT = 80;
    private static final int FEWEST_OF_SYSTEM = 20;

    /** TLC's evaluator recurses. */
    private static final long STACK = 64L << 20;

    static Stream<String> samples() throws IOException {
        return Traces.CORPUS.rejected().stream()
                .map(Expectation::from)
                .filter(Traces::isOfTheMarket)
                .distinct();
    }

    private static List<Expectation> siblings(String sample) throws IOException {
        return Traces.CORPUS.rejected().stream().filter(e -> e.from().equals(sample)).toList();
    }

    private static Trace read(Path file) throws Exception {
        return Traces.read(file.toString(), file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void rejectedWhereAndAsTheyMustBe(String sample) throws Exception {
        Trace accepted = read(Traces.SAMPLES.resolve("accepted").resolve(sample));
        SoftAssertions all = new SoftAssertions();

        try (ReplaySession session = Traces.session(accepted)) {
            for (Expectation expectation : siblings(sample)) {
                Trace sibling = read(Traces.CORPUS.file(expectation));
                ValidationResult result = replay(session, sibling);
                all.assertThat(expectation.complaint(result)).as(expectation.file()).isEmpty();
            }
            all.assertThat(replay(session, accepted).verdict())
                    .as("the sample itself, after all of them")
                    .isEqualTo(Verdict.ACCEPTED);
        }
        all.assertAll();
    }

    private static ValidationResult replay(ReplaySession session, Trace trace) throws Exception {
        FutureTask<EngineOutcome> task = new FutureTask<>(() -> session.run(trace));
        new Thread(null, task, "replay", STACK).start();
        EngineOutcome outcome = task.get();
        Tally tally = new Tally();
        int accepted = switch (outcome) {
            case EngineOutcome.Accepted a -> a.accepted();
            case EngineOutcome.Rejected r -> r.accepted();
            case EngineOutcome.Failed f -> 0;
        };
        trace.events().subList(0, accepted).forEach(event -> tally.accept(event, 0));
        return new ResultMaker(trace.file(), trace.header(), tally, trace.events().size())
                .of(
                        Outcome.of(outcome),
                        List.of(),
                        accepted < trace.events().size() ? trace.events().get(accepted) : null);
    }

    /** A check that couldn't fail would be none. */
    @Test
    void anotherEventOrOtherWordsAreComplainedOf() throws Exception {
        Expectation right = siblings("market-treasury.ndjson").get(0);
        Trace sibling = read(Traces.CORPUS.file(right));

        try (ReplaySession session = Traces.session(sibling)) {
            ValidationResult result = replay(session, sibling);

            assertThat(right.complaint(result)).isEmpty();
            assertThat(expected(right, right.seq() + 1, right.words()).complaint(result))
                    .hasValueSatisfying(c -> assertThat(c).contains("must be rejected at"));
            assertThat(expected(right, right.seq(), List.of("SELF_TRADE")).complaint(result))
                    .hasValueSatisfying(c -> assertThat(c).contains("lacks [SELF_TRADE]"));
        }
    }

    private static Expectation expected(Expectation e, long seq, List<String> words) {
        return new Expectation(e.file(), e.from(), e.what(), e.node(), seq, e.action(), words);
    }

    @Test
    void aSessionTakesTracesWithItsConstantsOnly() throws Exception {
        List<Path> accepted = Traces.CORPUS.accepted().stream()
                .filter(file -> file.endsWith("market-book.ndjson")
                        || file.endsWith("market-expiry.ndjson"))
                .toList();
        Trace other = read(accepted.get(1));

        try (ReplaySession session = Traces.session(read(accepted.get(0)))) {
            assertThat(session.fits(other.header())).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.run(other))
                    .withMessageContaining("market-expiry");
        }
    }

    @Test
    void thereAreEnough() throws IOException {
        List<String> from = Traces.CORPUS.rejected().stream().map(Expectation::from).toList();

        assertThat(from.stream().filter(f -> f.startsWith("market-")).count())
                .isGreaterThanOrEqualTo(FEWEST_OF_SETTLEMENT);
        assertThat(from.stream().filter(f -> f.startsWith("system-")).count())
                .isGreaterThanOrEqualTo(FEWEST_OF_SYSTEM);
    }
}
