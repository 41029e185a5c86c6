package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.report.story.SampleMarket;

class BrokenSiblingTest {

    @TempDir private Path folder;

    @Test
    void changesTheSignersOfOneFinalizationAndNothingElse() throws Exception {
        Path trace = SampleRun.everyAction().write(folder.resolve("run.ndjson"));
        Path copy = folder.resolve("broken.ndjson");

        BrokenSibling broken = BrokenSibling.write(trace, copy);

        List<String> before = Files.readAllLines(trace);
        List<String> after = Files.readAllLines(copy);
        assertThat(broken.event()).isEqualTo(13);
        assertThat(broken.what()).isEqualTo("at event 13 a replica takes the votes of replicas 0, 1"
                + " alone for a finalization, instead of replicas 0, 1, 2");
        assertThat(after).hasSameSizeAs(before);
        for (int k = 0; k < before.size(); k++) {
            if (k != 13) {
                assertThat(after.get(k)).isEqualTo(before.get(k));
            }
        }
        assertThat(after.get(13)).isEqualTo(before.get(13).replace("[0,1,2]", "[0,1]"));
    }

    @Test
    void countsWeightsAndNotHeads() throws Exception {
        Path trace = SampleRun.everyAction().write(folder.resolve("run.ndjson"));
        Files.writeString(trace, Files.readString(trace)
                .replace("\"weights\":[1,1,1,1]", "\"weights\":[5,1,1,1]"));
        Path copy = folder.resolve("broken.ndjson");

        BrokenSibling broken = BrokenSibling.write(trace, copy);

        JsonNode event = new ObjectMapper().readTree(Files.readAllLines(copy).get(broken.event()));
        assertThat(event.path("args").path("signers").toString()).as("of weight 5 of 8, 6 needed")
                .isEqualTo("[0]");
    }

    @Test
    void changesTheMoneyOfOneTrade() throws Exception {
        Path copy = folder.resolve("broken.ndjson");
        BrokenSibling broken = BrokenSibling.write(SampleMarket.REAL, copy);

        List<String> before = Files.readAllLines(SampleMarket.REAL);
        List<String> after = Files.readAllLines(copy);
        JsonNode was = new ObjectMapper().readTree(before.get(broken.event()));
        JsonNode is = new ObjectMapper().readTree(after.get(broken.event()));
        assertThat(was.path("action").asText()).isEqualTo("Fill");
        assertThat(sum(is) - sum(was)).isOne();
        assertThat(broken.what()).contains("one unit of money too much");
        after.set(broken.event(), before.get(broken.event()));
        assertThat(after).isEqualTo(before);
    }

    private static long sum(JsonNode event) {
        long sum = 0;
        for (JsonNode cash : event.path("post").path("cash")) {
            sum += cash.asLong();
        }
        return sum;
    }

    @Test
    void takesSignersFromAQuittance() throws Exception {
        Path copy = folder.resolve("broken.ndjson");
        BrokenSibling broken = BrokenSibling.write(
                SampleMarket.quittances().write(folder.resolve("run.ndjson")), copy);

        assertThat(broken.what()).isEqualTo("at event 8 a replica takes the votes of replicas 0, 1"
                + " alone for a quittance, instead of replicas 0, 1, 3");
        assertThat(Files.readAllLines(copy).get(8)).contains("\"signers\":[0,1]");
    }

    @Test
    void needsAFinalization() throws Exception {
        Path trace = new SampleRun().write(folder.resolve("run.ndjson"));

        assertThatThrownBy(() -> BrokenSibling.write(trace, folder.resolve("broken.ndjson")))
                .isInstanceOf(IOException.class).hasMessageContaining("no finalization");
    }
}
