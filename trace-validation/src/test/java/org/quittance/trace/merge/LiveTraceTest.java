package org.quittance.trace.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.trace.merge.LifeLines.add;
import static org.quittance.trace.merge.LifeLines.commit;
import static org.quittance.trace.merge.LifeLines.end;
import static org.quittance.trace.merge.LifeLines.enter;
import static org.quittance.trace.merge.LifeLines.header;
import static org.quittance.trace.merge.LifeLines.notarize;
import static org.quittance.trace.merge.LifeLines.persist;
import static org.quittance.trace.merge.LifeLines.receive;
import static org.quittance.trace.merge.LifeLines.restart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on is merged as it comes. Time is what the test says it is. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveTraceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LAG = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path directory;

    /** Each look at the clock takes a tenth of a second. */
    private long nanos;
    private LiveTrace trace;

    @BeforeEach
    void begin() throws Exception {
        add(file(0, 1), header(0, 1, 0));
        add(file(1, 1), header(1, 1, 0));
        trace = new LiveTrace(LiveTrace.Kind.ORDERING, "ordering",
                List.of(file(0, 1).getParent(), file(1, 1).getParent()), 4, LAG, PATIENCE,
                () -> nanos += 100_000_000);
        assertThat(next().path("byzantine")).hasSize(1);
    }

    @AfterEach
    void close() throws IOException {
        trace.close();
    }

    private Path file(int node, int life) {
        return directory.resolve("n" + node).resolve("ordering-" + life + ".ndjson");
    }

    private JsonNode next() throws IOException {
        return JSON.readTree(String.valueOf(trace.next()));
    }

    private String story() throws IOException {
        JsonNode event = next();
        return event.path("node").asInt() + " " + event.path("action").asText();
    }

    private void ends(long events) throws IOException {
        JsonNode end = next();
        assertThat(end.path("end").asBoolean()).as("%s", end).isTrue();
        assertThat(end.path("events").asLong()).isEqualTo(events);
    }

    @Test
    void whatIsReceivedWaitsUntilItWasDurable() throws Exception {
        add(file(0, 1), receive(0, 0, 1, 1));
        add(file(1, 1), notarize(1, 0, 1, true));
        assertThat(story()).isEqualTo("1 Notarize");
        add(file(1, 1), persist(1, 1, 1), end(1));
        add(file(0, 1), end(0));
        assertThat(story()).isEqualTo("1 Persist");
        JsonNode received = next();
        assertThat(received.path("cause").path("1").asInt()).isEqualTo(1);
        // Another node knew that the block is valid.
        assertThat(received.toString()).contains("\"valid\":true");
        ends(3);
        assertThat(trace.problem()).isNull();
    }

    /** It may have been made durable: that isn't known, so nothing is said. */
    @Test
    void whoIsSilentIsNamed() throws Exception {
        add(file(0, 1), receive(0, 0, 1, 1));
        add(file(1, 1), notarize(1, 0, 1, true));
        assertThat(story()).isEqualTo("1 Notarize");
        ends(1);
        assertThat(trace.problem()).contains("not validated further: node 0 waits for the"
                + " notarize message of node 1 in view 1")
                .containsPattern("node 1 silent for 3\\d s");
        assertThat(nanos).isGreaterThan(PATIENCE.toNanos());
    }

    /** Its node went on without ever having signed that: the spec says that this is wrong. */
    @Test
    void whatWasNeverSignedIsHandedOn() throws Exception {
        add(file(0, 1), receive(0, 0, 1, 1));
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                for (int k = 0; k < 200; k++) {
                    Thread.sleep(20);
                    add(file(1, 1), enter(1, k, k + 2));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        String event = story();
        while (event.equals("1 EnterView")) {
            event = story();
        }
        assertThat(event).isEqualTo("0 Receive");
        assertThat(trace.problem()).isNull();
        writer.interrupt();
        writer.join();
    }

    @Test
    void aNodeThatComesBackIsFollowed() throws Exception {
        add(file(0, 1), notarize(0, 0, 1, true));
        add(file(1, 1), receive(1, 0, 0, 1), end(0));
        assertThat(story()).isEqualTo("0 Notarize");
        add(file(0, 2), header(0, 2, 1), restart(0, 0), end(1));
        List<String> rest = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            rest.add(story());
        }
        assertThat(rest).containsExactlyInAnyOrder(
                "0 Persist", "0 Crash", "0 Restart", "1 Receive");
        assertThat(rest.indexOf("1 Receive")).isGreaterThan(rest.indexOf("0 Persist"));
        ends(5);
        assertThat(trace.problem()).isNull();
    }

    /** One who has the block may still say so; if nobody does, it counts as not valid. */
    @Test
    void whetherABlockIsValidIsWaitedFor() throws Exception {
        add(file(0, 1), receive(0, 0, 2, 1), end(0));
        long before = nanos;
        JsonNode received = next();
        assertThat(received.toString()).contains("\"valid\":false");
        assertThat(nanos - before).isGreaterThan(LAG.toNanos());
        add(file(1, 1), notarize(1, 0, 1, true), receive(1, 1, 2, 1), end(0));
        assertThat(story()).isEqualTo("1 Notarize");
        ends(2);
        assertThat(trace.problem()).contains("turned out to be valid much later");
    }

    /** Readers of traces hold every mention of a block against those before it. */
    @Test
    void whoLagsHearsThatAnOldBlockIsValid() throws Exception {
        long seq = 0;
        for (int view = 1; view <= 100; view++) {
            add(file(1, 1), enter(1, seq++, view), notarize(1, seq++, view, true),
                    persist(1, seq++, view), commit(1, seq++, view));
        }
        add(file(1, 1), end(100));
        String event = story();
        for (int k = 1; k < 400; k++) {
            event = story();
        }
        assertThat(event).isEqualTo("1 Commit");
        add(file(0, 1), receive(0, 0, 1, 1), end(0));
        JsonNode received = next();
        assertThat(received.path("node").asInt()).isZero();
        assertThat(received.toString()).contains("\"valid\":true");
        // When it was made durable is forgotten: a validator of traces has forgotten it, too.
        assertThat(received.path("cause")).isEmpty();
        ends(401);
    }

    @Test
    void itIsSaidHowFarItIs() throws Exception {
        add(file(0, 1), enter(0, 0, 2), enter(0, 1, 3), enter(0, 2, 4));
        assertThat(story()).isEqualTo("0 EnterView");
        assertThat(story()).isEqualTo("0 EnterView");
        assertThat(trace.status().events()).isEqualTo(1);
        assertThat(trace.status().look().behind()).isPositive();
        assertThat(trace.status().look().silentNanos()).containsKeys(0, 1);
    }

    @Test
    void whatIsOldIsForgotten() throws Exception {
        OrderingRules rules = new OrderingRules(ValidBlocks.growing(), 20);
        try (Merger merger = new Merger(rules)) {
            for (int node = 0; node < 2; node++) {
                long seq = 0;
                for (int view = 1; view <= 1_000; view++) {
                    add(file(node, 1), enter(node, seq++, view), notarize(node, seq++, view, true),
                            persist(node, seq++, view), receive(node, seq++, 1 - node, view),
                            commit(node, seq++, view));
                }
                ProcessStream stream = new ProcessStream(file(node, 1).getParent(), rules, 0);
                stream.open(0);
                merger.add(stream);
            }
            merger.header();
            int most = 0;
            for (long now = 0; merger.events() < 10_000; now += 10_000_000) {
                merger.poll(now);
                assertThat(merger.next(Long.MAX_VALUE)).isNotNull();
                most = Math.max(most, rules.kept());
            }
            // 20 views, and what is read ahead: 512 events of each.
            assertThat(most).isBetween(30, 700);
        }
    }
}
