package org.quittance.trace.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.trace.Verdict;

class MergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    private Path directory;

    private static String header(int node, int life, int durable) {
        return "{'format':'quittance-node-trace','version':1,'node':" + node + ",'life':" + life
                + ",'durable':" + durable
                + ",'header':{'format':'quittance-trace','validators':[0,1,2],'byzantine':[]}}";
    }

    private static String event(int node, int seq, String action, String args, String post) {
        return "{'node':" + node + ",'seq':" + seq + ",'cause':{},'time':0,'action':'" + action
                + "','args':{" + args + "},'post':{" + post + "}}";
    }

    private static String vote(int signer, boolean valid) {
        return "{'kind':'notarize','signer':" + signer + ",'view':1,'block':{'digest':'" + DIGEST
                + "','view':1,'parentView':0,'parent':'none','valid':" + valid + "}}";
    }

    private static String notarize(int node, int seq, boolean valid) {
        return event(node, seq, "Notarize", "", "'pending':[" + vote(node, valid) + "]");
    }

    private static String persist(int node, int seq) {
        return event(node, seq, "Persist", "",
                "'pending':[],'durable':[" + vote(node, true) + "]");
    }

    private static String receive(int node, int seq, int signer) {
        return event(node, seq, "Receive", "'message':" + vote(signer, false), "");
    }

    private static String restart(int node, int seq) {
        return event(node, seq, "Restart", "", "'up':true,'view':1,'pending':[]");
    }

    private void write(int node, int life, String... lines) throws IOException {
        write(Files.createDirectories(directory.resolve("n" + node)),
                "ordering-" + life + ".ndjson", lines);
    }

    private static void write(Path home, String file, String... lines) throws IOException {
        String text = String.join("\n", lines).replace('\'', '"');
        // A line that was cut off has no end.
        Files.writeString(home.resolve(file), text.endsWith("}") ? text + "\n" : text);
    }

    private List<JsonNode> merge(int... nodes) throws Exception {
        List<Path> directories = new ArrayList<>();
        for (int node : nodes) {
            directories.add(directory.resolve("n" + node));
        }
        return lines(Merge.ordering(directories, directory.resolve("merged")));
    }

    private static List<JsonNode> lines(Merge.Merged merged) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(merged.file())) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).hasSize((int) merged.events() + 2);
        return lines;
    }

    private static List<String> story(List<JsonNode> lines) {
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> line.path("node").asInt() + " " + line.path("action").asText())
                .toList();
    }

    @Test
    void whatIsReceivedComesAfterItWasDurable() throws Exception {
        write(0, 1, header(0, 1, 0), receive(0, 0, 1));
        write(1, 1, header(1, 1, 0), notarize(1, 0, true), persist(1, 1));
        List<JsonNode> lines = merge(0, 1);
        assertThat(story(lines)).containsExactly("1 Notarize", "1 Persist", "0 Receive");
        assertThat(lines.get(3).path("cause").path("1").asInt()).isEqualTo(1);
        assertThat(lines.get(0).path("byzantine")).hasSize(1);
        assertThat(lines.get(4).path("events").asInt()).isEqualTo(3);
    }

    @Test
    void whatMayHaveBeenDurableCantBeMergedFurther() throws Exception {
        write(0, 1, header(0, 1, 0), receive(0, 0, 1));
        write(1, 1, header(1, 1, 0), notarize(1, 0, true));
        refused(Verdict.NOT_RUN, "node 0 waits for the notarize message of node 1 in view 1");
        write(1, 1, header(1, 1, 0), notarize(1, 0, true), "{'end':true,'durable':1}");
        assertThat(story(merge(0, 1))).containsExactly("1 Notarize", "1 Persist", "0 Receive");
    }

    /** Then it is for the spec to say what is wrong. */
    @Test
    void whatWasNeverSignedIsReceivedWithoutACause() throws Exception {
        write(0, 1, header(0, 1, 0), receive(0, 0, 1));
        write(1, 1, header(1, 1, 0));
        List<JsonNode> lines = merge(0, 1);
        assertThat(story(lines)).containsExactly("0 Receive");
        assertThat(lines.get(1).path("cause")).isEmpty();
    }

    /** Each has received what the other made durable only afterwards. */
    @Test
    void aCircleIsBroken() throws Exception {
        write(0, 1, header(0, 1, 0), notarize(0, 0, true), receive(0, 1, 1), persist(0, 2));
        write(1, 1, header(1, 1, 0), notarize(1, 0, true), receive(1, 1, 0), persist(1, 2));
        assertThat(story(merge(0, 1))).containsExactly("0 Notarize", "1 Notarize", "0 Receive",
                "0 Persist", "1 Receive", "1 Persist");
    }

    @Test
    void aValidatorWithoutFilesIsHeldToNothing() throws Exception {
        write(0, 1, header(0, 1, 0), receive(0, 0, 2));
        write(1, 1, header(1, 1, 0));
        assertThat(story(merge(0, 1))).containsExactly("0 Receive");
    }

    @Test
    void whatOneNodeKnowsToBeValidIsValidForAll() throws Exception {
        write(0, 1, header(0, 1, 0), receive(0, 0, 1));
        write(1, 1, header(1, 1, 0), notarize(1, 0, true), persist(1, 1));
        assertThat(merge(0, 1).get(3).toString()).contains("\"valid\":true");
        write(1, 1, header(1, 1, 0), notarize(1, 0, false),
                persist(1, 1).replace("true", "false"));
        assertThat(merge(0, 1).get(3).toString()).contains("\"valid\":false");
    }

    @Test
    void aKilledNodeCrashesAfterWhatItsLogHad() throws Exception {
        write(0, 1, header(0, 1, 0), notarize(0, 0, true));
        write(0, 2, header(0, 2, 1), restart(0, 0));
        write(1, 1, header(1, 1, 0), receive(1, 0, 0));
        assertThat(story(merge(0, 1))).containsExactly(
                "0 Notarize", "0 Persist", "0 Crash", "0 Restart", "1 Receive");
    }

    @Test
    void whatItsLogHadNotIsForgotten() throws Exception {
        write(0, 1, header(0, 1, 0), notarize(0, 0, true));
        write(0, 2, header(0, 2, 0), restart(0, 0));
        write(1, 1, header(1, 1, 0));
        assertThat(story(merge(0, 1))).containsExactly("0 Notarize", "0 Crash", "0 Restart");
    }

    @Test
    void aLogWithMoreThanTheTraceKnowsIsARefusal() throws Exception {
        write(0, 1, header(0, 1, 0), notarize(0, 0, true));
        write(0, 2, header(0, 2, 2), restart(0, 0));
        write(1, 1, header(1, 1, 0));
        refused(Verdict.REJECTED, "a vote log had 2 own messages");
    }

    @Test
    void settlementGoesOnAfterTheLastWholeBlock() throws Exception {
        Path home = Files.createDirectories(directory.resolve("n0"));
        String end = event(0, 1, "EndBlock", "", "'height':2");
        write(home, "settlement-1.ndjson", header(0, 1, 0), event(0, 0, "Deposit", "", ""), end,
                event(0, 2, "Cancel", "", ""));
        write(home, "settlement-2.ndjson", header(0, 2, 1), event(0, 0, "Place", "", ""));
        List<JsonNode> lines = lines(Merge.settlement(home, directory.resolve("merged")));
        assertThat(story(lines)).containsExactly("0 Deposit", "0 EndBlock");
        write(home, "settlement-2.ndjson", header(0, 2, 1), event(0, 0, "Place", "", ""),
                event(0, 1, "EndBlock", "", "'height':3"));
        lines = lines(Merge.settlement(home, directory.resolve("merged")));
        assertThat(story(lines)).containsExactly(
                "0 Deposit", "0 EndBlock", "0 Place", "0 EndBlock");
        assertThat(lines.get(3).path("seq").asInt()).isEqualTo(2);
        write(home, "settlement-2.ndjson", header(0, 2, 5));
        assertThatThrownBy(() -> Merge.settlement(home, directory.resolve("merged")))
                .hasMessageContaining("goes on after height 5");
    }

    @Test
    void aLineThatWasCutOffIsNone() throws Exception {
        write(0, 1, header(0, 1, 0), notarize(0, 0, true), "{'node':0,'se");
        write(1, 1, header(1, 1, 0));
        assertThat(story(merge(0, 1))).containsExactly("0 Notarize");
    }

    @Test
    void aGapIsARefusal() throws Exception {
        write(0, 1, header(0, 1, 0), notarize(0, 1, true));
        write(1, 1, header(1, 1, 0));
        refused(Verdict.MALFORMED, "ordering-1.ndjson:2: not event 0 of node 0");
    }

    @Test
    void aNodeThatWasNotTracedFromTheBeginningIsARefusal() throws Exception {
        write(0, 1, header(0, 1, 3), restart(0, 0));
        write(1, 1, header(1, 1, 0));
        refused(Verdict.MALFORMED, "wasn't traced from its beginning");
    }

    private void refused(Verdict verdict, String message) {
        assertThatThrownBy(() -> merge(0, 1))
                .isInstanceOf(MergeException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((MergeException) e).verdict()).isEqualTo(verdict));
    }
}
