package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramTest {

    @TempDir private Path folder;

    @Test
    void hasOneLanePerValidatorAndNamesTheByzantine() throws Exception {
        JsonNode data = data(SampleRun.everyAction(), null);

        assertThat(data.path("lanes")).hasSize(4);
        assertThat(data.path("lanes").path(3).path("byzantine").asBoolean()).isTrue();
        assertThat(data.path("lanes").path(0).path("byzantine").asBoolean()).isFalse();
    }

    @Test
    void arrowsComeFromThePersistOfTheSender() throws Exception {
        JsonNode receive = data(SampleRun.everyAction(), null).path("events").path(2);

        assertThat(receive.path("a").asText()).isEqualTo("Receive");
        assertThat(receive.path("c")).hasSize(1);
        assertThat(receive.path("c").path(0).asInt()).isEqualTo(1);
    }

    @Test
    void persistShowsWhatWasPending() throws Exception {
        JsonNode events = data(SampleRun.everyAction(), null).path("events");

        assertThat(events.path(1).path("k").asText()).isEqualTo("propose");
        assertThat(events.path(7).path("k").asText()).isEqualTo("notarize");
        assertThat(events.path(7).path("e").asText())
                .isEqualTo("has written a notarize vote for block 1, and may send it from now on");
    }

    @Test
    void byzantineMessageStandsWhereItWasFirstReceived() throws Exception {
        JsonNode events = data(SampleRun.everyAction(), null).path("events");

        assertThat(events.path(3).path("z").asInt()).isEqualTo(3);
        assertThat(events.path(3).path("y").asInt()).isEqualTo(3);
        assertThat(events.path(5).has("z")).isFalse();
        assertThat(events.path(5).path("y").asInt()).isEqualTo(3);
        assertThat(events.path(2).has("y")).isFalse();
    }

    @Test
    void secondBlockOfAViewGetsAPrime() throws Exception {
        JsonNode data = data(SampleRun.everyAction(), null);

        assertThat(data.path("events").path(3).path("o").asText()).isEqualTo("1");
        assertThat(data.path("events").path(4).path("o").asText()).isEqualTo("1\u2032");
        assertThat(data.path("events").path(4).path("d").path("message").path("block").asInt())
                .isEqualTo(1);
        assertThat(data.path("blocks").path(1).path("digest").asText()).isEqualTo("c");
    }

    @Test
    void viewsFollowEnterViewCrashAndRestart() throws Exception {
        JsonNode events = data(SampleRun.everyAction(), null).path("events");

        assertThat(events.path(8).path("w").asInt()).isEqualTo(1);
        assertThat(events.path(9).path("w").asInt()).isEqualTo(2);
        assertThat(events.path(14).path("w").asInt()).isZero();
        assertThat(events.path(15).path("w").asInt()).isEqualTo(1);
        assertThat(events.path(15).path("l").asInt()).isEqualTo(2);
    }

    @Test
    void buttonsLeadToEquivocationCommitCrashAndRestart() throws Exception {
        List<String> names = new ArrayList<>();
        data(SampleRun.everyAction(), null).path("moments")
                .forEach(moment -> names.add(moment.path("name").asText()));

        assertThat(names).containsExactly("equivocation by replica 3", "first commit",
                "crash of replica 1", "restart of replica 1");
    }

    @Test
    void buttonLeadsToTheFirstEventOfAFault() throws Exception {
        ArrayNode faults = JsonNodeFactory.instance.arrayNode();
        faults.addObject().put("from", 24).put("to", 30).put("text", "partition 0 | 1, 2, 3");

        JsonNode moments = Diagram.data(SampleRun.everyAction().trace(folder), null, faults)
                .path("moments");

        assertThat(moments.path(1).path("name").asText()).isEqualTo("partition 0 | 1, 2, 3");
        assertThat(moments.path(1).path("event").asInt()).isEqualTo(6);
    }

    @Test
    void everySentenceIsWritten() throws Exception {
        List<String> sentences = new ArrayList<>();
        data(SampleRun.everyAction(), null).path("events")
                .forEach(event -> sentences.add(event.path("e").asText()));

        assertThat(sentences).hasSize(18).noneMatch(sentence -> sentence.contains("unknown"))
                .contains("holds the finalization of block 1, signed by 0, 1, 2",
                        "commits block 1", "gives up view 1: signs a nullify vote",
                        "comes back with 0 certificates, the last committed block is genesis");
    }

    @Test
    void longTraceIsCutAroundTheRejectedEvent() throws Exception {
        SampleRun run = SampleRun.everyAction();
        while (run.events() < 2 * Diagram.MOST_EVENTS) {
            run.receive(0, 100L + run.events(),
                    SampleRun.message("notarize", 3, SampleRun.block("b", 1)), -1, 0);
        }
        int rejected = Diagram.MOST_EVENTS + 500;

        JsonNode data = data(run, rejected);

        int first = data.path("first").asInt();
        assertThat(data.path("events")).hasSize(Diagram.MOST_EVENTS);
        assertThat(data.path("total").asInt()).isEqualTo(run.events());
        assertThat(first).isGreaterThan(1);
        assertThat(data.path("rejected").asInt() + first).isEqualTo(rejected);
        assertThat(data.path("events").path(data.path("rejected").asInt()).path("t").asLong())
                .isEqualTo(100L + rejected - 1);
        assertThat(data.path("events").path(5).has("y")).as("seen before the cut").isFalse();
    }

    @Test
    void anEmptyTraceIsNoDiagram() throws Exception {
        JsonNode data = data(new SampleRun(), null);

        assertThat(data.path("events")).isEmpty();
    }

    private JsonNode data(SampleRun run, Integer rejected) throws Exception {
        return Diagram.data(run.trace(folder), rejected, JsonNodeFactory.instance.arrayNode());
    }
}
