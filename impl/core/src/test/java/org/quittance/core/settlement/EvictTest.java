package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;
import static org.quittance.core.settlement.World.BOB;
import static org.quittance.core.settlement.World.CALL;
import static org.quittance.core.settlement.World.CID;
import static org.quittance.core.settlement.World.OTHER;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;

class EvictTest {

    private final World world = new World();

    @Test
    void removesAMakerWithoutTheCash() {
        world.rests(BOB, CALL, Side.BUY, 9, 4);
        world.rests(CID, CALL, Side.BUY, 8, 1);
        world.state.accounts().setCash(BOB, 8);

        world.place(ANN, CALL, Side.SELL, 8, 1, OrderKind.GTC);

        assertThat(world.steps()).containsExactly("Place", "Evict", "Fill");
        assertThat(world.events.get(1)).extracting("maker").isEqualTo(1L);
        assertThat(world.state.book().size()).isZero();
        assertThat(world.state.accounts().cash(BOB)).isEqualTo(8);
    }

    @Test
    void removesAMakerWithoutTheCollateral() {
        world.rests(BOB, CALL, Side.SELL, 9, 4);
        world.owes(BOB, CID, OTHER, 20);

        world.place(ANN, CALL, Side.BUY, 9, 1, OrderKind.IOC);

        assertThat(world.steps()).containsExactly("Place", "Evict", "Expire");
    }

    @Test
    void removesAMakerWhosePositionWouldBecomeTooLarge() {
        world.rests(BOB, CALL, Side.BUY, 9, 4);
        world.owes(CID, BOB, CALL, 20);

        world.place(ANN, CALL, Side.SELL, 9, 1, OrderKind.GTC);

        assertThat(world.steps()).containsExactly("Place", "Evict", "Rest");
    }

    @Test
    void sparesAMakerThatIsShortOfCollateralButReducesItsRisk() {
        world.owes(BOB, CID, CALL, 10);
        world.state.accounts().setCash(BOB, 300);
        world.rests(BOB, CALL, Side.BUY, 9, 4);

        world.place(ANN, CALL, Side.SELL, 9, 4, OrderKind.GTC);

        assertThat(world.steps()).containsExactly("Place", "Fill");
    }
}
