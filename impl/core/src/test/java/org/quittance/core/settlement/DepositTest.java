package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.settlement.World.ANN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Value;

class DepositTest {

    private final World world = new World();

    private Outcome deposit(long ext, int account, long amount) {
        return world.settlement.execute(
                new Command.Deposit(ext, account, World.key("account", account), amount),
                World.custodians(2, 0));
    }

    @Test
    void creditsAnAccountOnceForEachPayment() {
        assertThat(deposit(-5, ANN, 70).isAccepted()).isTrue();
        Outcome again = deposit(-5, ANN, 70);
        assertThat(again.rejection()).contains(Rejection.ALREADY_USED);
        assertThat(again.isAccepted()).isFalse();

        assertThat(world.state.accounts().cash(ANN)).isEqualTo(1070);
        assertThat(world.state.accounts().nonce(ANN)).isZero();
        assertThat(world.state.treasury().externalIn()).isEqualTo(3150 + 70);
        assertThat(world.events.get(0)).isInstanceOfSatisfying(Event.Deposit.class, event ->
                assertThat(event.signers()).isEqualTo(List.of(0, 2)));
    }

    @Test
    void opensTheNextAccountForItsKey() {
        assertThat(deposit(1, 4, 70).isAccepted()).isTrue();

        assertThat(world.state.accounts().size()).isEqualTo(5);
        assertThat(world.state.accounts().key(4)).isEqualTo(World.key("account", 4));
        assertThat(world.events.get(0).post().entries())
                .extracting(entry -> entry.key().variable().word())
                .containsExactly("cash", "usedDeposits", "externalIn", "key");
        assertThat(world.settlement.execute(
                        new Command.Cancel(4, 0, 1), World.by(4)).rejection())
                .contains(Rejection.UNKNOWN_ORDER);
    }

    @Test
    void reachesTheLimitButNotBeyond() {
        long room = Parameters.MAX_MONEY - 3150;

        assertThat(deposit(1, ANN, room + 1).rejection()).contains(Rejection.LIMIT);
        assertThat(deposit(1, ANN, Long.MAX_VALUE).rejection()).contains(Rejection.LIMIT);
        assertThat(deposit(1, ANN, room).isAccepted()).isTrue();
        assertThat(deposit(2, ANN, 1).rejection()).contains(Rejection.LIMIT);
        assertThat(world.events.get(2).post().entries().get(0).value())
                .isEqualTo(new Value.Number(1000 + room));
    }
}
