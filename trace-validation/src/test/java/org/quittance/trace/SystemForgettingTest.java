package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.corpus.Expectation;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Trace;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.Stepper;
import org.quittance.trace.specs.QuittanceSpecs;
import org.quittance.trace.tla.Workspace;

/** Old heights of the system are forgotten: no verdict changes by it, and the state stays small. */
class SystemForgettingTest {

    private static final int WINDOW = 8;

    @TempDir private Path folder;

    private static TraceValidator validator(int window, boolean both) throws IOException {
        return new TraceValidator(QuittanceSpecs.in(Traces.SPECS), Map.of(), both, window);
    }

    private static boolean isOfTheSystem(String file) {
        return file.startsWith("system-");
    }

    static Stream<Path> accepted() throws IOException {
        return Traces.CORPUS.accepted().stream()
                .filter(file -> isOfTheSystem(String.valueOf(file.getFileName())));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptedTracesStayAccepted(Path file) throws IOException {
        ValidationResult result = validator(0, false).validate(file);

        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.ACCEPTED);
    }

    /** A replica that comes back with an old state is followed, in both ways. */
    @Test
    void whoLagsIsStillFollowed() throws IOException {
        Path file = LongSystem.write(folder.resolve("lagging.ndjson"), 130, 20);

        ValidationResult narrow = validator(1, true).validate(file);

        assertThat(narrow.verdict()).as("%s", narrow).isEqualTo(Verdict.ACCEPTED);
        assertThat(narrow.engines()).hasSize(2);
        assertThat(narrow.upkeep()).isGreaterThan(100);
        assertThat(validator(1000, false).validate(file).upkeep()).isZero();
    }

    /** What is wrong about heights that are remembered is still wrong. */
    @Test
    void rejectedTracesStayRejectedWhereTheyWere() throws IOException {
        List<String> differing = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<Expectation> rejected = Traces.CORPUS.rejected().stream()
                .filter(e -> isOfTheSystem(e.from()))
                .toList();
        for (Expectation expectation : rejected) {
            ValidationResult result =
                    validator(WINDOW, false).validate(Traces.CORPUS.file(expectation));
            Optional<String> complaint = expectation.complaint(result);
            (complaint.isEmpty() ? same : differing).add(expectation.file() + complaint.orElse(""));
        }

        assertThat(differing).isEmpty();
        assertThat(same).hasSizeGreaterThan(5);
    }

    /** A wrong root long after the first forgetting, by a replica that does not lag. */
    @Test
    void aStepIsWrongHoweverMuchIsForgotten() throws IOException {
        Path file = LongSystem.write(folder.resolve("long.ndjson"), 200, 0);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int last = lines.size() - 1;
        while (!lines.get(last).contains("\"node\":1,")
                || !lines.get(last).contains("\"action\":\"Execute\"")) {
            last--;
        }
        lines.set(last, lines.get(last).replace("\"root\":\"a", "\"root\":\"b"));
        Files.write(file, lines);

        ValidationResult result = validator(1, false).validate(file);

        Rejection rejection = result.rejection();
        assertThat(rejection).isNotNull();
        assertThat(rejection.event()).isEqualTo(last);
        assertThat(String.valueOf(rejection)).contains("r = outcome[h]");
    }

    @Test
    void theStateDoesNotGrow() throws Exception {
        Trace trace = Traces.read("long.ndjson",
                LongSystem.write(folder.resolve("long.ndjson"), 400, 40));
        List<Integer> sizes = new ArrayList<>();
        try (ReplaySession session = ReplaySession.of(
                trace.header(), Workspace.folders(Traces.SPECS), WINDOW)) {
            Stepper.State state = session.initial();
            int most = 0;
            int taken = 0;
            for (Event event : trace.events()) {
                state = ((Stepper.Taken.Next) session.take(state, event)).state();
                taken++;
                if (taken % 50 == 0) {
                    most = Math.max(most, session.text(state).length());
                }
                if (taken % (trace.events().size() / 4) == 0) {
                    sizes.add(most);
                    most = 0;
                }
            }
        }
        // By the second quarter everything has happened that happens again and again.
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(4);
        assertThat(sizes.get(3)).isLessThan(sizes.get(1) + sizes.get(1) / 5);
    }
}
