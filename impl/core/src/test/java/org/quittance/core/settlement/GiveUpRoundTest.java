package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Oracle;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Variable;

/** A round may be open for three blocks after the one in which it began, at height 10. */
class GiveUpRoundTest {

    private final House house = new House();
    private final Oracle oracle = house.s.oracle();

    @Test
    void reportsThatAreTooOldAreForgotten() {
        oracle.setReport(1, 120);
        oracle.setOutliers(1, 1);
        oracle.setCandidate(200);
        house.atHeight(13).run(Phase.ORACLE);
        assertThat(oracle.report(1)).isZero();
        assertThat(oracle.round()).isEqualTo(2);
        assertThat(oracle.roundStart()).isEqualTo(14);
        assertThat(oracle.price()).isEqualTo(House.PRICE);
        assertThat(oracle.candidate()).isEqualTo(200);
        assertThat(oracle.outliers(1)).isEqualTo(1);
        assertThat(house.s.progress().phase()).isEqualTo(Phase.EXPIRY);
        assertThat(House.changed(house.only(Event.GiveUpRound.class))).containsExactly(
                Variable.PHASE, Variable.ROUND, Variable.REPORTS, Variable.ROUND_START);
    }

    @Test
    void notBefore() {
        oracle.setReport(1, 120);
        house.atHeight(12).run(Phase.ORACLE);
        assertThat(house.names()).containsExactly("KeepRound");
        assertThat(oracle.report(1)).isEqualTo(120);
    }

    /** What was reported to the old round does not help the new one. */
    @Test
    void theNextRoundNeedsReportsOfItsOwn() {
        oracle.setReport(0, 100);
        oracle.setReport(1, 100);
        house.atHeight(13).run(Phase.ORACLE);
        oracle.setReport(2, 100);
        house.atHeight(14).run(Phase.ORACLE);
        assertThat(house.names()).containsExactly("KeepRound");
        oracle.setReport(0, 104);
        oracle.setReport(1, 104);
        house.run(Phase.ORACLE);
        assertThat(oracle.price()).isEqualTo(104);
        assertThat(oracle.roundStart()).isEqualTo(15);
    }
}
