package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settlement traces in segments: each must end in the state in which the next one begins. */
class SegmentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLE = Traces.SAMPLES.resolve("accepted/settlement-any.ndjson");

    @TempDir private Path folder;

    @Test
    void segmentsAcceptWhatTheWholeAccepts() {
        ValidationResult result = Traces.VALIDATOR.validateSegments(SAMPLE, 20);

        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.engines().getFirst().engine()).matches("[4-9][0-9]* segments");
    }

    /** The segment after the seam is consistent with what it begins with; the one before is not. */
    @Test
    void aSegmentThatBeginsElsewhereThanTheOneBeforeEndsIsRejectedAtTheSeam() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE));
        int seam = -1;
        for (int k = 60; k < lines.size() && seam < 0; k++) {
            ObjectNode event = (ObjectNode) JSON.readTree(lines.get(k));
            if (event.path("action").asText().equals("EndBlock")) {
                ObjectNode post = (ObjectNode) event.get("post");
                post.put("externalIn", post.get("externalIn").asLong() + 1);
                lines.set(k, JSON.writeValueAsString(event));
                seam = k + 1;
            }
        }
        Path file = Files.write(folder.resolve("seam.ndjson"), lines);

        ValidationResult result = Traces.VALIDATOR.validateSegments(file, 1);

        assertThat(result.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(result.rejection().line()).isEqualTo(seam);
        assertThat(result.rejection().variable()).isEqualTo("externalIn");
    }

    @Test
    void whatHasNoEventsWithAllVariablesCanNotBeCut() {
        ValidationResult result = Traces.VALIDATOR.validateSegments(
                Traces.SAMPLES.resolve("accepted/calm.ndjson"), 20);

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(result.problem()).contains("leave --segments out");
    }
}
