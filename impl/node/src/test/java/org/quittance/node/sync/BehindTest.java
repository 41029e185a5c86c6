package org.quittance.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BehindTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Behind behind = new Behind(10, false);

    @Test
    void byMoreThanTheGap() {
        assertThat(behind.test(new Progress(5, 15), 0)).isEmpty();
        assertThat(behind.test(new Progress(5, 16), 0)).hasValue(15);
        assertThat(behind.test(new Progress(6, 16), 0)).isEmpty();
    }

    @Test
    void orByLittleForLong() {
        assertThat(behind.test(new Progress(5, 6), 0)).isEmpty();
        assertThat(behind.test(new Progress(5, 6), 30 * SECOND)).isEmpty();
        assertThat(behind.test(new Progress(5, 6), 31 * SECOND)).hasValue(5);
        assertThat(behind.test(new Progress(5, 60), 31 * SECOND)).hasValue(5);
        assertThat(behind.test(new Progress(6, 7), 31 * SECOND)).isEmpty();
        assertThat(behind.test(new Progress(6, 7), 60 * SECOND)).isEmpty();
    }

    @Test
    void whoTookAStateOverGetsTimeForBlocks() {
        Behind patient = new Behind(10, true);
        assertThat(patient.test(new Progress(5, 500), 7 * SECOND)).isEmpty();
        assertThat(patient.test(new Progress(6, 500), 37 * SECOND)).isEmpty();
        assertThat(patient.test(new Progress(7, 500), 38 * SECOND)).hasValue(17);
        Behind stuck = new Behind(10, true);
        assertThat(stuck.test(new Progress(5, 6), 0)).isEmpty();
        assertThat(stuck.test(new Progress(5, 6), 31 * SECOND)).hasValue(5);
    }

    @Test
    void whoIsLevelWaitsForNobody() {
        assertThat(behind.test(new Progress(6, 6), 0)).isEmpty();
        assertThat(behind.test(new Progress(6, 6), 1_000 * SECOND)).isEmpty();
    }
}
