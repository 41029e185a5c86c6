package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;

class ListGroupTest {

    @Test
    void listsAGroupThatExpiresInTheNextBlockAtTheEarliest() {
        World world = new World();

        Outcome outcome = world.settlement.execute(
                new Command.ListGroup(1000, 2), World.governors(2, 1));

        assertThat(outcome.isAccepted()).isTrue();
        assertThat(world.state.contracts().group(1000))
                .isEqualTo(new Group(1000, 2, GroupStatus.LIVE, List.of()));
        assertThat(world.events).singleElement().isInstanceOfSatisfying(
                Event.ListGroup.class,
                event -> assertThat(event.signers()).isEqualTo(List.of(1, 2)));
    }
}
