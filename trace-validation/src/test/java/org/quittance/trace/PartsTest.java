package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces in parts: as the whole, and what only one of the parts can see. */
class PartsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    private static Path accepted(String name) {
        return Traces.SAMPLES.resolve("accepted").resolve(name + ".ndjson");
    }

    private static String engine(ValidationResult result) {
        return result.engines().getFirst().engine();
    }

    @Test
    void partsAcceptWhatTheWholeAccepts() {
        for (String name : List.of("calm", "crash-of-all", "equivocation", "left-behind")) {
            ValidationResult result = Traces.VALIDATOR.validateParts(accepted(name));

            assertThat(result.verdict()).as("%s: %s", name, result).isEqualTo(Verdict.ACCEPTED);
            assertThat(result.nodes().values().stream().mapToInt(n -> n).sum())
                    .isEqualTo(result.events());
        }
    }

    /** Consistent for who receives it and for who did not send it. */
    @Test
    void onlyTheExchangeSeesAForgedMessage() throws IOException {
        Path forged = edited("calm", receipt(), event -> {
            JsonNode message = event.at("/args/message");
            ObjectNode vote = JSON.createObjectNode();
            vote.put("kind", "nullify");
            vote.set("signer", message.get("signer"));
            vote.put("view", 77);
            ((ObjectNode) event.get("args")).set("message", vote);
            event.set("cause", JSON.createObjectNode());
        });

        ValidationResult result = Traces.VALIDATOR.validateParts(forged);

        assertThat(result.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(engine(result)).isEqualTo("parts (exchange)");
        assertThat(result.rejection().conjunct()).contains("m \\in sent");
        assertThat(result.rejection().event())
                .isEqualTo(Traces.VALIDATOR.validate(forged).rejection().event());
    }

    @Test
    void aWrongStepIsSeenByItsOwnPart() throws IOException {
        Path wrong = edited(
                "calm",
                event -> event.get("action").asText().equals("Persist")
                        && event.at("/post/pending").isEmpty(),
                event -> ((ObjectNode) event.get("post")).putArray("durable"));

        ValidationResult result = Traces.VALIDATOR.validateParts(wrong);

        assertThat(result.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(engine(result)).isEqualTo("parts (node " + result.rejection().node() + ")");
        assertThat(result.rejection().variable()).isEqualTo("durable");
    }

    @Test
    void whatIsOfOneNodeHasNoParts() {
        ValidationResult result = Traces.VALIDATOR.validateParts(accepted("market-book"));

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(result.problem()).contains("Settlement", "can't be validated in parts");
    }

    @Test
    void whatIsNoTraceIsMalformed() throws IOException {
        List<String> lines = Files.readAllLines(accepted("calm"));
        Path cut = Files.write(folder.resolve("cut.ndjson"), lines.subList(0, 60));

        assertThat(Traces.VALIDATOR.validateParts(cut).verdict()).isEqualTo(Verdict.MALFORMED);
    }

    private static Predicate<JsonNode> receipt() {
        return event -> event.get("action").asText().equals("Receive")
                && event.at("/args/message/kind").asText().equals("notarize");
    }

    private interface Edit {
        void apply(ObjectNode event);
    }

    /** The sample with the first such event changed. */
    private Path edited(String name, Predicate<JsonNode> wanted, Edit edit) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(accepted(name)));
        for (int k = 1; k < lines.size() - 1; k++) {
            ObjectNode event = (ObjectNode) JSON.readTree(lines.get(k));
            if (wanted.test(event)) {
                edit.apply(event);
                lines.set(k, JSON.writeValueAsString(event));
                return Files.write(folder.resolve(name + ".ndjson"), lines);
            }
        }
        throw new AssertionError("there is no such event in " + name);
    }
}
