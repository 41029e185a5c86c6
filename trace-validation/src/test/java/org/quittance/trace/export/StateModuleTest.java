package org.quittance.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quittance.models.InputException;

class StateModuleTest {

    private static StateModule of(String sample, int event) throws IOException {
        List<StateModule> modules = new ArrayList<>();
        Path trace = ExportedRun.accepted(sample);
        ExportedRun.visit(trace, point -> {
            if (point.index() == event) {
                modules.add(new StateModule(
                        "State",
                        StateModule.continuation(point.header().spec().name()),
                        point));
            }
        });
        return modules.getFirst();
    }

    private static List<String> actions(String text, String next) {
        String from = text.substring(text.indexOf("\n" + next + " =="));
        String body = from.substring(0, from.indexOf("\n\n"));
        return Pattern.compile("([A-Z][A-Za-z]+)\\((?:i|m)[,)]")
                .matcher(body).results().map(StateModuleTest::name).distinct().sorted().toList();
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }

    @Test
    void hasEveryVariableOfTheSpec() throws Exception {
        String module = of("calm", 40).text("");

        assertThat(module).contains(
                "MODULE State ", "EXTENDS Simplex, TLC", "event 40 of a recorded run");
        for (String variable : List.of(
                "messages", "up", "view", "certificates", "pending", "durable", "committed")) {
            assertThat(module).contains("/\\ " + variable + " = ReachedState." + variable);
        }
        assertThat(module).doesNotContain("received", "Elected");
    }

    /** What is done near a state is Next but for one choice: no action may be forgotten. */
    @Test
    void goesOnWithEveryActionOfNext() throws Exception {
        String spec = Files.readString(ExportedRun.SPECS.resolve("consensus/Simplex.tla"));
        List<String> near = actions(of("calm", 1).text(""), "NearNext");

        near = near.stream().filter(a -> !a.equals("Kept")).toList();
        assertThat(near).isEqualTo(actions(spec, "Next")).hasSize(11);
        assertThat(actions(spec.replace("Crash(i)", "Burn(i)"), "Next")).isNotEqualTo(near);
    }

    @Test
    void checksNoMoreThanTheWeightsPromise() throws Exception {
        assertThat(of("calm", 1).invariants()).contains("Agreement", "DurableVotes");
        assertThat(of("system-calm", 1).invariants())
                .contains("QuittanceMatchesExecution", "ExactlyOnce");
    }

    @Test
    void amountsAreNumbersOfTlcOrTheStateIsRefused() throws Exception {
        assertThat(of("market-book", 40).text(""))
                .contains("RunMaxMoney ==\n    2147483647", "stands for 1152921504606846976")
                .doesNotContain("<<1000000000");
        assertThatThrownBy(() -> of("market-large-book", 40))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("TLC's have 32 bits");
    }
}
