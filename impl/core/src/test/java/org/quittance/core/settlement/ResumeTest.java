package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;
import static org.quittance.core.settlement.World.CALL;

import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;

class ResumeTest {

    private final World world = new World();

    private Outcome execute(Command command) {
        return world.settlement.execute(command, World.governors(0, 2));
    }

    private Outcome place() {
        return world.place(ANN, CALL, Side.BUY, 1, 1, OrderKind.GTC);
    }

    @Test
    void endsWhenGovernorsResume() {
        assertThat(execute(new Command.Pause(6, 0)).isAccepted()).isTrue();
        assertThat(execute(new Command.Resume(1)).isAccepted()).isTrue();

        assertThat(place().isAccepted()).isTrue();
        assertThat(world.state.oracle().pausedUntil()).isZero();
        assertThat(world.state.progress().governanceNonce()).isEqualTo(2);
    }

    @Test
    void doesNotConfirmAPriceThatWaits() {
        world.state.oracle().setCandidate(200);
        assertThat(execute(new Command.Resume(0)).isAccepted()).isTrue();

        assertThat(place().rejection()).contains(Rejection.HALTED);
    }
}
