package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Variable;

class UnstakeTest {

    private final House house = new House();

    private House unstake(long amount) {
        return house.execute(new Command.Unstake(5, 0, 2, amount), House.account(5));
    }

    @Test
    void isDueLater() {
        unstake(40);
        assertThat(house.s.validators().stake(2)).isEqualTo(60);
        assertThat(house.s.validators().unbonding(2))
                .isEqualTo(new Unbonding(40, House.HEIGHT + 6));
        assertThat(house.s.validators().weight(2)).isEqualTo(100);
        assertThat(house.accounts().cash(5)).isEqualTo(1000);
        assertThat(House.changed(house.only(Event.Unstake.class))).containsExactly(
                Variable.NONCE, Variable.STAKE, Variable.UNBONDING);
    }

    @Test
    void allOfIt() {
        unstake(100);
        assertThat(house.s.validators().stake(2)).isZero();
    }

    @Test
    void evenWhenFlaggedOrJailedOrHalted() {
        house.accounts().setFlagged(5, 9);
        house.s.validators().jail(2);
        house.s.oracle().setCandidate(500);
        unstake(1);
        assertThat(house.s.validators().stake(2)).isEqualTo(99);
    }
}
