package org.quittance.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/** What nodes prove about traders is compared when it is all there, and only then. */
class TradingTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long[] ONE_EACH = {1, 1};
    private static final PublicKey KEY = new PublicKey(
            SchemeId.SIMULATION, Bytes.copyOf(new byte[SchemeId.SIMULATION.keySize()]));

    private static StateEntry.Account account(int id, long cash, long nonce) {
        return new StateEntry.Account(id, KEY, cash, nonce, 0);
    }

    /** Answers in this order, whoever is asked for, and fails where there is none. */
    private static Trading.Reader answering(StateEntry.Account... answers) {
        Deque<StateEntry.Account> left = new ArrayDeque<>(List.of(answers));
        return trader -> {
            StateEntry.Account next = left.poll();
            if (next == null) {
                throw new Refusal(ExitCode.NETWORK, "nobody answers");
            }
            assertThat(next.id()).isEqualTo(trader);
            return next;
        };
    }

    @Test
    void whoseOrderWaitedIsPaidByALaterCommand() throws Exception {
        // The seller was read before the buyer's command was executed, and the buyer after it.
        assertThat(Trading.settled(answering(
                account(0, 100, 1), account(1, 93, 1),
                account(0, 107, 1), account(1, 93, 1)), ONE_EACH, PATIENCE))
                .extracting(StateEntry.Account::cash).containsExactly(107L, 93L);
    }

    @Test
    void itWaitsForTheCommandsOfAll() throws Exception {
        assertThat(Trading.settled(answering(
                account(0, 100, 1), account(1, 100, 0),
                account(0, 107, 1), account(1, 93, 1),
                account(0, 107, 1), account(1, 93, 1)), ONE_EACH, PATIENCE))
                .extracting(StateEntry.Account::cash).containsExactly(107L, 93L);
    }

    @Test
    void whatItWaitsForInVainIsSaid() {
        assertThatThrownBy(() -> Trading.settled(
                answering(account(0, 100, 1), account(1, 100, 0)), ONE_EACH, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("of [1, 1] commands not all are executed");
        assertThatThrownBy(() -> Trading.settled(answering(), ONE_EACH, 0))
                .isInstanceOf(Refusal.class).hasMessage("nobody answers");
    }

    @Test
    void nodesThatProveDifferentAccountsAreFoundOut() throws Exception {
        List<StateEntry.Account> first = List.of(account(0, 107, 1), account(1, 93, 1));
        Trading.alike(first, List.of(account(0, 107, 1), account(1, 93, 1)));
        assertThatThrownBy(() -> Trading.alike(first,
                List.of(account(0, 107, 1), account(1, 92, 1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nodes prove different accounts");
    }
}
