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
    void aBlockWithoutAFreshPriceDoesNotCountForWhoIsFlagged() {
        House house = new House().atHeight(House.HEIGHT + 4);
        house.accounts().setFlagged(1, 8);
        house.accounts().setFlagged(3, House.HEIGHT);
        end(house);
        assertThat(house.accounts().flagged(1)).isEqualTo(9);
        assertThat(house.accounts().flagged(3)).isEqualTo(House.HEIGHT + 1);
        assertThat(house.accounts().isFlagged(2)).isFalse();
        assertThat(House.changed(house.only(Event.EndCommands.class)))
                .containsExactly(Variable.PHASE, Variable.FLAGGED);
    }

    @Test
    void norDoesOneInWhichAPriceWaitsToBeConfirmed() {
        House house = new House();
        house.accounts().setFlagged(1, 8);
        house.s.oracle().setCandidate(200);
        end(house);
        assertThat(house.accounts().flagged(1)).isEqualTo(9);
    }

    @Test
    void aBlockWithAFreshPriceCounts() {
        House house = new House().atHeight(House.HEIGHT + 3);
        house.accounts().setFlagged(1, 8);
        end(house);
        assertThat(house.accounts().flagged(1)).isEqualTo(8);
        assertThat(House.changed(house.only(Event.EndCommands.class)))
                .containsExactly(Variable.PHASE);
    }

    /** There is room for 16 accounts, then for 32. */
    @Test
    void howeverManyAccountsThereAre() {
        House house = new House().atHeight(House.HEIGHT + 4);
        while (house.accounts().size() < 16) {
            house.accounts().open(House.key(house.accounts().size()));
        }
        house.accounts().setFlagged(15, 8);
        end(house);
        assertThat(house.accounts().flagged(15)).isEqualTo(9);
    }

    private static void end(House house) {
        house.s.post();
        BlockRules.endCommands(house.s, house.sink);
    }

    @Test
    void isTheFirstStepOfABlocksEndAndChangesThePhaseOnly() {
        World world = new World();

        world.settlement.endBlock();

        assertThat(world.events.get(0)).isEqualTo(new Event.EndCommands(
                new Post(List.of(new Entry(Key.of(Variable.PHASE), Phase.ORACLE)))));
    }
}
