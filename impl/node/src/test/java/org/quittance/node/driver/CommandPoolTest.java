package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.driver.CommandPool.Added;

class CommandPoolTest {

    private static final int ROOM = 1 << 20;

    private final CommandPool pool = new CommandPool();

    private static SealedCommand cancel(int account, long nonce) {
        return new SealedCommand(new Command.Cancel(account, nonce, 7), List.of());
    }

    private List<SealedCommand> pick(long nonce, Digest... taken) {
        return pool.pick(Set.of(taken), account -> nonce, ROOM, 0);
    }

    @Test
    void commandsOfAnAccountComeInTheOrderOfTheirNonces() {
        pool.add(cancel(1, 6), 0);
        pool.add(cancel(1, 5), 0);
        assertThat(pick(5)).containsExactly(cancel(1, 5), cancel(1, 6));
    }

    @Test
    void whatIsBehindAGapWaits() {
        pool.add(cancel(1, 6), 0);
        assertThat(pick(5)).isEmpty();
        assertThat(pool.size()).isEqualTo(1);
        pool.add(cancel(1, 5), 0);
        assertThat(pick(5)).hasSize(2);
    }

    @Test
    void whatIsOutOfDateIsForgotten() {
        pool.add(cancel(1, 4), 0);
        assertThat(pick(5)).isEmpty();
        assertThat(pool.size()).isZero();
    }

    @Test
    void whatAncestorsHaveIsLeftOutButKept() {
        pool.add(cancel(1, 5), 0);
        pool.add(cancel(1, 6), 0);
        Digest first = CommandPool.idOf(cancel(1, 5));
        assertThat(pick(6, first)).containsExactly(cancel(1, 6));
        assertThat(pool.has(first)).isTrue();
    }

    @Test
    void theSameCommandIsThereOnce() {
        assertThat(pool.add(cancel(1, 5), 0)).isEqualTo(Added.NEW);
        assertThat(pool.add(cancel(1, 5), 0)).isEqualTo(Added.KNOWN);
        assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void aFullPoolRefusesAndHasRoomAgain() {
        long nonce = 0;
        while (pool.add(cancel(1, nonce), 0) == Added.NEW) {
            nonce++;
        }
        assertThat(pool.add(cancel(2, 0), 0)).isEqualTo(Added.FULL);
        pool.remove(CommandPool.idOf(cancel(1, 0)));
        assertThat(pool.add(cancel(2, 0), 0)).isEqualTo(Added.NEW);
    }

    @Test
    void noMoreIsPickedThanThereIsRoomFor() {
        pool.add(cancel(1, 0), 0);
        pool.add(cancel(1, 1), 0);
        assertThat(pool.pick(Set.of(), account -> 0, 8, 0)).hasSize(1);
        assertThat(pool.pick(Set.of(), account -> 0, 0, 0)).isEmpty();
    }
}
