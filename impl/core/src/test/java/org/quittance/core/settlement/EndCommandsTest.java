package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Variable;

class EndCommandsTest {

    @Test
    void isTheFirstStepOfABlocksEndAndChangesThePhaseOnly() {
        World world = new World();

        world.settlement.endBlock();

        assertThat(world.events.get(0)).isEqualTo(new Event.EndCommands(
                new Post(List.of(new Entry(Key.of(Variable.PHASE), Phase.ORACLE)))));
    }
}
