package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.trace.specs.QuittanceSpecs;

/** What says nothing about the run is neither an acceptance nor a rejection. */
class ToolFailureTest {

    private static final Path TRACE = Traces.SAMPLES.resolve("accepted/calm.ndjson");

    @TempDir private Path folder;

    @Test
    void specThatDoesNotParse() throws IOException {
        ValidationResult result = validateWith("CanCrash(i) == i \\in up", "CanCrash(i) == i \\in");

        assertThat(result.verdict()).isEqualTo(Verdict.TOOL_FAILED);
        assertThat(result.problem()).contains("Simplex");
        assertThat(result.rejection()).isNull();
        assertThat(result.actions()).isEmpty();
    }

    @Test
    void specThatCanNotBeEvaluated() throws IOException {
        ValidationResult result = validateWith(
                "/\\ i = Leader[b.view]", "/\\ i = Leader[b.view - 1000]");

        assertThat(result.verdict()).isEqualTo(Verdict.TOOL_FAILED);
        assertThat(result.engines()).extracting(EngineRun::verdict)
                .containsExactly(Verdict.TOOL_FAILED, Verdict.TOOL_FAILED);
        assertThat(result.problem()).contains("TLC failed");
    }

    @Test
    void specWithTwoOutcomesOfOneEvent() throws IOException {
        ValidationResult result = validateWith(
                "/\\ view' = [view EXCEPT ![i] = 0]",
                "/\\ view' \\in {[view EXCEPT ![i] = w]: w \\in {0, 1}}",
                Traces.SAMPLES.resolve("accepted/crash.ndjson"));

        assertThat(result.verdict()).isEqualTo(Verdict.TOOL_FAILED);
        assertThat(result.problem()).contains("more than one outcome");
    }

    @Test
    void noTlc() {
        ValidationResult result =
                Traces.validator(Traces.SPECS, Map.of("TLA2TOOLS_JAR", "nowhere/tla2tools.jar"))
                        .validate(TRACE);

        assertThat(result.verdict()).isEqualTo(Verdict.TOOL_FAILED);
        assertThat(result.problem()).contains("TLA2TOOLS_JAR", "nowhere/tla2tools.jar");
    }

    @Test
    void somethingElseThanTlc() {
        ValidationResult result =
                Traces.validator(Traces.SPECS, Map.of("TLA2TOOLS_JAR", TRACE.toString()))
                        .validate(TRACE);

        assertThat(result.verdict()).isEqualTo(Verdict.TOOL_FAILED);
        assertThat(result.problem()).contains("batch: TLA2TOOLS_JAR is", "is no jar");
    }

    @Test
    void noSpecs() {
        assertThatThrownBy(() -> QuittanceSpecs.in(folder.resolve("nothing")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--specs");
    }

    @Test
    void traceThatWasCutOff() throws IOException {
        String text = Files.readString(TRACE);
        Path cut = folder.resolve("cut.ndjson");
        Files.writeString(cut, text.substring(0, text.length() / 2));

        ValidationResult result = Traces.VALIDATOR.validate(cut);

        assertThat(result.verdict()).isEqualTo(Verdict.MALFORMED);
        assertThat(result.problem()).contains("cut.ndjson:", "To mend it");
        assertThat(result.engines()).isEmpty();
    }

    @Test
    void traceWithoutEndMarker() throws IOException {
        var lines = Files.readAllLines(TRACE);
        Path cut = Files.write(folder.resolve("cut.ndjson"), lines.subList(0, 100));

        ValidationResult result = Traces.VALIDATOR.validate(cut);

        assertThat(result.verdict()).isEqualTo(Verdict.MALFORMED);
        assertThat(result.problem()).contains("cut.ndjson:100", "end marker");
    }

    @Test
    void noTrace() {
        ValidationResult result = Traces.VALIDATOR.validate(folder.resolve("nothing.ndjson"));

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(result.problem()).contains("nothing.ndjson");
    }

    private ValidationResult validateWith(String what, String by) throws IOException {
        return validateWith(what, by, TRACE);
    }

    /** Validates against a copy of the specs in which something is exchanged. */
    private ValidationResult validateWith(String what, String by, Path trace) throws IOException {
        Path specs = folder.resolve("specs");
        for (String part : new String[] {"consensus", "lib"}) {
            Path to = Files.createDirectories(specs.resolve(part));
            try (Stream<Path> files = Files.list(Traces.SPECS.resolve(part))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".tla")).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        Path simplex = specs.resolve("consensus/Simplex.tla");
        String text = Files.readString(simplex);
        assertThat(text).contains(what);
        Files.writeString(simplex, text.replace(what, by));
        return Traces.validator(specs, Map.of()).validate(trace);
    }
}
