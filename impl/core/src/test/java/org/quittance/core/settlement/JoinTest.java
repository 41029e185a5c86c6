package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;

class JoinTest {

    private final House house = new House();

    @Test
    void withTheLeastStake() {
        house.s.validators().setJoined(2, false);
        house.s.validators().setStake(2, 50);
        house.s.validators().setWeight(2, 0);
        house.execute(new Command.Join(5, 0, 2), House.account(5));
        assertThat(house.s.validators().isJoined(2)).isTrue();
        assertThat(house.s.validators().weight(2)).isZero();
        assertThat(House.changed(house.only(Event.Join.class)))
                .containsExactly(Variable.NONCE, Variable.JOINED);
    }

    @Test
    void againIsNoMistake() {
        house.execute(new Command.Join(5, 0, 3), House.account(5));
        assertThat(house.s.validators().isJoined(3)).isTrue();
    }
}
