package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Variable;

/** A short call at the money has a maintenance margin of 10, for 10 % of 100. */
class FlagTest {

    private final House house = new House();

    @Test
    void belowMaintenanceMargin() {
        house.hold(house.call, 10, -10).cash(0, 99).run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("Flag", "EndLiquidation");
        assertThat(house.accounts().flagged(1)).isEqualTo(House.HEIGHT);
        assertThat(house.accounts().isFlagged(0)).isFalse();
        assertThat(house.s.progress().swept()).isEqualTo(1);
        assertThat(house.s.progress().phase()).isEqualTo(Phase.STAKING);
        assertThat(House.changed(house.only(Event.Flag.class)))
                .containsExactly(Variable.SWEPT, Variable.FLAGGED);
    }

    @Test
    void notAtMaintenanceMargin() {
        house.hold(house.call, 10, -10).cash(0, 100).run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("EndLiquidation");
        assertThat(house.s.progress().swept()).isEqualTo(-1);
    }

    @Test
    void itsOrdersGoAndNobodyElses() {
        Order sell = house.resting(1, house.call, Side.SELL, 9, 1);
        Order buy = house.resting(1, house.put, Side.BUY, 2, 1);
        Order other = house.resting(2, house.put, Side.BUY, 2, 1);
        house.hold(house.call, 10, -10).cash(0, 99).run(Phase.LIQUIDATION);
        assertThat(house.s.book().order(sell.id())).isNull();
        assertThat(house.s.book().order(buy.id())).isNull();
        assertThat(house.s.book().order(other.id())).isNotNull();
        assertThat(House.changed(house.only(Event.Flag.class))).contains(Variable.ORDERS);
    }

    @Test
    void aFlagStaysAsItWas() {
        house.hold(house.call, 10, -10).cash(0, 99).accounts().setFlagged(1, 8);
        house.run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("EndLiquidation");
        assertThat(house.accounts().flagged(1)).isEqualTo(8);
    }

    /** S8. */
    @Test
    void onlyOnAFreshPrice() {
        house.hold(house.call, 10, -10).cash(0, 0);
        house.s.oracle().setCandidate(300);
        house.run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("EndLiquidation");
        house.s.oracle().setCandidate(0);
        house.atHeight(House.HEIGHT + 4).run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("EndLiquidation");
        house.atHeight(House.HEIGHT + 3).run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("Flag", "EndLiquidation");
    }

    /** A pause halts trading, but the price is as good as ever. */
    @Test
    void evenInAPause() {
        house.hold(house.call, 10, -10).cash(0, 0).s.oracle().setPausedUntil(99);
        house.run(Phase.LIQUIDATION);
        assertThat(house.accounts().isFlagged(1)).isTrue();
    }

    @Test
    void accountsInTheirOrder() {
        house.hold(house.call, -10, -10, 40, -10, -10).cash(0, 0, 0, 0, 1000, 0);
        house.accounts().setFlagged(5, 9);
        house.accounts().setFlagged(3, 4);
        house.run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly(
                "Flag", "Flag", "Deleverage", "Unflag", "EndLiquidation");
        assertThat(house.s.progress().swept()).isEqualTo(5);
    }
}
