package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

/** That nothing else changes is in {@link TradingRefusalsTest}. */
class RejectTest {

    private final World world = new World();

    @Test
    void usesTheNonceSoThatNobodyCanTryTheCommandAgain() {
        Command command = new Command.Cancel(ANN, 0, 77);

        world.settlement.execute(command, World.by(ANN));

        assertThat(world.events).containsExactly(new Event.Reject(
                command, List.of(), Rejection.UNKNOWN_ORDER,
                new Post(List.of(
                        new Entry(Key.of(Variable.NONCE, ANN), new Value.Number(1))))));
        assertThat(world.settlement.execute(command, World.by(ANN)).rejection())
                .contains(Rejection.WRONG_NONCE);
    }

    @Test
    void leavesTheNonceToItsOwner() {
        world.settlement.execute(new Command.Cancel(ANN, 0, 77), World.by(World.BOB));

        assertThat(world.state.accounts().nonce(ANN)).isZero();
        assertThat(world.events).singleElement().extracting(Event::post)
                .isEqualTo(new Post(List.of()));
    }

    @Test
    void tellsWhichMembersSealedIt() {
        world.settlement.execute(
                new Command.ListGroup(0, 5), Signers.of(World.key("governor", 2),
                        World.key("account", ANN), World.key("governor", 0)));
        world.settlement.execute(
                new Command.Deposit(1, ANN, World.key("account", ANN), 0),
                World.custodians(1, 2));

        assertThat(world.events).extracting("signers")
                .containsExactly(List.of(0, 2), List.of(1, 2));
    }
}
