package org.quittance.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line: what it writes, and what it says to input that is of no use. */
class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int sim(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private void refused(String expected, String... arguments) {
        assertThat(sim(arguments)).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains(expected).doesNotContain("\tat ");
        assertThat(err.toString().lines().count()).isLessThanOrEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void seedPrintsScenarioAndFiguresAndWritesTraceAndSummary() throws Exception {
        assertThat(sim("run", "--seed", "3", "--scenario", "demo", "--trace-dir",
                folder.toString())).isZero();
        assertThat(out.toString()).contains("scenario demo, seed 3", "blocks committed",
                "Byzantine: certificate-forger", "actions: Commit", "demo-3.ndjson");
        assertThat(Files.readAllLines(folder.resolve("demo-3.ndjson")).getLast())
                .startsWith("{\"end\":true,");
        assertThat(Files.readString(folder.resolve("demo-3.summary.json"))).startsWith("{")
                .contains("\"seed\":3", "\"result\":\"ok\"", "\"scenario\":\"demo\"",
                        "\"crashes\":1", "\"byzantine\":{\"3\":[\"equivocating-proposer\"",
                        "\"evidence\":{\"3\":[")
                .endsWith("}\n");
    }

    @Test
    void runIsAsLongAsItIsAskedToBe() throws Exception {
        String trace = "calm-1.ndjson";
        assertThat(sim("run", "--seed", "1", "--scenario", "calm", "--trace-dir",
                folder.resolve("short").toString())).isZero();
        assertThat(sim("run", "--seed", "1", "--scenario", "calm", "--blocks", "20",
                "--trace-dir", folder.resolve("long").toString())).isZero();
        int before = Files.readAllLines(folder.resolve("short").resolve(trace)).size();
        assertThat(Files.readAllLines(folder.resolve("long").resolve(trace)))
                .hasSizeGreaterThan(3 * before);
    }

    @Test
    void blocksAreForOneRunOfReplicas() {
        refused("--blocks is for one run", "run", "--runs", "2", "--blocks", "5");
        err.getBuffer().setLength(0);
        refused("--blocks must be at least 1", "run", "--seed", "1", "--blocks", "0");
        err.getBuffer().setLength(0);
        refused("--blocks is not for settlement alone",
                "run", "--seed", "1", "--scenario", "settlement", "--blocks", "5");
    }

    @Test
    void runsAreSummedUp() {
        assertThat(sim("run", "--runs", "3", "--first-seed", "10")).isZero();
        assertThat(out.toString()).contains("3 runs in ", "3 settlement runs in ");
    }

    @Test
    void clusterThatSettlesWritesThreeTraces() throws Exception {
        assertThat(sim("run", "--seed", "1", "--scenario", "settled", "--trace-dir",
                folder.toString())).isZero();
        for (String name : List.of("settled-1", "settled-1.settlement", "settled-1.system")) {
            assertThat(Files.readAllLines(folder.resolve(name + ".ndjson")).getLast())
                    .startsWith("{\"end\":true,");
        }
    }

    @Test
    void settlementAloneWritesItsTrace() throws Exception {
        assertThat(sim("run", "--seed", "2", "--scenario", "settlement", "--trace-dir",
                folder.toString())).isZero();
        assertThat(out.toString()).contains("1 settlement runs in ", "refused for");
        assertThat(Files.readString(folder.resolve("settlement-2.ndjson")))
                .contains("\"spec\":\"Settlement\"");
        assertThat(Files.readString(folder.resolve("settlement-2.summary.json")))
                .contains("\"result\":\"ok\"", "\"Place ACCEPTED\":");
    }

    @Test
    void corpusIsWritten() {
        assertThat(sim("corpus", "--out", folder.resolve("new/one").toString())).isZero();
        assertThat(folder.resolve("new/one/calm.ndjson")).isNotEmptyFile();
        assertThat(folder.resolve("new/one/calm.summary.json")).isNotEmptyFile();
    }

    @Test
    void seedThatIsNoNumberIsRefused() {
        refused("--seed", "run", "--seed", "one");
    }

    @Test
    void neitherSeedNorRunsIsRefused() {
        refused("--seed S", "run");
    }

    @Test
    void bothSeedAndRunsAreRefused() {
        refused("--runs N", "run", "--seed", "1", "--runs", "2");
    }

    @Test
    void noRunsAreRefused() {
        refused("--runs must be at least 1, but is 0", "run", "--runs", "0");
    }

    @Test
    void unknownScenarioIsRefused() {
        refused("--scenario", "run", "--seed", "1", "--scenario", "worst");
    }

    @Test
    void unknownOptionIsRefused() {
        refused("--sed", "run", "--sed", "1");
    }

    @Test
    void folderThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        refused("--trace-dir: " + file, "run", "--seed", "1", "--trace-dir", file.toString());
    }

    @Test
    void folderBelowAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        refused("--out: " + file, "corpus", "--out", file.resolve("below").toString());
    }

    @Test
    void missingFolderOptionIsRefused() {
        refused("--out", "corpus");
    }

    @Test
    void steeringSaysWhatNeverOccurred() {
        assertThat(sim("steer", "--of", "settlement", "--runs", "2")).isEqualTo(Main.VIOLATION);
        assertThat(out.toString()).contains("settlement: 2 runs from seed 1", "  mood: CALM ",
                "  never: ", "give more --runs");
    }

    @Test
    void steeringOfNothingIsRefused() {
        refused("--of must be settlement, clusters or both, but is all", "steer", "--of", "all");
    }

    @Test
    void noCommandIsRefused() {
        refused("run, corpus, samples or steer");
    }
}
