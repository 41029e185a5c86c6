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
    void needsAFinalization() throws Exception {
        Path trace = new SampleRun().write(folder.resolve("run.ndjson"));

        assertThatThrownBy(() -> BrokenSibling.write(trace, folder.resolve("broken.ndjson")))
                .isInstanceOf(IOException.class).hasMessageContaining("no finalization");
    }
}
