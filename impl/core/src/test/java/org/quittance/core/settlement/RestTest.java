package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;
import static org.quittance.core.settlement.World.BOB;
import static org.quittance.core.settlement.World.CALL;
import static org.quittance.core.settlement.World.PUT;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;

class RestTest {

    private final World world = new World();

    @Test
    void addsWhatIsLeftBehindThoseOfTheSamePrice() {
        world.rests(BOB, CALL, Side.BUY, 8, 1);

        world.place(ANN, CALL, Side.BUY, 8, 1, OrderKind.POST_ONLY);
        world.place(ANN, CALL, Side.BUY, 7, 1, OrderKind.GTC);

        assertThat(world.steps()).containsExactly("Place", "Rest", "Place", "Rest");
        assertThat(world.state.book().count(ANN)).isEqualTo(2);
        world.forget();
        world.place(World.CID, CALL, Side.SELL, 7, 3, OrderKind.GTC);
        assertThat(world.events).filteredOn(Event.Fill.class::isInstance)
                .extracting(event -> ((Event.Fill) event).maker()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void doesNotMeetOrdersOfOtherSeries() {
        world.rests(BOB, PUT, Side.SELL, 5, 1);

        world.place(ANN, CALL, Side.BUY, 8, 1, OrderKind.GTC);

        assertThat(world.steps()).containsExactly("Place", "Rest");
    }
}
