package org.quittance.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quittance.bench.cluster.ClosedLoop.Measured;

class ClosedLoopTest {

    @Test
    void countsAndTimesEveryCall() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        ClosedLoop.Client client = () -> {
            calls.incrementAndGet();
            Thread.sleep(20);
        };
        Measured measured = ClosedLoop.run(List.of(client, client), 0.2);
        assertThat(measured.calls()).isEqualTo(calls.get()).isBetween(2, 22);
        assertThat(measured.p50()).isGreaterThanOrEqualTo(20);
        assertThat(measured.p99()).isGreaterThanOrEqualTo(measured.p50());
        assertThat(measured.seconds()).isGreaterThanOrEqualTo(0.2);
    }

    @Test
    void clientThatFailsFailsTheMeasurement() {
        ClosedLoop.Client client = () -> {
            throw new IOException("gone");
        };
        assertThatThrownBy(() -> ClosedLoop.run(List.of(client), 1)).hasMessageContaining("gone");
    }

    @Test
    void percentiles() {
        long[] nanos = new long[100];
        for (int k = 0; k < nanos.length; k++) {
            nanos[k] = (k + 1) * 1_000_000L;
        }
        assertThat(ClosedLoop.percentile(nanos, 50)).isEqualTo(50);
        assertThat(ClosedLoop.percentile(nanos, 99)).isEqualTo(99);
        assertThat(ClosedLoop.percentile(new long[0], 50)).isZero();
    }

    @Test
    void lineIsReadAsItWasWritten() {
        Measured measured = new Measured(1_234, 5.5, 0.125, 99.75);
        assertThat(Measured.of(measured.json())).isEqualTo(measured);
    }
}
