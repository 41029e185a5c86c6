package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;

/** Account 5 owns validators 2 and 3. */
class StakeTest {

    private final House house = new House();

    private House stake(long amount) {
        return house.execute(new Command.Stake(5, 0, 2, amount), House.account(5));
    }

    @Test
    void cashBecomesStakeButNotWeight() {
        stake(300);
        assertThat(house.accounts().cash(5)).isEqualTo(700);
        assertThat(house.s.validators().stake(2)).isEqualTo(400);
        assertThat(house.s.validators().weight(2)).isEqualTo(100);
        assertThat(House.changed(house.only(Event.Stake.class))).containsExactly(
                Variable.CASH, Variable.NONCE, Variable.STAKE);
    }

    @Test
    void allOfTheCash() {
        stake(1000);
        assertThat(house.accounts().cash(5)).isZero();
    }

    @Test
    void upToTheFreeCollateral() {
        house.hold(house.call, 10, 0, 0, 0, 0, -10);
        assertThat(StakingRules.stakeRefusal(
                house.s, new Command.Stake(5, 0, 2, 801), House.account(5)))
                .contains(Rejection.INSUFFICIENT_COLLATERAL);
        stake(800);
        assertThat(house.accounts().cash(5)).isEqualTo(200);
    }

    /** It may want to be whole again, though it can't join. */
    @Test
    void evenWhenJailed() {
        house.s.validators().jail(2);
        stake(1);
        assertThat(house.s.validators().stake(2)).isEqualTo(101);
    }
}
