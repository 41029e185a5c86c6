package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;

class LeaveTest {

    private final House house = new House();

    @Test
    void weightAndStakeStay() {
        house.execute(new Command.Leave(5, 0, 2), House.account(5));
        assertThat(house.s.validators().isJoined(2)).isFalse();
        assertThat(house.s.validators().isJoined(3)).isTrue();
        assertThat(house.s.validators().weight(2)).isEqualTo(100);
        assertThat(house.s.validators().stake(2)).isEqualTo(100);
        assertThat(House.changed(house.only(Event.Leave.class)))
                .containsExactly(Variable.NONCE, Variable.JOINED);
    }
}
