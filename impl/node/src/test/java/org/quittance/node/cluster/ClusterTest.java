package org.quittance.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Digest;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.client.NodeClient;
import org.quittance.trace.merge.Merge;

/**
 * Four real processes with real sockets and disks. One is killed while commands are on their way,
 * and comes back; then every receipt is proved, all have one state, and what all of them did is a
 * behaviour of the specs.
 */
class ClusterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRADES = 12;

    @TempDir
    private Path directory;

    @Test
    void killedUnderLoadAndConforming() throws Exception {
        ClusterFiles files = ClusterFiles.create(directory.resolve("cluster"), true);
        shortLogs(files);
        try (ClusterProcesses cluster = new ClusterProcesses(files)) {
            cluster.startAll();
            List<NodeClient> clients = new ArrayList<>();
            for (int node = 0; node < ClusterFiles.SIZE; node++) {
                cluster.awaitReady(node);
                clients.add(cluster.client(node));
            }
            // Through those only that nobody kills: what a killed one has said it took is gone.
            Trading trading = new Trading(files, clients.subList(1, ClusterFiles.SIZE));
            trading.open();
            awaitShortened(files, 1);
            List<Digest> ids = new ArrayList<>();
            for (int k = 0; k < TRADES; k++) {
                ids.addAll(trading.trade());
                if (k == TRADES / 3) {
                    cluster.kill(0);
                }
                if (k == 2 * TRADES / 3) {
                    cluster.start(0, false);
                }
            }
            assertThat(trading.accepted(ids)).hasSize(2 * TRADES);
            cluster.awaitReady(0);
            assertThat(trading.submit(cancelOfNothing(), files.traders().get(0))).isNotNull();
            statesAreEqual(trading, clients);
            forgedAnswersAreNotBelieved(files, clients.get(1), ids.get(0));
            anotherProcessIsRefused(files);
            awaitShortened(files, 2);
            cluster.stopAll();
        }
        logsWereShortened(files);
        tracesConform(files);
    }

    /** So often that there is a snapshot before a node is killed, and after. */
    private static void shortLogs(ClusterFiles files) throws Exception {
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            Path config = files.home(node).resolve("node.properties");
            String text = Files.readString(config);
            assertThat(text).contains("snapshot.blocks = 20");
            Files.writeString(config, text.replace("snapshot.blocks = 20", "snapshot.blocks = 4"));
        }
    }

    /** Waits until the node that is killed has shortened its log in that life, or gives up. */
    private static void awaitShortened(ClusterFiles files, int life) throws Exception {
        Path log = files.home(0).resolve("node.log");
        for (int k = 0; k < 1_200; k++) {
            String[] lives = Files.readString(log).split(" records in its log", -1);
            if (lives.length > life && lives[life].contains("vote log shortened")) {
                return;
            }
            Thread.sleep(100);
        }
    }

    /** The node that was killed did so in both of its lives. */
    private static void logsWereShortened(ClusterFiles files) throws Exception {
        List<String> lines = Files.readAllLines(files.home(0).resolve("node.log"));
        int lives = 0;
        boolean shortened = false;
        for (String line : lines) {
            if (line.contains(" records in its log")) {
                assertThat(lives == 0 || shortened).as("life %d", lives).isTrue();
                lives++;
                shortened = false;
            }
            shortened |= line.contains("vote log shortened");
        }
        assertThat(lives).isEqualTo(2);
        assertThat(shortened).isTrue();
    }

    private static Command cancelOfNothing() {
        return new Command.Cancel(4, TRADES, 1_000_000);
    }

    /** Each node proves the same cash, and that each command was executed once. */
    private static void statesAreEqual(Trading trading, List<NodeClient> clients)
            throws Exception {
        for (NodeClient client : clients) {
            StateEntry.Account seller = trading.account(client, 0);
            for (int k = 0; k < 2_400 && seller.nonce() < TRADES + 1; k++) {
                Thread.sleep(50);
                seller = trading.account(client, 0);
            }
            StateEntry.Account buyer = trading.account(client, 1);
            assertThat(seller.nonce()).isEqualTo(TRADES + 1);
            assertThat(buyer.nonce()).isEqualTo(TRADES);
            assertThat(seller.cash()).isEqualTo(100_000_000 + 7 * TRADES);
            assertThat(buyer.cash()).isEqualTo(100_000_000 - 7 * TRADES);
        }
    }

    private static void forgedAnswersAreNotBelieved(
            ClusterFiles files, NodeClient client, Digest id) throws Exception {
        Checks checks = new Checks(files.genesis().validatorSet());
        ObjectNode receipt = (ObjectNode) client.get("/v1/receipts/" + id.hex()).body();
        checks.finality(id, receipt);
        Checks elsewhere = new Checks(files.genesis().named("other").validatorSet());
        assertThatThrownBy(() -> elsewhere.quittance(receipt))
                .isInstanceOf(Refusal.class).hasMessageContaining("WRONG_CHAIN");
        ObjectNode moved = receipt.deepCopy();
        ((ObjectNode) moved.path("finality").path("blocks").path(0)).put("view", 9_999);
        assertThatThrownBy(() -> checks.finality(id, moved)).isInstanceOf(Refusal.class);
        ObjectNode account = (ObjectNode) client.get("/v1/accounts/4").body();
        assertThatThrownBy(() -> checks.account(5, account))
                .isInstanceOf(Refusal.class).hasMessageContaining("not of account 5");
    }

    /** A second process with one key would convict the validator: it does not start. */
    private static void anotherProcessIsRefused(ClusterFiles files) throws Exception {
        Process second = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), "org.quittance.node.Main", "node",
                "--config", files.home(2).resolve("node.properties").toString())
                .redirectErrorStream(true).start();
        String told = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(ExitCode.BAD_DATA.number());
        assertThat(told).contains("another process uses").doesNotContain("\tat ");
    }

    private void tracesConform(ClusterFiles files) throws Exception {
        List<Path> traces = new ArrayList<>();
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            traces.add(files.home(node).resolve("trace"));
        }
        Merge.Merged ordering = Merge.ordering(traces, directory.resolve("ordering.ndjson"));
        Merge.Merged system = Merge.system(traces, directory.resolve("system.ndjson"));
        assertThat(ordering.crashes()).isEqualTo(1);
        assertThat(system.crashes()).isEqualTo(1);
        assertThat(ordering.events()).isGreaterThan(500);
        assertThat(TraceProcess.validate(directory, ordering.file(), system.file())).isZero();

        // Negative control: a node that finalized what it had not notarized, say.
        List<String> lines = new ArrayList<>(Files.readAllLines(ordering.file()));
        int at = 0;
        while (!lines.get(at).contains("\"action\":\"EnterView\"")) {
            at++;
        }
        ObjectNode changed = (ObjectNode) JSON.readTree(lines.get(at));
        ((ObjectNode) changed.path("args")).put("view", 77);
        ((ObjectNode) changed.path("post")).put("view", 77);
        lines.set(at, changed.toString());
        Files.write(ordering.file(), lines);
        assertThat(TraceProcess.validate(directory, ordering.file())).isEqualTo(1);
    }
}
