package org.quittance.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.Refusal;
import org.quittance.node.client.NodeClient;

/**
 * A validator that starts when the others have settled many blocks takes over their state, and goes
 * on from there: as real processes, whose traces, its own among them, are held to the specs.
 */
class LateJoinerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LATE = 3;
    private static final int BEFORE = 100;

    @TempDir
    private Path directory;

    @Test
    void takesOverTheStateAndGoesOn() throws Exception {
        ClusterFiles files = ClusterFiles.create(directory.resolve("cluster"), true);
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            Path config = files.home(node).resolve("node.properties");
            Files.writeString(config, Files.readString(config)
                    .replace("# sync.gap = 256", "sync.gap = 30")
                    // Nobody has the first blocks any more when it comes, but those of the time
                    // that it takes to take over, even on a slow machine.
                    .replace("# keep.blocks = 100000", "keep.blocks = 60")
                    // The views that the one leads that isn't there yet cost little.
                    .replace("# timing.leader.millis = 1000", "timing.leader.millis = 300")
                    .replace("snapshot.blocks = 20", "snapshot.blocks = 10")
                    .replace("# empty.block.millis = 200", "empty.block.millis = 100"));
        }
        int trades = 3;
        try (ClusterProcesses cluster = new ClusterProcesses(files)) {
            for (int node = 0; node < LATE; node++) {
                cluster.start(node, true);
            }
            List<NodeClient> clients = new ArrayList<>();
            for (int node = 0; node < LATE; node++) {
                cluster.awaitReady(node);
                clients.add(cluster.client(node));
            }
            Trading trading = new Trading(files, clients);
            trading.open();
            // Receipts are asked for at once: old ones are pruned.
            assertThat(trading.accepted(trading.trade())).hasSize(2);
            awaitQuitted(clients.get(0), BEFORE);

            cluster.start(LATE, true);
            NodeClient late = cluster.client(LATE);
            awaitQuitted(late, BEFORE);
            for (int k = 1; k < trades; k++) {
                assertThat(trading.accepted(trading.trade())).hasSize(2);
            }
            clients.add(late);
            // It proves what was settled before it came, and what was after.
            for (NodeClient client : clients) {
                assertThat(trading.settled(client)).extracting(StateEntry.Account::cash)
                        .containsExactly(100_000_000L + 7 * trades, 100_000_000L - 7 * trades);
            }
            cluster.stopAll();
        }
        String log = Files.readString(files.home(LATE).resolve("node.log"));
        assertThat(log).contains("took over the state of height").doesNotContain("\tat ");
        tracesConform(files);
    }

    /** Waits until the node has executed so many blocks, or what stands for them. */
    private static void awaitQuitted(NodeClient client, long height) throws Exception {
        long executed = 0;
        for (int k = 0; k < 3_000 && executed < height; k++) {
            Thread.sleep(100);
            try {
                executed = client.get("/v1/status").body().path("executed").asLong();
            } catch (Refusal e) {
                // It isn't there yet, or between two lives.
            }
        }
        assertThat(executed).isGreaterThanOrEqualTo(height);
    }

    private void tracesConform(ClusterFiles files) throws Exception {
        Path merged = Files.createDirectories(directory.resolve("merged"));
        List<String> merge = new ArrayList<>(List.of("trace", "merge", "--out", merged.toString()));
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            merge.add(files.home(node).resolve("trace").toString());
        }
        assertThat(TraceProcess.run(directory, merge)).isZero();
        Path ordering = merged.resolve("ordering.ndjson");
        Path system = merged.resolve("system.ndjson");
        List<String> lines = Files.readAllLines(system);
        int install = indexOf(lines, "\"action\":\"InstallSnapshot\"");
        ObjectNode event = (ObjectNode) JSON.readTree(lines.get(install));
        assertThat(event.path("node").asInt()).isEqualTo(LATE);
        long height = event.path("args").path("height").asLong();
        assertThat(height).isGreaterThan(30);
        // What it passed over it neither executed nor attested; what came later it did. (It may
        // have begun with the first blocks before it knew how far the others are.)
        for (String action : List.of("Execute", "Attest")) {
            assertThat(heights(lines, action)).anyMatch(it -> it > height)
                    .noneMatch(it -> it > height - 30 && it <= height);
        }
        assertThat(TraceProcess.validate(directory, ordering)).isZero();
        assertThat(TraceProcess.validate(directory, system)).isZero();

        // Negative controls: another root, and another block, than were settled.
        ObjectNode wrong = event.deepCopy();
        ((ObjectNode) wrong.path("args")).put("root", "0".repeat(64));
        rejected(system, lines, install, wrong);
        ObjectNode other = event.deepCopy();
        ((ObjectNode) other.path("args")).put("command", "0".repeat(64));
        rejected(system, lines, install, other);
        // And a block that others didn't commit.
        List<String> orders = Files.readAllLines(ordering);
        int commit = 0;
        while (!orders.get(commit).startsWith("{\"node\":" + LATE)
                || !orders.get(commit).contains("\"action\":\"Commit\"")) {
            commit++;
        }
        ObjectNode shorter = (ObjectNode) JSON.readTree(orders.get(commit));
        ((ArrayNode) shorter.path("args").path("path")).remove(0);
        rejected(ordering, orders, commit, shorter);
    }

    private void rejected(Path trace, List<String> lines, int at, ObjectNode by)
            throws Exception {
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, by.toString());
        Path file = Files.write(trace.resolveSibling("changed.ndjson"), changed);
        assertThat(TraceProcess.validate(directory, file)).isEqualTo(1);
        assertThat(Files.readString(TraceProcess.log(directory)))
                .contains(":" + (at + 1) + ":");
    }

    private static int indexOf(List<String> lines, String part) {
        int at = 0;
        while (!lines.get(at).contains(part)) {
            at++;
        }
        return at;
    }

    private static List<Long> heights(List<String> lines, String action) throws Exception {
        List<Long> heights = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("{\"node\":" + LATE) && line.contains(
                    "\"action\":\"" + action + "\"")) {
                heights.add(JSON.readTree(line).path("args").path("height").asLong());
            }
        }
        return heights;
    }
}
