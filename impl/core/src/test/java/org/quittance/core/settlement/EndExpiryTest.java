package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Variable;

class EndExpiryTest {

    @Test
    void goesOnToTheNextPhase() {
        House house = new House().run(Phase.EXPIRY);
        assertThat(house.names()).containsExactly("EndExpiry");
        assertThat(house.s.progress().phase()).isEqualTo(Phase.LIQUIDATION);
        assertThat(House.changed(house.only(Event.EndExpiry.class)))
                .containsExactly(Variable.PHASE);
    }
}
