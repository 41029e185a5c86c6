package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node and its commands as processes: started, asked, told to stop, and started again. What they
 * print is what an operator sees.
 */
class SignalTest {

    @TempDir
    private Path directory;

    @Test
    void aNodeAndAWatcherStopWithStatus0WhenTheyAreTold() throws Exception {
        OneValidator made = new OneValidator(directory);
        Path log = directory.resolve("node.log");
        Process node = made.start(log, "node", "--config", made.config().toString(), "--init");
        Path seen = directory.resolve("watch.log");
        String id;
        try {
            assertThat(OneValidator.await(node, log, "runs: 0 records")).matches(
                    "time=\\S+ level=INFO thread=\"main\" logger=Node msg=\"validator 0 of .*\"");
            id = submitted(made);
            Process watcher = made.start(seen, "client", "watch", "--url", made.url(),
                    "--genesis", made.path("genesis.json"), "--id", id, "--account", "1",
                    "--every", "50");
            try {
                OneValidator.await(watcher, seen, "receipt " + id + " UNKNOWN_ORDER");
                OneValidator.await(watcher, seen, "account 1 cash 5000 nonce 1 at height ");
                // Whoever starts the tests in the background has SIGINT ignored for all of them.
                signal("TERM", watcher);
                assertThat(watcher.waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(watcher.exitValue()).isZero();
            } finally {
                watcher.destroyForcibly();
            }
            proofs(made, id);
            signal("TERM", node);
            assertThat(node.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).isZero();
        } finally {
            node.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(log);
        assertThat(lines.get(lines.size() - 1)).contains("msg=\"stops\"");
        assertThat(lines).allMatch(line -> line.startsWith("time="));
        assertThat(Files.readAllLines(seen)).filteredOn(line -> line.startsWith("quittance height"))
                .isNotEmpty();
        inspected(made, id);
        again(made);
    }

    /** What is stored is shown, and not a byte of it changes. */
    private static void inspected(OneValidator made, String id) throws Exception {
        SortedMap<String, String> before = contents(made.home.resolve("data"));
        String shown = OneValidator.ran(
                "inspect", "--config", made.config().toString(), "--commands");
        assertThat(contents(made.home.resolve("data"))).isEqualTo(before);
        assertThat(before).containsKey("votes.log");
        assertThat(shown.lines().findFirst().orElseThrow()).contains("final up to height ");
        assertThat(shown.lines().filter(line -> line.contains(id))).hasSize(1)
                .allMatch(line -> line.contains("Cancel[account=1, nonce=0, order=7]"
                        + " UNKNOWN_ORDER at height "));
        OneValidator.Ran last = OneValidator.run(
                "inspect", "--config", made.config().toString(), "--from", "2", "--to", "3");
        assertThat(last.out().lines().skip(1)).hasSize(2);
    }

    private static SortedMap<String, String> contents(Path directory) throws Exception {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                contents.put(directory.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " " + (Files.isDirectory(file) ? ""
                                : Arrays.hashCode(Files.readAllBytes(file))));
            }
        }
        return contents;
    }

    private static String submitted(OneValidator made) {
        return OneValidator.ran("client", "submit", "--url", made.url(),
                "--genesis", made.path("genesis.json"), "--key", made.path("trader.json"),
                "{\"type\":\"Cancel\",\"account\":1,\"nonce\":0,\"order\":7}")
                .lines().findFirst().orElseThrow();
    }

    /** What `client prove` writes, `verify` accepts, of this chain only. */
    private void proofs(OneValidator made, String id) throws Exception {
        OneValidator other = new OneValidator(directory.resolve("other"));
        for (List<String> what : List.of(List.of("receipt", id, "--ancestors"),
                List.of("receipt", id), List.of("account", "1"), List.of("quittance", "2"),
                List.of("chain", "--to", "3"), List.of("chain", "--from", "2", "--to", "3"))) {
            Path file = directory.resolve(what.hashCode() + ".json");
            String[] prove = {"client", "prove", what.get(0), "--url", made.url(), "--genesis",
                made.path("genesis.json"), "--out", file.toString()};
            String[] all = new String[prove.length + what.size() - 1];
            System.arraycopy(prove, 0, all, 0, prove.length);
            for (int k = 1; k < what.size(); k++) {
                all[prove.length + k - 1] = what.get(k);
            }
            String told = OneValidator.ran(all);
            assertThat(OneValidator.ran("verify", "--genesis", made.path("genesis.json"),
                    file.toString())).isEqualTo(told).startsWith("accepted: " + what.get(0));
            OneValidator.Ran elsewhere = OneValidator.run(
                    "verify", "--genesis", other.path("genesis.json"), "--json", file.toString());
            assertThat(elsewhere.code()).isEqualTo(1);
            assertThat(elsewhere.err()).startsWith("quittance: rejected " + file)
                    .contains("is about chain one-");
            assertThat(elsewhere.out()).startsWith("{\"verdict\":\"rejected\"");
        }
    }

    /** The second start, with JSON as its log; --init would begin anew and is refused. */
    private void again(OneValidator made) throws Exception {
        Path told = directory.resolve("anew.log");
        Process anew = made.start(
                told, "node", "--config", made.config().toString(), "--init=true");
        assertThat(anew.waitFor()).isEqualTo(7);
        assertThat(Files.readAllLines(told)).hasSize(1)
                .allMatch(line -> line.contains("has voted; start it without --init"));
        Files.writeString(made.config(),
                Files.readString(made.config()) + "log.format = json\n");
        Path log = directory.resolve("again.log");
        Process node = made.start(
                log, "node", "--config", made.config().toString(), "--init=false");
        try {
            JsonNode line =
                    new ObjectMapper().readTree(OneValidator.await(node, log, "records in its"));
            assertThat(line.path("level").asText()).isEqualTo("INFO");
            assertThat(line.path("formattedMessage").asText()).doesNotContain("runs: 0 records");
            signal("TERM", node);
            assertThat(node.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).isZero();
        } finally {
            node.destroyForcibly();
        }
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO().start().waitFor()).isZero();
    }
}
