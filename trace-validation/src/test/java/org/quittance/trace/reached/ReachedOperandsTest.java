package org.quittance.trace.reached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.Traces;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.specs.QuittanceSpecs;
import org.quittance.trace.tla.Workspace;

/**
 * Accepted sample traces reach every operand of the guards and effects of the specs, but for those
 * that are listed with a reason: where no trace goes, a fault of the code goes unnoticed.
 */
class ReachedOperandsTest {

    private static final Path LIST = Traces.SAMPLES.resolve("unreached.tsv");

    @TempDir private Path folder;

    static List<TraceSpec> specs() {
        return QuittanceSpecs.ALL;
    }

    private static Map<Operand, Boolean> reached(TraceSpec spec, String without) throws Exception {
        List<Path> traces = new ArrayList<>();
        for (Path file : Traces.CORPUS.accepted()) {
            boolean isLeftOut = !without.isEmpty() && file.endsWith(without);
            if (!isLeftOut && isOf(spec, file)) {
                traces.add(file);
            }
        }
        assertThat(traces).as("traces of " + spec).isNotEmpty();
        return new ReachedOperands(spec, Workspace.folders(Traces.SPECS), ReplaySession.WIDE)
                .by(traces);
    }

    private static boolean isOf(TraceSpec spec, Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("").contains("\"spec\":\"" + spec.name() + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void allThatIsNotListedIsReached(TraceSpec spec) throws Exception {
        Map<Operand, Boolean> reached = reached(spec, "");

        assertThat(reached).hasSizeGreaterThan(90);
        assertThat(Unreached.read(LIST).problems(spec.name(), reached)).isEmpty();
    }

    /** Without the one trace in which replicas come to different roots, nothing tells of it. */
    @Test
    void aTraceThatIsLeftOutLeavesAHole() throws Exception {
        TraceSpec system = specs().stream()
                .filter(spec -> spec.name().equals("System")).findFirst().orElseThrow();

        assertThat(Unreached.read(LIST)
                        .problems("System", reached(system, "system-diverged.ndjson")))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("System: "))
                .anySatisfy(problem -> assertThat(problem).contains("Stop"));
    }

    @Test
    void whatIsListedMustBeAHole() throws IOException {
        Operand reached = new Operand("M", "Can", Operand.Kind.CONJUNCT, "x > 0");
        Path list = Files.writeString(folder.resolve("list"),
                "S\tM\tCan\tx > 0\tbecause\nS\tM\tCan\tgone\tbecause\nT\tM\tCan\tx\tbecause\n");

        assertThat(Unreached.read(list).problems("S", Map.of(reached, true)))
                .containsExactly(
                        "S: Can: x > 0 (module M) is reached, though it is listed: remove the line",
                        "S M Can gone: the spec has no such operand; correct or remove the line");
    }

    @Test
    void whatIsNotListedIsAProblem() throws IOException {
        Operand hole = new Operand("M", "Can", Operand.Kind.DISJUNCT, "x > 0");

        assertThat(Unreached.read(Files.writeString(folder.resolve("list"), "# nothing\n"))
                        .problems("S", Map.of(hole, false)))
                .containsExactly("S: Can: x > 0 (module M) is never true by an accepted trace");
    }

    @Test
    void aLineWithoutReasonIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "# x\nS\tM\tCan\tx > 0\t\n");

        assertThatThrownBy(() -> Unreached.read(list))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("list:2: write spec, module");
    }
}
