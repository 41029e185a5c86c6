package org.quittance.sim.settlement.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Rejection;
import org.quittance.sim.check.Property;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.SettlementRun;
import org.quittance.sim.scenario.SettlementScenario;

/** Scripted markets: they go as they are written, and show what they are there for. */
class ScriptsTest {

    private static final int MOST_EVENTS = 120;

    static Stream<SettlementScenario> scripted() {
        return SettlementScenario.scripted().stream();
    }

    private static List<String> trace(SettlementScenario scenario) {
        List<String> lines = new ArrayList<>();
        SettlementRun.run(scenario, Options.PLAIN.settlementTracedTo(lines::add, line -> { }));
        return lines;
    }

    @ParameterizedTest
    @MethodSource("scripted")
    void goesAsItIsWrittenAndBreaksNoProperty(SettlementScenario scenario) {
        SettlementRun.Result result = SettlementRun.run(scenario, Options.PLAIN);

        assertThat(result.violation()).isNull();
        assertThat(result.blocks()).isEqualTo(scenario.blocks());
        assertThat(result.events()).isLessThanOrEqualTo(MOST_EVENTS);
        assertThat(trace(scenario)).isEqualTo(trace(scenario));
    }

    @Test
    void togetherTheyTakeEveryAction() {
        Set<String> taken = new TreeSet<>();
        scripted().forEach(scenario -> taken.addAll(
                SettlementRun.run(scenario, Options.PLAIN).coverage().actions().keySet()));

        assertThat(taken).containsExactlyInAnyOrderElementsOf(
                Stream.of(Event.class.getPermittedSubclasses())
                        .map(Class::getSimpleName).toList());
    }

    @Test
    void breaksOffWhenAnAnswerIsAnotherOne() {
        Script script = new Script(1, keys -> {
            ScriptWriter m = new ScriptWriter(
                    Scripts.genesis(keys, Scripts.rules(Scripts.Scale.SMALL, Map.of()),
                            List.of(0L), List.of(300L), List.of(500L)),
                    keys, Scripts.Scale.SMALL);
            m.refused(Rejection.TOO_MANY).group(1, 6);
            m.end();
            return m;
        });

        var violation = SettlementRun.run(
                new SettlementScenario("wrong", script, 1, 1), Options.PLAIN).violation();

        assertThat(violation).isNotNull();
        assertThat(violation.property()).isEqualTo(Property.NO_FAILURE);
        assertThat(violation.getMessage())
                .contains("block 1, command 1 of the script", "refused with TOO_MANY");
    }
}
