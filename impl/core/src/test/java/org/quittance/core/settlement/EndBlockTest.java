package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Validators;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

class EndBlockTest {

    private final World world = new World();

    @Test
    void takesItsStepsInOrderAndReportsTheWholeStateAtItsEnd() {
        world.settlement.endBlock();

        assertThat(world.steps()).containsExactly("EndCommands", "KeepRound", "EndExpiry",
                "EndLiquidation", "EndBlock");
        assertThat(world.settlement.height()).isEqualTo(2);
        assertThat(world.state.progress().phase()).isEqualTo(Phase.COMMANDS);
        assertThat(world.state.progress().swept()).isEqualTo(-1);
        assertThat(world.events.get(4).post())
                .isEqualTo(new Post(world.state.ledger().entries()));
    }

    @Test
    void theNextSweepBeginsWithTheFirstAccountAgain() {
        world.state.accounts().setFlagged(World.BOB, 1);
        world.settlement.endBlock();

        assertThat(world.steps()).contains("Unflag");
        assertThat(world.state.progress().swept()).isEqualTo(-1);
    }

    @Test
    void setsWeightsAndTheCapAnewAtTheEndOfAnEpoch() {
        world.state.validators().setStake(0, 70);
        world.state.validators().setJoined(1, false);
        world.state.treasury().setWithdrawn(9);

        world.goTo(4);
        assertThat(world.state.validators().weight(0)).isEqualTo(100);
        assertThat(world.state.treasury().withdrawn()).isEqualTo(9);
        world.goTo(5);
        assertThat(world.state.validators().weight(0)).isEqualTo(70);
        assertThat(world.state.validators().weight(1)).isZero();
        assertThat(world.state.treasury().withdrawn()).isZero();

        world.state.validators().jail(0);
        world.state.validators().setJoined(1, true);
        world.goTo(9);
        assertThat(world.state.validators().weight(0)).isZero();
        assertThat(world.state.validators().weight(1)).isEqualTo(50);
    }

    @Test
    void keepsTheWeightsIfNobodyWouldHaveAny() {
        Validators validators = world.state.validators();
        validators.setStake(0, 70);
        validators.setJoined(0, false);
        for (int v = 1; v < validators.size(); v++) {
            validators.jail(v);
        }

        world.goTo(5);
        assertThat(validators.weight(0)).isEqualTo(100);
        assertThat(validators.weight(1)).isEqualTo(50);

        validators.setJoined(0, true);
        world.goTo(9);
        assertThat(validators.weight(0)).isEqualTo(70);
        assertThat(validators.weight(1)).isZero();
    }

    @Test
    void givesOutliersAnotherChanceAtTheEndOfAnEpoch() {
        world.state.oracle().setOutliers(0, 1);
        world.state.oracle().setOutliers(1, 7);

        world.goTo(4);
        assertThat(world.state.oracle().outliers(0)).isEqualTo(1);
        assertThat(world.state.oracle().outliers(1)).isEqualTo(7);
        world.goTo(5);
        assertThat(world.state.oracle().outliers(0)).isZero();
        assertThat(world.state.oracle().outliers(1)).isZero();
        // They are no entries of the state any more, and the event says so.
        assertThat(world.events.get(world.events.size() - 1).post().entries()).contains(
                new Entry(Key.of(Variable.OUTLIERS, 0), new Value.Number(0)),
                new Entry(Key.of(Variable.OUTLIERS, 1), new Value.Number(0)));
    }

    @Test
    void makesNoEventsIfNobodyIsInterested() {
        Settlement silent = Settlement.genesis(World.genesis(World.parameters()));
        silent.endBlock();

        assertThat(silent.state().ledger().marks().isTracing()).isFalse();
        assertThat(silent.state().ledger().marks().takeForEvent()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Settlement.restore(
                World.genesis(World.parameters()), silent.state().ledger(), event -> { }));
    }

    @Test
    void goesOnMakingEventsIfTheLedgerRemembersChanges() {
        Genesis genesis = World.genesis(World.parameters());
        assertThatIllegalArgumentException().isThrownBy(() ->
                Settlement.restore(genesis, world.state.ledger(), EventSink.NONE));
        Settlement.restore(genesis, world.state.ledger(), world.events::add).endBlock();

        assertThat(world.steps()).endsWith("EndBlock");
    }
}
