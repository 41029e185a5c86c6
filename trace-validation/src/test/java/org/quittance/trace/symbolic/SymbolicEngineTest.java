package org.quittance.trace.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.models.ApalacheTool;
import org.quittance.trace.Catalogue;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Trace;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.specs.QuittanceSpecs;

class SymbolicEngineTest {

    private static final Path SAMPLES = Path.of("src/test/resources/traces");

    private static Trace trace(String name) throws Exception {
        return TraceReader.read(name, SAMPLES.resolve(name), QuittanceSpecs.ALL);
    }

    /** Where it is found without asking the network; else these tests are told as skipped. */
    private static ApalacheTool apalache() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator)) {
            Path command = Path.of(folder, "apalache-mc");
            if (Files.isExecutable(command)) {
                return new ApalacheTool(command, "");
            }
        }
        assumeTrue(false, "there is no Apalache on the PATH");
        throw new IllegalStateException();
    }

    private static EngineOutcome run(ApalacheTool tool, String name, int events)
            throws Exception {
        Catalogue catalogue = QuittanceSpecs.in(Path.of("../specs"));
        Trace trace = trace(name);
        List<Event> first = trace.events().subList(0, events);
        return new SymbolicEngine(tool, catalogue.folders(), Duration.ofMinutes(5))
                .run(trace.header(), first);
    }

    @ParameterizedTest
    @CsvSource({"accepted/calm.ndjson, 5", "accepted/system-calm.ndjson, 4"})
    void acceptsABeginning(String name, int events) throws Exception {
        assertThat(run(apalache(), name, events)).isInstanceOfSatisfying(
                EngineOutcome.Accepted.class,
                accepted -> assertThat(accepted.accepted()).isEqualTo(events));
    }

    @ParameterizedTest
    @CsvSource({
        "rejected/outcome-notarize-pending.ndjson, 4, 2",
        "rejected/attested-another-root.ndjson, 4, 2"
    })
    void rejectsAtTheSameEvent(String name, int events, int accepted) throws Exception {
        assertThat(run(apalache(), name, events)).isInstanceOfSatisfying(
                EngineOutcome.Rejected.class,
                rejected -> assertThat(rejected.accepted()).isEqualTo(accepted));
    }

    @Test
    void aToolThatSaysNothingIsNoVerdict() throws Exception {
        ApalacheTool silent = new ApalacheTool(Path.of("/bin/true"), "");
        ApalacheTool missing = new ApalacheTool(null, "there is no Apalache");

        assertThat(run(silent, "accepted/calm.ndjson", 1))
                .isInstanceOf(EngineOutcome.Failed.class);
        assertThat(run(missing, "accepted/calm.ndjson", 1)).isInstanceOfSatisfying(
                EngineOutcome.Failed.class,
                failed -> assertThat(failed.problem()).isEqualTo("there is no Apalache"));
    }

    @Test
    void eachEventIsAStepWithAllThatItSays() throws Exception {
        Trace trace = trace("accepted/calm.ndjson");
        String module =
                new SymbolicModule(trace.header(), trace.events().subList(0, 2)).text();

        assertThat(module).contains(
                "Step0 == at = 0 /\\ at' = 1 /\\ IsPropose([node |-> \"n3_OF_VALIDATOR\"",
                "digest |-> \"1dca4faa_OF_DIGEST\"",
                "Step1 == at = 1 /\\ at' = 2 /\\ IsPersist(",
                "NotConsumed == at < 2");
    }

    @Test
    void whatIsForTlcAloneIsCutOff() throws Exception {
        String spec = Files.readString(Path.of("src/main/tla/SimplexTrace.tla"));

        assertThat(SymbolicModule.readable(spec))
                .contains("IsRestart(e) ==").doesNotContain("Upkeep(e)");
        assertThatThrownBy(() -> SymbolicModule.readable("---- MODULE X ----\n===="))
                .hasMessageContaining("where the symbolic checker stops");
    }
}
