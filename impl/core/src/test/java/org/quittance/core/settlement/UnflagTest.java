package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Variable;

class UnflagTest {

    private final House house = new House();

    private House flagged(long cash, long since) {
        house.hold(house.call, 10, -10).cash(0, cash).accounts().setFlagged(1, since);
        return house.run(Phase.LIQUIDATION);
    }

    @Test
    void withMaintenanceMarginAgain() {
        flagged(100, 8);
        assertThat(house.names()).containsExactly("Unflag", "EndLiquidation");
        assertThat(house.accounts().isFlagged(1)).isFalse();
        assertThat(House.changed(house.only(Event.Unflag.class)))
                .containsExactly(Variable.SWEPT, Variable.FLAGGED);
        assertThat(house.held(1, house.call)).isEqualTo(-10);
    }

    @Test
    void notWithLess() {
        flagged(99, 8);
        assertThat(house.names()).containsExactly("EndLiquidation");
    }

    @Test
    void evenWhenTheTimeForTakeoversIsOver() {
        flagged(100, 1);
        assertThat(house.names()).containsExactly("Unflag", "EndLiquidation");
    }

    @Test
    void withoutPositions() {
        house.cash(0, 0).accounts().setFlagged(1, 8);
        house.run(Phase.LIQUIDATION);
        assertThat(house.accounts().isFlagged(1)).isFalse();
    }
}
