package org.quittance.trace.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.InputException;
import org.quittance.trace.TraceJudge;
import org.quittance.trace.Traces;

/**
 * Flaws in the sample traces are found where they are. Of mutants that are alike two are judged
 * here, and all of them by {@code make sensitivity}, which is part of {@code make nightly}.
 */
class MutantsTest {

    private static final int EACH = 2;
    private static final Path CALM = Traces.SAMPLES.resolve("accepted/calm.ndjson");
    private static final Path TRACE_SPECS = Path.of("src/main/tla");

    @TempDir private Path folder;

    private static MutantsOfTraces test(
            List<Path> files, MutantsOfTraces.Judges judges, Path survivors, int each)
            throws IOException {
        return MutantsOfTraces.test(files, judges, null, survivors, each, line -> { });
    }

    private static Judge alwaysSaying(Judgement judgement) {
        return new Judge() {
            @Override
            public Judgement judge(List<String> lines, int same, int rest) {
                return judgement;
            }

            @Override
            public void close() {
                // It holds nothing.
            }
        };
    }

    @Test
    void flawsAreFoundWhereTheyAreAndNamed() throws IOException {
        MutantsOfTraces mutants = test(
                Traces.CORPUS.accepted(),
                file -> TraceJudge.of(file, Traces.SPECS, Map.of()),
                null,
                EACH);

        assertThat(mutants.complaints()).isEmpty();
        assertThat(mutants.lines()).anyMatch(line -> line.startsWith("Simplex, drop event"))
                .anyMatch(line -> line.startsWith("Settlement, add entry"))
                .anyMatch(line -> line.startsWith("System, other node"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void aCheckThatAcceptsEverythingFails() throws IOException {
        MutantsOfTraces mutants =
                test(List.of(CALM), f -> alwaysSaying(new Judgement.Accepted(false)), null, 1);

        assertThat(mutants.complaints())
                .anyMatch(c -> c.startsWith("Simplex, but for legal runs: ")
                        && c.endsWith("must be 95.0 %"))
                .anyMatch(c -> c.contains("Persist: is accepted")
                        && c.endsWith("no reason is listed"));
    }

    @Test
    void aCheckThatCanNotTellFails() throws IOException {
        MutantsOfTraces mutants =
                test(List.of(CALM), f -> alwaysSaying(new Judgement.Failed("no memory")), null, 1);

        assertThat(mutants.complaints())
                .anyMatch(c -> c.contains("is failed (no memory), and no reason is listed"));
    }

    /** Without the comparison of one variable, the mutants of that variable survive. */
    @Test
    void aWeakerTraceSpecFailsWithTheSurvivorsNamed() throws IOException {
        String spec = Files.readString(TRACE_SPECS.resolve("SimplexTrace.tla"));
        String weaker = spec.replace("    /\\ pending'[e.node] = e.post.pending\n", "");
        assertThat(weaker).isNotEqualTo(spec);

        MutantsOfTraces mutants = test(
                List.of(CALM),
                file -> TraceJudge.of(file, Traces.SPECS, Map.of("SimplexTrace", weaker)),
                null,
                1);

        assertThat(mutants.complaints())
                .anyMatch(c -> c.contains("drop element: Propose post.pending.*: is accepted"))
                .anyMatch(c -> c.contains("plus one: Notarize post.pending.*.view: is accepted"));
    }

    @Test
    void aListedSurvivorThatIsRejectedFails() throws IOException {
        Path survivors = folder.resolve("survivors.json");
        Files.writeString(survivors, """
                [{"spec": "Simplex", "kind": "legal", "reason": "none",
                  "groups": [{"operator": "duplicate event", "action": "Propose",
                    "example": "calm.ndjson:2"}]}]
                """);

        MutantsOfTraces mutants = test(
                List.of(CALM),
                file -> alwaysSaying(new Judgement.Malformed("no trace")),
                survivors,
                1);

        assertThat(mutants.complaints())
                .containsExactly("calm.ndjson:2: Simplex, duplicate event: Propose: is listed as a"
                        + " survivor and is none; list another place, or none if there is none");
    }

    @Test
    void aListThatIsNoneIsToldInOneLine() throws IOException {
        Path survivors = folder.resolve("survivors.json");
        Files.writeString(survivors, "[{\"spec\": \"Simplex\"}]");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Lists.read(null, survivors))
                .withMessageStartingWith(survivors + ":1: a member is missing");

        Files.writeString(survivors, "[\n  {\"kind\": \"funny\"}]");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Lists.read(null, survivors))
                .withMessageStartingWith(survivors + ":2: ")
                .withMessageContaining("funny");
    }

    @Test
    void theSameTracesGiveTheSameMutants() throws IOException {
        TraceText trace = TraceText.read(CALM);
        List<String> once = texts(trace);

        assertThat(once).hasSizeGreaterThan(3000).isEqualTo(texts(TraceText.read(CALM)));
    }

    private static List<String> texts(TraceText trace) {
        return Mutants.of(trace, List.of(trace)).stream()
                .map(m -> m.operator() + " " + m.field() + " "
                        + trace.lines(m.ways().get().get(0), true).hashCode())
                .toList();
    }
}
