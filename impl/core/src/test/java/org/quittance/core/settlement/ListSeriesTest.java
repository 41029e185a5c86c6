package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;

class ListSeriesTest {

    private final World world = new World();

    private Outcome listGroup(int group, long expiry) {
        return world.settlement.execute(
                new Command.ListGroup(group, expiry), World.governors(1, 2));
    }

    private Outcome listSeries(int series, long strike, Right right, int group) {
        return world.settlement.execute(
                new Command.ListSeries(series, strike, right, group), World.governors(0, 1, 2));
    }

    @Test
    void listsAGroupAndItsSeriesWhichCanThenBeTraded() {
        assertThat(listGroup(1000, 2).isAccepted()).isTrue();
        assertThat(listSeries(2000, 400, Right.PUT, 1000).isAccepted()).isTrue();

        assertThat(world.state.contracts().group(1000))
                .isEqualTo(new Group(1000, 2, GroupStatus.LIVE, List.of()));
        assertThat(world.state.contracts().series(2000))
                .isEqualTo(new Series(2000, 99, 400, Right.PUT, 1000));
        assertThat(world.state.contracts().seriesOf(1000)).hasSize(1);
        assertThat(world.place(World.ANN, 2000, Side.BUY, 1, 1, OrderKind.GTC).isAccepted())
                .isTrue();
        assertThat(world.steps()).startsWith("ListGroup", "ListSeries");
    }

    @Test
    void makesRoomForMoreWhenAGroupIsSettled() {
        assertThat(listGroup(3, 30).isAccepted()).isTrue();
        assertThat(listSeries(4, 50, Right.CALL, 3).isAccepted()).isTrue();
        assertThat(listGroup(4, 30).rejection()).contains(Rejection.TOO_MANY);
        assertThat(listSeries(5, 50, Right.CALL, 3).rejection()).contains(Rejection.TOO_MANY);

        world.state.contracts().put(new Group(1, 10, GroupStatus.SETTLED, List.of(100L)));

        assertThat(listGroup(4, 30).isAccepted()).isTrue();
        assertThat(listSeries(5, 50, Right.CALL, 3).isAccepted()).isTrue();
        assertThat(listSeries(6, 50, Right.CALL, 3).isAccepted()).isTrue();
        assertThat(listSeries(7, 50, Right.CALL, 3).rejection()).contains(Rejection.TOO_MANY);
        assertThat(listSeries(7, 50, Right.CALL, 1).rejection()).contains(Rejection.TOO_MANY);
    }
}
