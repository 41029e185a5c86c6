package org.quittance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The runs that are made up for other trace specs have the shape that those expect. */
class RunsTest {

    private static final List<IntFunction<List<String>>> ALL =
            List.of(RaftRun::of, CcfRun::of, TwoPhaseRun::of, StoreRun::of);

    @Test
    void eachHasAsManyEventsAsItShouldAndIsTheSameEachTime() {
        for (IntFunction<List<String>> run : ALL) {
            for (int events : List.of(150, 250, 1000, 2001)) {
                assertThat(run.apply(events)).hasSize(events).isEqualTo(run.apply(events))
                        .allSatisfy(line -> assertThat(Lines.read(line).isEmpty()).isFalse());
            }
        }
    }

    @Test
    void shorterIsTheBeginningOfALongerOneWhereTheProtocolGoesOn() {
        List<IntFunction<List<String>>> going = List.of(RaftRun::of, CcfRun::of, StoreRun::of);
        for (IntFunction<List<String>> run : going) {
            assertThat(run.apply(1000).subList(0, 250)).isEqualTo(run.apply(250));
        }
    }

    @Test
    void raftCommitsOneEntryAfterAnother() {
        List<JsonNode> events = events(RaftRun.of(1000), "event");
        List<Integer> commits = events.stream()
                .filter(event -> event.path("name").asText().equals("Commit"))
                .map(event -> event.path("state").path("commit").intValue()).toList();
        assertThat(commits).isSorted().contains(6, 7, 8, 9, 10);
        assertThat(events).noneMatch(event -> event.path("state").path("commit").intValue()
                > event.path("log").intValue());
    }

    @Test
    void raftReceivesOnlyWhatWasSent() {
        Map<JsonNode, Integer> sent = new HashMap<>();
        for (JsonNode event : events(RaftRun.of(2000), "event")) {
            String name = event.path("name").asText();
            if (event.has("msg") && name.startsWith("Send")) {
                sent.merge(event.path("msg"), 1, Integer::sum);
            } else if (event.has("msg")) {
                assertThat(sent.merge(event.path("msg"), -1, Integer::sum))
                        .as(event.toString()).isNotNegative();
            }
        }
        assertThat(sent).hasSizeGreaterThan(100);
    }

    @Test
    void ccfCommitsOnlyWhatIsSigned() {
        List<JsonNode> commits = events(CcfRun.of(1000), "msg").stream()
                .filter(event -> event.path("function").asText().equals("commit")
                        && event.path("state").path("leadership_state").asText().equals("Leader"))
                .toList();
        assertThat(commits).hasSizeGreaterThan(10).allSatisfy(commit ->
                assertThat(commit.path("args").path("idx").intValue() % 2).isZero());
    }

    @Test
    void twoPhaseCommitEndsWithTheCommitOfAll() {
        List<JsonNode> events = TwoPhaseRun.of(250).stream()
                .map(line -> (JsonNode) Lines.read(line)).toList();
        assertThat(events).filteredOn(event -> event.path("event").asText().equals("TMCommit"))
                .hasSize(1);
        assertThat(events.subList(234, 250)).allMatch(
                event -> event.path("event").asText().equals("RMRcvCommitMsg"));
        assertThat(Lines.read(TwoPhaseRun.configuration().getFirst()).path("RM")).hasSize(16);
    }

    @Test
    void storeUsesTheNumbersOfTransactionsAgain() {
        List<JsonNode> opened = StoreRun.of(1000).stream()
                .map(line -> (JsonNode) Lines.read(line))
                .filter(event -> event.path("event").asText().equals("OpenTx")).toList();
        assertThat(opened).hasSizeGreaterThan(100);
        assertThat(opened.stream().map(event -> event.path("event_args").path(0).asText()))
                .containsOnly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(StoreRun.of(1000)).anyMatch(line -> line.contains("RollbackTx"))
                .anyMatch(line -> line.contains("Remove"));
    }

    private static List<JsonNode> events(List<String> lines, String field) {
        return lines.stream().map(line -> Lines.read(line).path(field)).toList();
    }
}
