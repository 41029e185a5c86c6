package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;

class ReportTest {

    private final House house = new House();

    @Test
    void isRecorded() {
        house.execute(new Command.Report(2, 1, 101), House.validator(2));
        assertThat(house.s.oracle().report(2)).isEqualTo(101);
        assertThat(house.s.oracle().price()).isEqualTo(House.PRICE);
        Event.Report event = house.only(Event.Report.class);
        assertThat(House.changed(event)).containsExactly(Variable.REPORTS);
        assertThat(House.number(event, Variable.REPORTS, 2)).isEqualTo(101);
    }

    @Test
    void anyPriceUpToTheHighest() {
        house.execute(new Command.Report(0, 1, 1), House.validator(0));
        house.execute(new Command.Report(1, 1, 1000), House.validator(1));
        assertThat(house.s.oracle().report(1)).isEqualTo(1000);
    }

    /** HALT never blocks reports, nor does being an outlier, nor having no weight. */
    @Test
    void isPossibleInAHalt() {
        house.s.oracle().setCandidate(200);
        house.s.oracle().setPausedUntil(House.HEIGHT + 5);
        house.s.oracle().setOutliers(3, 9);
        house.s.validators().setWeight(3, 0);
        house.execute(new Command.Report(3, 1, 100), House.validator(3));
        assertThat(house.s.oracle().report(3)).isEqualTo(100);
    }
}
