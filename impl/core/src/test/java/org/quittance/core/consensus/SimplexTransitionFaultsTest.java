package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.View;
import org.quittance.core.consensus.SimplexRunner.Difference;
import org.quittance.core.message.LogRecord;
import org.quittance.core.transitions.Transitions;

/** A program with one guard or step that is another is found out, and where. */
class SimplexTransitionFaultsTest {

    private static List<Difference> differences(SimplexProgram program) {
        return SimplexRunner.differences(
                Transitions.of("TwoViewsCrash"), program, new TreeMap<>());
    }

    private static List<String> actions(List<Difference> differences) {
        return differences.stream()
                .map(difference -> difference.transition().name().action())
                .distinct()
                .toList();
    }

    /** Each guard in turn holds always, and then never. */
    @Test
    void aGuardThatIsMissingOrNeverHoldsIsFound() {
        for (String guard : List.of("HoldCertificate", "EnterView", "Propose", "Notarize",
                "Nullify", "Finalize", "Persist", "Commit")) {
            for (boolean answer : List.of(true, false)) {
                assertThat(actions(differences(new SimplexProgram() {
                    @Override
                    public boolean can(State s, Object arg, String action) {
                        return action.equals(guard)
                                ? answer
                                : SimplexProgram.super.can(s, arg, action);
                    }
                }))).as("%s is always %s", guard, answer).containsExactly(guard);
            }
        }
    }

    @Test
    void aStepToAnotherStateIsFound() {
        List<Difference> found = differences(new SimplexProgram() {
            @Override
            public State take(State s, Object arg, String action) {
                State next = SimplexProgram.super.take(s, arg, action);
                return action.equals("Notarize")
                        ? next.with(Round.enter(next.config(), new View(1)))
                        : next;
            }
        });
        assertThat(actions(found)).containsExactly("Notarize");
        assertThat(found).allMatch(difference ->
                difference.what().startsWith("the program comes to"));
    }

    /** Votes that were written are not read back. */
    @Test
    void aRestartThatForgetsIsFound() {
        List<Difference> found = differences(new SimplexProgram() {
            @Override
            public State restart(Config config, List<LogRecord> log)
                    throws InconsistentLogException {
                return SimplexProgram.super.restart(config, log.stream()
                        .filter(record -> !(record instanceof LogRecord.Own)).toList());
            }
        });
        assertThat(actions(found)).containsExactly("Restart");
    }
}
