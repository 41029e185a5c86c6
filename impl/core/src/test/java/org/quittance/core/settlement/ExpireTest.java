package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;
import static org.quittance.core.settlement.World.BOB;
import static org.quittance.core.settlement.World.CALL;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;

class ExpireTest {

    private final World world = new World();

    @Test
    void dropsWhatIsLeftOfAnImmediateOrder() {
        world.rests(BOB, CALL, Side.SELL, 8, 1);

        world.place(ANN, CALL, Side.BUY, 8, 3, OrderKind.IOC);

        assertThat(world.steps()).containsExactly("Place", "Fill", "Expire");
        assertThat(world.state.book().size()).isZero();
        assertThat(world.state.book().taker()).isNull();
        assertThat(world.state.book().nextOrder()).isEqualTo(3);
    }
}
