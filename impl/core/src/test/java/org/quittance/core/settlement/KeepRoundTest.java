package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Oracle;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Variable;

class KeepRoundTest {

    private final House house = new House();

    @Test
    void reportsStayForTheNextBlock() {
        Oracle oracle = house.s.oracle();
        oracle.setReport(1, 120);
        oracle.setOutliers(1, 1);
        house.run(Phase.ORACLE);
        assertThat(oracle.report(1)).isEqualTo(120);
        assertThat(oracle.round()).isEqualTo(1);
        assertThat(oracle.price()).isEqualTo(House.PRICE);
        assertThat(oracle.outliers(1)).isEqualTo(1);
        assertThat(House.changed(house.only(Event.KeepRound.class)))
                .containsExactly(Variable.PHASE);
        oracle.setReport(0, 104);
        oracle.setReport(2, 105);
        house.run(Phase.ORACLE);
        assertThat(oracle.price()).isEqualTo(105);
    }
}
