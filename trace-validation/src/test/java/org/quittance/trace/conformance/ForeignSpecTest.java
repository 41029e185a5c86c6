package org.quittance.trace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.trace.Catalogue;
import org.quittance.trace.Rejection;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/** The engine, both ways of it, makes no assumptions about what a spec calls things or extends. */
class ForeignSpecTest {

    /** Without numbers or sequences, and with names that the engine could want for itself. */
    private static final String SPEC = """
            ---- MODULE Door ----
            VARIABLES at, upkeep
            Init == at = "open" /\\ upkeep = "none"
            Step(place) == at' = place /\\ UNCHANGED upkeep
            Close == at = "open" /\\ Step("closed")
            Open == at = "closed" /\\ Step("open")
            Next == Close \\/ Open
            ====
            """;

    private static final String MAPPING = """
            {"name": "Door", "actions": {
              "Close": {"post": {"at": "Str"}}, "Open": {"post": {"at": "Str"}}}}
            """;

    @TempDir private Path folder;
    private Path mapping;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Door.tla"), SPEC);
        mapping = Files.writeString(folder.resolve("door.json"), MAPPING);
    }

    @Test
    void aRunIsAcceptedBothWays() throws IOException {
        ValidationResult result = validate("Close", "Open", "Close");
        assertThat(result.verdict()).as(result.problem()).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.engines()).hasSize(2);
    }

    @Test
    void aRunIsRejectedBothWaysAndNothingOfQuittanceIsSaidOfIt() throws IOException {
        ValidationResult result = validate("Close", "Close");
        Rejection rejection = result.rejection();
        assertThat(result.verdict()).as(result.problem()).isEqualTo(Verdict.REJECTED);
        assertThat(rejection.event()).isEqualTo(2);
        assertThat(rejection.conjunct()).isEqualTo("at = \"open\"");
        assertThat(rejection.message())
                .noneSatisfy(line -> assertThat(line).contains("make "))
                .anySatisfy(line -> assertThat(line).contains("unknown"))
                .anySatisfy(line -> assertThat(line).contains("doors with seed 5"));
    }

    private ValidationResult validate(String... actions) throws IOException {
        Path file = folder.resolve("run.ndjson");
        try (TraceRecorder trace = Conformance.to(mapping).recorder(file, "doors")) {
            trace.begin(RunHeader.of(1).withSeed(5));
            for (String action : actions) {
                String at = action.equals("Open") ? "open" : "closed";
                trace.log(0, action, Map.of(), Map.of("at", at));
            }
        }
        return new TraceValidator(Catalogue.of(mapping), Map.of(), true).validate(file);
    }
}
