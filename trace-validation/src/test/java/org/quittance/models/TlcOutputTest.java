package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.models.Outcome.Failed;
import org.quittance.models.Outcome.Violates;

/** The outputs are those of TLC 2.18, and where they differ, of one from 2026. */
class TlcOutputTest {

    private static final int SAFETY = 12;

    private static TlcOutput read(String name, String... properties) throws IOException {
        TlcOutput output = new TlcOutput(List.of(properties));
        try (InputStream in = TlcOutputTest.class.getResourceAsStream("/tlc/" + name + ".txt")) {
            assertThat(in).as(name).isNotNull();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(output::line);
        }
        return output;
    }

    @Test
    void holdsWithCounts() throws IOException {
        TlcOutput output = read("holds");
        assertThat(output.verdict(0, true)).isEqualTo(Manifest.HOLDS);
        assertThat(output.distinct()).isEqualTo(6);
        assertThat(output.generated()).isEqualTo(7);
        assertThat(output.depth()).isEqualTo(6);
        assertThat(output.version()).isEqualTo("TLC 2.18 of 20 March 2023");
    }

    @ParameterizedTest
    @CsvSource({
        "invariant, Small",
        "invariant-initial, NotZero",
        "action-property, Climbs",
        "temporal-property-newer, NeverBack",
        "deadlock, Deadlock",
        "assumption, Assumption"
    })
    void namesWhatIsViolated(String output, String property) throws IOException {
        assertThat(read(output, "Some", "Others").verdict(SAFETY, true))
                .isEqualTo(new Violates(property));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refinement", "temporal-property"})
    void theOnlyPropertyIsTheOneThatIsViolated(String output) throws IOException {
        assertThat(read(output, "Mine").verdict(13, true)).isEqualTo(new Violates("Mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refinement", "temporal-property"})
    void oneOfSeveralPropertiesThatTlcDoesNotNameIsNoAnswer(String output) throws IOException {
        assertThat(read(output, "Mine", "Yours").verdict(13, true))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).contains("Mine, Yours"));
    }

    @ParameterizedTest
    @CsvSource({
        "parse-error, 150, 'does not parse: Encountered \"====\" at line 4'",
        "unknown-invariant, 151, 'TLC: The invariant Nothing specified'",
        "evaluation, 76, 'TLC: Evaluating invariant Bad failed. Attempted to check equality'"
    })
    void toolErrorsSayWhy(String output, int exit, String why) throws IOException {
        assertThat(read(output).verdict(exit, true))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).startsWith(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random-runs", "random-runs-newer"})
    void randomRunsCountNoDistinctStates(String name) throws IOException {
        TlcOutput output = read(name);
        assertThat(output.verdict(0, false)).isEqualTo(Manifest.HOLDS);
        assertThat(output.distinct()).isNull();
        assertThat(output.generated()).isEqualTo(201);
    }

    @Test
    void randomRunsAreNoCheckOfAllStates() throws IOException {
        assertThat(read("random-runs").verdict(0, true)).isInstanceOf(Failed.class);
    }

    @Test
    void exitCodeAndOutputMustAgree() throws IOException {
        assertThat(read("holds").verdict(1, true)).isInstanceOf(Failed.class);
        assertThat(read("invariant").verdict(0, true)).isInstanceOf(Failed.class);
    }

    @Test
    void outputThatBreaksOffIsNoAnswer() throws IOException {
        TlcOutput output = new TlcOutput(List.of());
        output.line("@!@!@STARTMSG 2193:0 @!@!@");
        output.line("Model checking completed. No error has been found.");
        assertThat(output.verdict(0, true)).isInstanceOf(Failed.class);
        assertThat(new TlcOutput(List.of()).verdict(0, true)).isInstanceOf(Failed.class);
    }

    @Test
    void statesLeftOnTheQueueAreNoCheckOfAllStates() {
        TlcOutput output = new TlcOutput(List.of());
        message(output, 2193, "Model checking completed. No error has been found.");
        message(
                output,
                2199,
                "7 states generated, 6 distinct states found, 1 states left on queue.");
        message(output, 2186, "Finished in 1ms");
        assertThat(output.verdict(0, true)).isInstanceOf(Failed.class);
    }

    @Test
    void jvmThatDoesNotStartSaysWhy() {
        TlcOutput output = new TlcOutput(List.of());
        output.line("Unrecognized VM option 'Nonsense'");
        assertThat(output.verdict(1, true))
                .isEqualTo(
                        new Failed(
                                "TLC ended with exit code 1 and no verdict: Unrecognized VM option"
                                        + " 'Nonsense'"));
    }

    @Test
    void thousandsHaveCommas() {
        TlcOutput output = new TlcOutput(List.of());
        message(
                output,
                2200,
                "Progress(9) at 2026-01-01 00:00:00: 1,031,094 states generated (31,094 s/min),"
                        + " 209,552 distinct states found (9,552 ds/min), 4 states left on queue.");
        assertThat(output.distinct()).isEqualTo(209_552);
        assertThat(output.generated()).isEqualTo(1_031_094);
    }

    private static void message(TlcOutput output, int code, String text) {
        output.line("@!@!@STARTMSG " + code + ":0 @!@!@");
        output.line(text);
        output.line("@!@!@ENDMSG " + code + " @!@!@");
    }
}
