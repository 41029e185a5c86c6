package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.trace.EngineOutcome.Accepted;
import org.quittance.trace.EngineOutcome.Failed;
import org.quittance.trace.EngineOutcome.Rejected;
import org.quittance.trace.replay.Explanation;

/** Only two answers that agree are an answer. */
class OutcomeTest {

    private static final Explanation WHY = new Explanation(
            List.of("CanNotarize"), "b.valid", null, null, null, List.of(), List.of());

    @Test
    void agreementIsAnAnswer() {
        assertThat(Outcome.of(accepted(5), accepted(5)).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(Outcome.of(rejected(3), explained(3)).verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void disagreementIsNone() {
        assertThat(Outcome.of(accepted(5), explained(3)))
                .isInstanceOfSatisfying(Outcome.ToolFailed.class, f -> assertThat(f.problem())
                        .contains("disagree", "all 5 events", "event 4 is not allowed"));
        assertThat(Outcome.of(rejected(2), explained(3)).verdict())
                .isEqualTo(Verdict.TOOL_FAILED);
        assertThat(Outcome.of(rejected(2), accepted(3)).verdict())
                .isEqualTo(Verdict.TOOL_FAILED);
        assertThat(Outcome.of(accepted(4), accepted(5)).verdict())
                .isEqualTo(Verdict.TOOL_FAILED);
    }

    @Test
    void failureIsNone() {
        assertThat(Outcome.of(new Failed("", "killed"), explained(3)))
                .isEqualTo(new Outcome.ToolFailed("batch: killed"));
        assertThat(Outcome.of(accepted(3), new Failed("", "no memory")))
                .isEqualTo(new Outcome.ToolFailed("stream: no memory"));
    }

    @Test
    void everyVerdictHasAnExitCodeOfItsOwn() {
        assertThat(List.of(Verdict.values())).extracting(Verdict::exitCode)
                .containsExactly(0, 1, 2, 3, 4);
    }

    private static EngineOutcome accepted(int events) {
        return new Accepted("TLC", events, events + 1);
    }

    private static EngineOutcome rejected(int accepted) {
        return new Rejected("TLC", accepted, accepted + 1, null);
    }

    private static EngineOutcome explained(int accepted) {
        return new Rejected("TLC", accepted, accepted + 1, WHY);
    }
}
