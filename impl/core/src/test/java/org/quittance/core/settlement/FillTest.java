package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;
import static org.quittance.core.settlement.World.BOB;
import static org.quittance.core.settlement.World.CALL;
import static org.quittance.core.settlement.World.CID;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

class FillTest {

    private final World world = new World();

    @Test
    void movesThePremiumAtTheMakersPriceAndTheContracts() {
        world.rests(BOB, CALL, Side.SELL, 8, 3);

        world.place(ANN, CALL, Side.BUY, 10, 5, OrderKind.GTC);

        assertThat(world.steps()).containsExactly("Place", "Fill", "Rest");
        assertThat(world.state.accounts().cash(ANN)).isEqualTo(1000 - 24);
        assertThat(world.state.accounts().cash(BOB)).isEqualTo(1000 + 24);
        assertThat(world.state.positions().quantity(ANN, world.series(CALL))).isEqualTo(3);
        assertThat(world.state.positions().quantity(BOB, world.series(CALL))).isEqualTo(-3);
        assertThat(world.state.book().order(1)).isNull();
        assertThat(world.state.book().order(2)).extracting(Order::quantity).isEqualTo(2L);
        assertThat(world.state.book().taker()).isNull();
    }

    /** Three calls at 100 lose 50 each if the price rises by a half. */
    @Test
    void keepsTheMarginThatItComputed() {
        world.rests(BOB, CALL, Side.SELL, 8, 3);

        world.place(ANN, CALL, Side.BUY, 10, 3, OrderKind.GTC);

        assertThat(world.state.positions().hasMargin(BOB, 100)).isTrue();
        assertThat(world.state.positions().margin(BOB)).isEqualTo(150);
        assertThat(world.state.positions().margin(ANN)).isZero();
    }

    @Test
    void isTheLastStepWhenNothingIsLeftOfTheOrder() {
        world.rests(BOB, CALL, Side.BUY, 8, 7);

        world.place(ANN, CALL, Side.SELL, 5, 5, OrderKind.IOC);

        assertThat(world.steps()).containsExactly("Place", "Fill");
        assertThat(world.state.accounts().cash(ANN)).isEqualTo(1000 + 40);
        assertThat(world.state.book().order(1)).extracting(Order::quantity).isEqualTo(2L);
        Post post = world.events.get(1).post();
        assertThat(post.entries()).extracting(entry -> entry.key().variable().word())
                .containsExactly("taker", "cash", "cash", "position", "position", "orders");
        assertThat(post.entries().get(0).value()).isEqualTo(new Value.Gone());
        assertThat(post.entries().get(5).key()).isEqualTo(Key.of(Variable.ORDERS, 1));
    }

    @Test
    void takesTheBestPriceAndThenTheOldest() {
        world.rests(BOB, CALL, Side.SELL, 9, 1);
        world.rests(CID, CALL, Side.SELL, 8, 1);
        world.rests(BOB, CALL, Side.SELL, 8, 1);
        world.rests(CID, CALL, Side.SELL, 7, 1);

        world.place(ANN, CALL, Side.BUY, 8, 4, OrderKind.GTC);

        assertThat(world.events).filteredOn(Event.Fill.class::isInstance)
                .extracting(event -> ((Event.Fill) event).maker())
                .containsExactly(4L, 2L, 3L);
        assertThat(world.steps()).endsWith("Rest");
        assertThat(world.state.accounts().cash(ANN)).isEqualTo(1000 - 7 - 8 - 8);
    }

    @Test
    void leavesNoPositionWhereOneIsClosed() {
        world.owes(ANN, BOB, CALL, 2);
        world.rests(BOB, CALL, Side.SELL, 8, 2);

        world.place(ANN, CALL, Side.BUY, 8, 2, OrderKind.GTC);

        assertThat(world.state.positions().count(ANN)).isZero();
        assertThat(world.state.positions().holders(world.series(CALL))).isEmpty();
        assertThat(world.entries()).doesNotContainKey(Key.position(ANN, CALL));
    }
}
