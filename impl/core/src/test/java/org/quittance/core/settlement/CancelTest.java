package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;
import static org.quittance.core.settlement.World.BOB;
import static org.quittance.core.settlement.World.CALL;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.Side;

class CancelTest {

    private final World world = new World();

    private Outcome cancel(int account, long order) {
        return world.settlement.execute(
                new Command.Cancel(account, world.state.accounts().nonce(account), order),
                World.by(account));
    }

    @Test
    void removesOneOrderAndLeavesTheOthersInPlace() {
        world.rests(ANN, CALL, Side.BUY, 8, 1);
        Order middle = world.rests(ANN, CALL, Side.BUY, 8, 1);
        world.rests(ANN, CALL, Side.BUY, 8, 1);

        assertThat(cancel(ANN, middle.id()).isAccepted()).isTrue();

        assertThat(world.steps()).containsExactly("Cancel");
        assertThat(world.state.book().count(ANN)).isEqualTo(2);
        assertThat(world.state.book().best(world.series(CALL), Side.BUY))
                .extracting(Order::id).isEqualTo(1L);
        assertThat(cancel(ANN, 1).isAccepted()).isTrue();
        assertThat(world.state.book().best(world.series(CALL), Side.BUY))
                .extracting(Order::id).isEqualTo(3L);
        assertThat(cancel(ANN, 3).isAccepted()).isTrue();
        assertThat(world.state.book().best(world.series(CALL), Side.BUY)).isNull();
        assertThat(cancel(ANN, 3).rejection()).contains(Rejection.UNKNOWN_ORDER);
    }

    @Test
    void isAllowedWhileTradingIsHaltedAndThePriceIsStale() {
        Order order = world.rests(BOB, CALL, Side.BUY, 8, 1);
        world.state.oracle().setPausedUntil(99);
        world.state.oracle().setCandidate(200);
        world.state.oracle().setPrice(0, 0);
        world.state.accounts().setFlagged(BOB, 1);

        assertThat(cancel(BOB, order.id()).isAccepted()).isTrue();
    }
}
