package org.quittance.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.quittance.proofs.text.TextException;

/** Attacks are possible without their guard and blocked with it; anything else fails. */
class AttacksTest {

    private static final String ATTACK = """
            (attack VoteBadly
              (shows "A bad node votes.")
              (axioms)
              (without "Vote.good")
              (run (Vote A))
              (goal (and (voted A) (not (good A)))))
            """;

    @Test
    void holdsBothWays() {
        assertThat(Tiny.failures(Tiny.TEXT + ATTACK)).isEmpty();
    }

    @Test
    void failsIfItIsNotBlocked() {
        assertThat(Tiny.failures(Tiny.TEXT + ATTACK.replace("(not (good A))", "true")))
                .containsExactly("attacks/(blocked)/VoteBadly: the answer is sat and should be "
                        + "unsat");
    }

    @Test
    void failsIfItIsNotPossible() {
        assertThat(Tiny.failures(Tiny.TEXT + ATTACK.replace("Vote.good", "Vote.once")))
                .containsExactly("attacks/(possible)/VoteBadly: the answer is unsat and should be "
                        + "sat");
    }

    @Test
    void mustLeaveSomethingOut() {
        assertThatThrownBy(() -> Tiny.failures(
                Tiny.TEXT + ATTACK.replace("Vote.good", "Vote.gone")))
                .isInstanceOf(TextException.class)
                .hasMessage("attack VoteBadly: there is no Vote.gone to leave out");
    }
}
