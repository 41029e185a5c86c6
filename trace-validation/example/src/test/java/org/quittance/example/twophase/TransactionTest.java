package org.quittance.example.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import org.quittance.trace.conformance.Conformance;
import org.quittance.trace.conformance.RunHeader;
import org.quittance.trace.conformance.TraceRecorder;
import org.quittance.trace.junit.ConformsTo;

class TransactionTest {

    private static final String SPEC = "src/main/tla/two-phase.json";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @ConformsTo(SPEC)
    void everyRunIsABehaviourOfTheSpec(long seed, TraceRecorder trace) {
        trace.begin(RunHeader.of(4).withSeed(seed));
        Transaction.run(3, seed, false, trace::log);
    }

    @Test
    @ConformsTo(SPEC)
    void oneParticipantIsEnough(TraceRecorder trace) {
        trace.begin(2);
        Transaction.run(1, 0, false, trace::log);
    }

    /** Otherwise a trace spec that nothing ever reaches would pass. */
    @Test
    void theRunsTakeEveryActionAndComeToBothDecisions(@TempDir Path folder) throws IOException {
        Set<String> actions = new TreeSet<>();
        Set<Object> decisions = new TreeSet<>();
        for (long seed = 1; seed <= 8; seed++) {
            actions.addAll(validated(folder, seed, false).actions().keySet());
            Transaction.run(3, seed, false, (node, action, args, post) -> {
                if (action.equals("Decide")) {
                    decisions.add(args.get("kind"));
                }
            });
        }
        assertThat(actions).containsExactly("Decide", "Hear", "Learn", "Prepare", "Refuse");
        assertThat(decisions).containsExactly("abort", "commit");
    }

    /** The fault shows in those runs in which the coordinator takes silence for consent. */
    @Test
    void theFaultIsFoundWhereItShowsAndNowhereElse(@TempDir Path folder) throws IOException {
        int found = 0;
        for (long seed = 1; seed <= 8; seed++) {
            ValidationResult result = validated(folder, seed, true);
            Rejection rejection = result.rejection();
            if (isSilenceTakenForConsent(seed)) {
                found++;
                assertThat(result.verdict()).isEqualTo(Verdict.REJECTED);
                assertThat(rejection.action()).isEqualTo("Decide");
                assertThat(rejection.conjunct())
                        .isEqualTo("kind = \"commit\" => heard = Participants");
            } else {
                assertThat(result.verdict()).as("seed " + seed).isEqualTo(Verdict.ACCEPTED);
            }
        }
        assertThat(found).isBetween(1, 7);
    }

    /** The mapping that says itself what the steps are rejects the same events. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutATraceSpecTheVerdictsAreTheSame(boolean hasty, @TempDir Path folder)
            throws IOException {
        Conformance alone =
                Conformance.to(Path.of("src/main/tla/without-trace-spec.json"));
        for (long seed = 1; seed <= 8; seed++) {
            ValidationResult result = validated(folder, seed, hasty);
            ValidationResult same = alone.check(folder.resolve("run.ndjson"));
            assertThat(same.verdict()).isEqualTo(result.verdict());
            assertThat(same.states()).isEqualTo(result.states());
        }
    }

    private static boolean isSilenceTakenForConsent(long seed) {
        List<String> steps = new ArrayList<>();
        Transaction.run(3, seed, true, (node, action, args, post) ->
                steps.add(action + (args.containsKey("kind") ? args.get("kind") : "")));
        List<String> before = steps.subList(0, steps.indexOf("Decidecommit"));
        return before.stream().filter("Hear"::equals).count() < 3;
    }

    /** A program that says something else of itself than what it did is found too. */
    @Test
    void aStateThatDiffersIsFound(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.ndjson");
        Conformance spec = Conformance.to(Path.of(SPEC));
        try (TraceRecorder trace = spec.recorder(file, "test")) {
            trace.begin(4);
            trace.log(1, "Prepare", Map.of(), Map.of("state", "working"));
        }
        Rejection rejection = spec.check(file).rejection();
        assertThat(rejection.variable()).contains("state");
        assertThat(rejection.expected()).contains("prepared");
        assertThat(rejection.actual()).contains("working");
    }

    private static ValidationResult validated(Path folder, long seed, boolean hasty)
            throws IOException {
        Path file = folder.resolve("run.ndjson");
        Conformance spec = Conformance.to(Path.of(SPEC));
        try (TraceRecorder trace = spec.recorder(file, "test")) {
            trace.begin(RunHeader.of(4).withSeed(seed));
            Transaction.run(3, seed, hasty, trace::log);
        }
        return spec.check(file);
    }
}
