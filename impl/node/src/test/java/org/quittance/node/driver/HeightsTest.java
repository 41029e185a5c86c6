package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeightsTest {

    private final Heights heights = new Heights();

    private CompletableFuture<Boolean> awaiting(long least, long millis) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return heights.await(least, millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void whatIsReachedNeedsNoWaiting() throws InterruptedException {
        heights.reach(5);
        assertThat(heights.await(5, 0)).isTrue();
        assertThat(heights.await(6, 0)).isFalse();
        heights.reach(4);
        assertThat(heights.await(5, 0)).isTrue();
    }

    @Test
    void whoWaitsIsWokenByTheHeightAndNoEarlier() throws Exception {
        CompletableFuture<Boolean> waiting = awaiting(7, 20_000);
        heights.reach(6);
        Thread.sleep(100);
        assertThat(waiting).isNotDone();
        heights.reach(8);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        assertThat(awaiting(1, 50).get(10, TimeUnit.SECONDS)).isFalse();
    }
}
