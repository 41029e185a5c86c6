package org.quittance.proofs.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.quittance.proofs.Tiny;

class SolversTest {

    private static final int PIGEONS = 14;

    @Test
    void answerSatAndUnsat() {
        for (Solver solver : Tiny.solvers()) {
            assertThat(solver.check(
                    "(set-logic QF_UF)(declare-const p Bool)(assert p)(check-sat)", 1000).word())
                    .isEqualTo("sat");
            assertThat(solver.check("(set-logic QF_UF)(assert false)(check-sat)", 1000).word())
                    .isEqualTo("unsat");
        }
    }

    @Test
    void saySoWhenTheTimeIsUp() {
        StringBuilder text = new StringBuilder("(set-logic QF_UF)\n");
        for (int p = 0; p <= PIGEONS; p++) {
            StringBuilder somewhere = new StringBuilder();
            for (int h = 0; h < PIGEONS; h++) {
                text.append("(declare-const x").append(p).append('_').append(h).append(" Bool)\n");
                somewhere.append(" x").append(p).append('_').append(h);
            }
            text.append("(assert (or").append(somewhere).append("))\n");
        }
        for (int h = 0; h < PIGEONS; h++) {
            for (int p = 0; p <= PIGEONS; p++) {
                for (int q = 0; q < p; q++) {
                    text.append("(assert (not (and x").append(p).append('_').append(h)
                            .append(" x").append(q).append('_').append(h).append(")))\n");
                }
            }
        }
        for (Solver solver : Tiny.solvers()) {
            assertThat(solver.check(text + "(check-sat)", 200).word())
                    .as(solver.name()).isEqualTo(Answer.TIME_OUT);
        }
    }

    @Test
    void refuseWhatMeansNothing() {
        for (Solver solver : Tiny.solvers()) {
            assertThatThrownBy(() -> solver.check("(set-logic QF_UF)(assert (p))(check-sat)", 1000))
                    .isInstanceOf(SolverException.class)
                    .hasMessageStartingWith(solver.name() + " does not accept the text: ");
        }
    }
}
