package org.quittance.trace.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.quittance.trace.conformance.RunHeader;
import org.quittance.trace.conformance.TraceRecorder;

/** Runs tests of a user of the extension, of which most must fail. */
class ConformsToTest {

    private static final String COUNTER = "src/test/resources/counter/counter.json";
    private static final String TRACES = "target/conforms-to";

    /** Tests that are run by the tests below only: Maven does not look into nested classes. */
    static class Methods {

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void right(TraceRecorder trace) {
            begin(trace);
            add(trace, 2, 2);
        }

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void tooMuch(TraceRecorder trace) {
            begin(trace);
            add(trace, 1, 1);
            add(trace, 3, 4);
        }

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void wrongResult(TraceRecorder trace) {
            begin(trace);
            add(trace, 1, 2);
        }

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void nothing(TraceRecorder trace) {
            begin(trace);
        }

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void withoutRecorder() {}

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void unknownAction(TraceRecorder trace) {
            begin(trace);
            trace.log(0, "Multiply", Map.of(), Map.of());
        }

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void swallowed(TraceRecorder trace) {
            begin(trace);
            add(trace, 1, 1);
            try {
                trace.log(0, "Add", Map.of("by", new Object()), Map.of());
            } catch (IllegalArgumentException e) {
                // As a program does that goes on in spite of everything.
            }
        }

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void failsAnyway(TraceRecorder trace) {
            begin(trace);
            add(trace, 3, 3);
            throw new IllegalArgumentException("of its own");
        }

        @Test
        @ConformsTo(value = COUNTER, traces = TRACES)
        void aborted(TraceRecorder trace) {
            Assumptions.abort("not here");
        }

        @Test
        @ConformsTo("no-such-mapping.json")
        void withoutMapping(TraceRecorder trace) {}
    }

    /** All tests of a class, and what is logged before and after the test itself. */
    @ConformsTo(value = COUNTER, traces = TRACES)
    static class Whole {

        @BeforeEach
        void prepare(TraceRecorder trace) {
            begin(trace);
        }

        @RepeatedTest(2)
        void adds(TraceRecorder trace) {
            add(trace, 1, 1);
        }

        @AfterEach
        void finish(TraceRecorder trace) {
            add(trace, 3, 4);
        }
    }

    private static void begin(TraceRecorder trace) {
        trace.begin(RunHeader.of(2).with("most", 2));
    }

    private static void add(TraceRecorder trace, int by, int count) {
        trace.log(1, "Add", Map.of("by", by), Map.of("count", count));
    }

    @Test
    void aRunThatConformsPasses() {
        TestExecutionSummary summary = run(method("right"));
        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        assertThat(file("Methods", "right")).exists();
    }

    @Test
    void aStepThatIsNotAllowedFailsTheTest() {
        Throwable failure = failure("tooMuch");
        assertThat(failure).isInstanceOf(AssertionError.class);
        assertThat(failure.getMessage().lines().toList())
                .hasSizeLessThanOrEqualTo(20)
                .anySatisfy(line -> assertThat(line)
                        .contains(file("Methods", "tooMuch") + ":3: rejected: node 1, seq 1"))
                .anySatisfy(line -> assertThat(line).contains("k <= Most"));
    }

    @Test
    void aResultThatDiffersFailsTheTest() {
        assertThat(failure("wrongResult"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the trace says  2");
    }

    @Test
    void nothingLoggedFailsTheTest() {
        assertThat(List.of(failure("nothing"), failure("withoutRecorder")))
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("no step was logged"));
    }

    @Test
    void whatCannotBeJudgedIsAnErrorAndNotARejection() {
        assertThat(failure("unknownAction"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(":2: action: unknown action \"Multiply\"");
        assertThat(failure("swallowed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("values of Add can't be written as JSON");
        assertThat(failure("withoutMapping"))
                .hasMessageContaining("no-such-mapping.json: there is no such file");
    }

    @Test
    void theFailureOfTheTestItselfComesFirst() {
        Throwable failure = failure("failsAnyway");
        assertThat(failure).hasMessage("of its own");
        assertThat(failure.getSuppressed()).singleElement().satisfies(also ->
                assertThat(also).hasMessageContaining("k <= Most"));
    }

    @Test
    void aTestThatDoesNotApplyIsNotJudged() {
        TestExecutionSummary summary = run(method("aborted"));
        assertThat(summary.getTestsAbortedCount()).isEqualTo(1);
        assertThat(summary.getFailures()).isEmpty();
    }

    @Test
    void whatIsLoggedAroundTheTestsOfAClassCountsToo() {
        TestExecutionSummary summary = run(selectClass(Whole.class));
        assertThat(summary.getFailures()).hasSize(2).allSatisfy(failure ->
                assertThat(failure.getException()).hasMessageContaining("node 1, seq 1"));
        assertThat(file("Whole", "adds-1")).exists();
        assertThat(file("Whole", "adds-2")).exists();
    }

    private static Path file(String owner, String test) {
        return Path.of(
                TRACES, ConformsToTest.class.getName() + "$" + owner + "." + test + ".ndjson");
    }

    private static DiscoverySelector method(String name) {
        boolean isBare = name.equals("withoutRecorder");
        return selectMethod(
                Methods.class, name, isBare ? "" : TraceRecorder.class.getName());
    }

    private static Throwable failure(String name) {
        List<TestExecutionSummary.Failure> failures = run(method(name)).getFailures();
        assertThat(failures).as(name).hasSize(1);
        return failures.get(0).getException();
    }

    private static TestExecutionSummary run(DiscoverySelector tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
