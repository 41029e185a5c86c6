package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;
import static org.quittance.core.settlement.World.BOB;
import static org.quittance.core.settlement.World.CALL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

/** What is refused is in {@link TradingRefusalsTest}. */
class PlaceTest {

    private final World world = new World();

    @Test
    void makesTheOrderTheOneThatIsMatched() {
        assertThat(world.place(ANN, CALL, Side.BUY, 10, 5, OrderKind.GTC).isAccepted()).isTrue();

        assertThat(world.events.get(0)).isEqualTo(new Event.Place(
                new Command.Place(ANN, 0, CALL, Side.BUY, 10, 5, OrderKind.GTC),
                new Post(List.of(
                        new Entry(Key.of(Variable.TAKER),
                                new Value.OpenOrder(1, ANN, CALL, Side.BUY, 10, 5, OrderKind.GTC)),
                        new Entry(Key.of(Variable.NONCE, ANN), new Value.Number(1)),
                        new Entry(Key.of(Variable.NEXT_ORDER), new Value.Number(2))))));
    }

    @Test
    void isPossibleInTheLastBlockBeforeExpiryAndAtTheLimits() {
        world.state.progress().setHeight(9);
        world.state.oracle().setPrice(100, 6);
        world.state.accounts().setCash(ANN, 100);

        assertThat(world.place(ANN, CALL, Side.BUY, 10, 10, OrderKind.GTC).isAccepted()).isTrue();
        assertThat(world.place(BOB, CALL, Side.SELL, 400, 1, OrderKind.IOC).isAccepted()).isTrue();
        world.owes(BOB, ANN, CALL, 10);
        assertThat(world.place(ANN, CALL, Side.BUY, 1, 10, OrderKind.GTC).isAccepted()).isTrue();
    }

    @Test
    void mayReduceAShortfallThatIsThere() {
        world.owes(ANN, BOB, CALL, 10);
        world.state.accounts().setCash(ANN, 300);

        assertThat(world.place(ANN, CALL, Side.BUY, 30, 5, OrderKind.GTC).isAccepted()).isTrue();
        assertThat(world.place(ANN, CALL, Side.SELL, 31, 1, OrderKind.GTC).rejection())
                .contains(Rejection.INSUFFICIENT_COLLATERAL);
    }

    @Test
    void doesNotMindOwnOrdersThatItDoesNotCross() {
        world.rests(ANN, CALL, Side.SELL, 11, 1);
        world.rests(ANN, CALL, Side.BUY, 10, 1);

        assertThat(world.place(ANN, CALL, Side.BUY, 10, 1, OrderKind.POST_ONLY).isAccepted())
                .isTrue();
    }

    @Test
    void seesAnOwnOrderBehindAnothers() {
        world.rests(BOB, CALL, Side.SELL, 9, 1);
        world.rests(ANN, CALL, Side.SELL, 10, 1);

        assertThat(world.place(ANN, CALL, Side.BUY, 10, 1, OrderKind.GTC).rejection())
                .contains(Rejection.SELF_TRADE);
        assertThat(world.place(ANN, CALL, Side.BUY, 9, 1, OrderKind.GTC).isAccepted()).isTrue();
    }
}
