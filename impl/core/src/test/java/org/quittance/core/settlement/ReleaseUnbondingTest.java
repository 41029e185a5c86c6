package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Variable;

class ReleaseUnbondingTest {

    private final House house = new House();

    @Test
    void whenItIsDue() {
        house.s.validators().setUnbonding(2, new Unbonding(40, House.HEIGHT));
        house.run(Phase.STAKING);
        assertThat(house.accounts().cash(5)).isEqualTo(1040);
        assertThat(house.s.validators().unbonding(2)).isEqualTo(Unbonding.NONE);
        assertThat(House.changed(house.only(Event.ReleaseUnbonding.class)))
                .containsExactly(Variable.CASH, Variable.UNBONDING);
    }

    @Test
    void notBefore() {
        house.s.validators().setUnbonding(2, new Unbonding(40, House.HEIGHT + 1));
        house.run(Phase.STAKING);
        assertThat(house.events).isEmpty();
        house.atHeight(House.HEIGHT + 2).run(Phase.STAKING);
        assertThat(house.names()).containsExactly("ReleaseUnbonding");
    }

    @Test
    void nothingIsReleasedOfNothing() {
        house.s.validators().setUnbonding(2, new Unbonding(0, 3));
        house.run(Phase.STAKING);
        assertThat(house.events).isEmpty();
    }

    @Test
    void validatorByValidator() {
        house.s.validators().setUnbonding(3, new Unbonding(1, 9));
        house.s.validators().setUnbonding(1, new Unbonding(2, 10));
        house.s.validators().jail(1);
        house.run(Phase.STAKING);
        assertThat(house.names()).containsExactly("ReleaseUnbonding", "ReleaseUnbonding");
        assertThat(((Event.ReleaseUnbonding) house.events.get(0)).validator()).isEqualTo(1);
        assertThat(house.accounts().cash(4)).isEqualTo(1002);
        assertThat(house.accounts().cash(5)).isEqualTo(1001);
    }
}
