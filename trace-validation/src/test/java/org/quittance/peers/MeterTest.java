package org.quittance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a process uses is what it is said to use. */
class MeterTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void statusAndOutputAreThoseOfTheProcess() throws Exception {
        Meter.Usage usage = run("printf \"$WORD\"; exit 7", Duration.ofSeconds(60));
        assertThat(usage.stopped()).isFalse();
        assertThat(usage.status()).isEqualTo(7);
        assertThat(usage.printed()).isEqualTo(5);
    }

    @Test
    void workIsProcessorTimeAndWaitingIsNot() throws Exception {
        String work = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done";
        // A last look at it finds what it has used.
        Meter.Usage busy = run(work + "; sleep 0.5", Duration.ofSeconds(60));
        Meter.Usage idle = run("exec sleep 0.5", Duration.ofSeconds(60));
        assertThat(busy.cpuSeconds()).isGreaterThan(0.05);
        assertThat(idle.cpuSeconds()).isLessThan(0.05);
        assertThat(idle.wallSeconds()).isGreaterThan(0.4);
    }

    @Test
    void workOfAProcessThatItStartsCounts() throws Exception {
        String work = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; sleep 0.5";
        Meter.Usage usage = run("sh -c '" + work + "'; exit 0", Duration.ofSeconds(60));
        assertThat(usage.cpuSeconds()).isGreaterThan(0.05);
    }

    @Test
    void processIsStoppedAtTheLimit() throws Exception {
        Meter.Usage idle = run("exec sleep 600", Duration.ofMillis(200));
        assertThat(idle.stopped()).isTrue();
        assertThat(idle.wallSeconds()).isBetween(0.9, 60.0);
        Meter.Usage busy = run("while true; do :; done", Duration.ofSeconds(1));
        assertThat(busy.stopped()).isTrue();
        assertThat(busy.cpuSeconds()).isGreaterThan(0.2);
    }

    private static Meter.Usage run(String script, Duration limit) throws Exception {
        return Meter.run(List.of("sh", "-c", script), HERE, Map.of("WORD", "hello"), limit);
    }
}
