package org.quittance.trace.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TlcOutputTest {

    @Test
    void readsASuccess() {
        TlcOutput output = read("""
                @!@!@STARTMSG 2262:0 @!@!@
                TLC2 Version 2.18 of 20 March 2023
                @!@!@ENDMSG 2262 @!@!@
                <<"trace consumed", 1000>>
                @!@!@STARTMSG 2193:0 @!@!@
                Model checking completed. No error has been found.
                @!@!@ENDMSG 2193 @!@!@
                @!@!@STARTMSG 2199:0 @!@!@
                1,001 states generated, 1001 distinct states found, 0 states left on queue.
                @!@!@ENDMSG 2199 @!@!@
                """);

        assertThat(output.version()).isEqualTo("Version 2.18 of 20 March 2023");
        assertThat(output.success()).isTrue();
        assertThat(output.generated()).isEqualTo(1001);
        assertThat(output.distinct()).isEqualTo(1001);
        assertThat(output.consumed()).isEqualTo(1000);
        assertThat(output.error()).isEmpty();
    }

    @Test
    void readsAnError() {
        TlcOutput output = read("""
                @!@!@STARTMSG 1000:1 @!@!@
                Attempted to apply function to 5, which is not in its domain.
                @!@!@ENDMSG 1000 @!@!@
                @!@!@STARTMSG 2217:4 @!@!@
                1: <Initial predicate>
                """);

        assertThat(output.success()).isFalse();
        assertThat(output.error()).contains("not in its domain").doesNotContain("Initial");
        assertThat(output.showsStates()).isTrue();
    }

    @Test
    void readsWhatTheParserAndTheJvmSay() {
        assertThat(read("***Parse Error***\nWas expecting \"====\"\n").error())
                .contains("Parse Error", "Was expecting");
        assertThat(read("Error: Could not find or load main class tlc2.TLC\n").error())
                .contains("Could not find");
    }

    private static TlcOutput read(String text) {
        TlcOutput output = new TlcOutput();
        text.lines().forEach(output::line);
        return output;
    }
}
