package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Variable;

class ExpireGroupTest {

    private final House house = new House();

    private GroupStatus status(int group) {
        Group found = house.s.contracts().group(group);
        assertThat(found).isNotNull();
        return found.status();
    }

    @Test
    void notBeforeItsExpiry() {
        house.atHeight(14).run(Phase.EXPIRY);
        assertThat(house.names()).containsExactly("EndExpiry");
        assertThat(status(1)).isEqualTo(GroupStatus.LIVE);
        assertThat(house.s.progress().phase()).isEqualTo(Phase.LIQUIDATION);
    }

    @Test
    void atItsExpiryAndItsOrdersGo() {
        house.s.contracts().put(new Group(2, 99, GroupStatus.LIVE, List.of()));
        Series other = house.s.contracts().list(9, 100, Right.CALL, 2);
        Order buy = house.resting(0, house.call, Side.BUY, 5, 1);
        Order sell = house.resting(1, house.put, Side.SELL, 9, 1);
        Order stays = house.resting(1, other, Side.SELL, 9, 1);
        house.hold(house.call, 1, -1).atHeight(15).run(Phase.EXPIRY);
        assertThat(house.names()).containsExactly("ExpireGroup", "EndExpiry");
        assertThat(status(1)).isEqualTo(GroupStatus.EXPIRED);
        assertThat(house.s.book().order(buy.id())).isNull();
        assertThat(house.s.book().order(sell.id())).isNull();
        assertThat(house.s.book().order(stays.id())).isNotNull();
        assertThat(house.held(0, house.call)).isEqualTo(1);
        assertThat(house.only(Event.ExpireGroup.class).group()).isEqualTo(1);
        assertThat(House.changed(house.only(Event.ExpireGroup.class)))
                .contains(Variable.ORDERS, Variable.GROUPS).doesNotContain(Variable.CASH);
    }

    @Test
    void onlyOnce() {
        house.atHeight(15).run(Phase.EXPIRY);
        house.atHeight(16).run(Phase.EXPIRY);
        assertThat(house.names()).containsExactly("EndExpiry");
    }

    @Test
    void groupByGroupEachIsExpiredBeforeItIsSettled() {
        house.s.contracts().put(new Group(3, 10, GroupStatus.LIVE, List.of(100L, 100L)));
        house.s.contracts().put(new Group(2, 10, GroupStatus.LIVE, List.of(100L, 100L)));
        house.run(Phase.EXPIRY);
        assertThat(house.names()).containsExactly(
                "ExpireGroup", "SettleGroup", "ExpireGroup", "SettleGroup", "EndExpiry");
        assertThat(((Event.SettleGroup) house.events.get(1)).group()).isEqualTo(2);
    }
}
