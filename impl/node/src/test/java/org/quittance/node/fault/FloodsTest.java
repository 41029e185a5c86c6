package org.quittance.node.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.cluster.Trading;
import org.quittance.node.driver.CommandPool;
import org.quittance.node.net.FrameType;
import org.quittance.node.net.PeerNetwork;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.sim.kernel.Rng;

/**
 * Three validators in little memory go on finalizing, and serve clients, while others send as much
 * as they can of what is of no use. They count all of it.
 */
class FloodsTest {

    /** So long, and for longer if the nodes are slow: each finalizes blocks during each flood. */
    private static final int SECONDS = Integer.getInteger("flood.seconds", 6);
    private static final int BLOCKS = 3;
    private static final int HEAP_MB = 192;
    private static final int MOST_MB = 700;
    private static final int FAULTY = 3;
    /** So many commands fill a pool. */
    private static final int MORE_THAN_FIT = 50_000;
    private static final long MOST_QUEUED = 500;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final List<Integer> ANSWERS = List.of(200, 400, 403, 413);
    private static final List<Integer> CORRECT = List.of(0, 1, 2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private final AtomicBoolean over = new AtomicBoolean();
    private ClusterFiles files;
    private Nodes nodes;
    private Trading trading;

    @BeforeEach
    void begin() throws Exception {
        files = ClusterFiles.create(directory.resolve("cluster"), false);
        nodes = new Nodes(files, HEAP_MB);
        for (int node : CORRECT) {
            nodes.start(node, true);
        }
        for (int node : CORRECT) {
            nodes.awaitReady(node);
        }
        trading = new Trading(files, CORRECT.stream().map(nodes::client).toList());
    }

    @AfterEach
    void end() {
        over.set(true);
        nodes.close();
    }

    private Metrics metrics(int node) throws Exception {
        return Metrics.of(files.clientPorts().get(node));
    }

    /** What nodes must do during a flood: finalize, serve, and stay small. */
    private void goOn() throws Exception {
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (int node : CORRECT) {
            nodes.awaitBlocks(node, BLOCKS);
        }
        trading.open();
        trading.accepted(trading.trade());
        while (System.nanoTime() - until < 0) {
            Thread.sleep(50);
        }
        over.set(true);
        for (int node : CORRECT) {
            assertThat(nodes.isAlive(node)).isTrue();
            assertThat(nodes.mostMemoryMb(node)).isPositive().isLessThan(MOST_MB);
        }
    }

    private void tell(String who, long bytes, Object what) throws Exception {
        System.out.printf("flood of %s: %.1f MB, %s; at most %d, %d, %d MB in memory%n", who,
                bytes / 1e6, what, nodes.mostMemoryMb(0), nodes.mostMemoryMb(1),
                nodes.mostMemoryMb(2));
    }

    @Test
    void ofStrangers() throws Exception {
        double before = metrics(0).sum("quittance_peer_refused_total");
        try (Strangers strangers = new Strangers(directory, NodeConfig.read(
                files.home(0).resolve("node.properties")).peerListen())) {
            goOn();
            strangers.stop();
            double refused = metrics(0).sum("quittance_peer_refused_total") - before;
            for (int k = 0; k < 600 && refused < strangers.ended(); k++) {
                Thread.sleep(100);
                refused = metrics(0).sum("quittance_peer_refused_total") - before;
            }
            tell("strangers", strangers.bytes(), strangers.ended() + " connections, "
                    + (long) refused + " refusals counted");
            assertThat(strangers.ended()).isGreaterThan(10);
            assertThat(refused).isGreaterThanOrEqualTo(strangers.ended());
        }
    }

    @Test
    void ofAFaultyValidator() throws Exception {
        NodeConfig config = NodeConfig.read(files.home(FAULTY).resolve("node.properties"));
        Peers.Written written = new Peers.Written();
        Map<String, Long> sent = new HashMap<>();
        Metrics before = metrics(0);
        GenesisFile genesis = files.genesis();
        try (PeerNetwork network = Peers.of(config, genesis,
                (from, type, content) -> { }, written)) {
            network.listen(config.peerListen());
            Peers.callAll(network, genesis, FAULTY);
            Map<String, List<Floods.Item>> items =
                    new Floods(files, FAULTY, new Rng(1)).items();
            Thread flood = Thread.ofPlatform().start(() -> flood(network, items, sent));
            goOn();
            flood.join();
            everyOneIsCounted(sent, before);
            // Longer than any frame may be: the connection ends, others don't.
            network.broadcast(FrameType.MESSAGE, new byte[9 << 20]);
            double malformed = before.sum("quittance_peer_malformed_total");
            for (int k = 0; k < 600
                    && metrics(0).sum("quittance_peer_malformed_total") == malformed; k++) {
                Thread.sleep(100);
            }
            assertThat(metrics(0).sum("quittance_peer_malformed_total")).isGreaterThan(malformed);
            nodes.awaitBlocks(0, BLOCKS);
            assertThat(network.dropped()).isZero();
        }
        tell("a validator", written.bytes(), sent);
    }

    private void flood(PeerNetwork network, Map<String, List<Floods.Item>> items,
            Map<String, Long> sent) {
        int round = 0;
        while (!over.get()) {
            for (Map.Entry<String, List<Floods.Item>> kind : items.entrySet()) {
                Floods.Item item = kind.getValue().get(round % kind.getValue().size());
                // A megabyte each time would leave no room for others.
                if (item.content().length < 1 << 16 || round % 20 == 0) {
                    network.broadcast(item.type(), item.content());
                    sent.merge(kind.getKey(), 1L, Long::sum);
                }
            }
            round++;
            while (network.queued() > MOST_QUEUED && !over.get()) {
                LockSupport.parkNanos(500_000);
            }
        }
    }

    /** Each message that is no good was refused for its reason, and counted once. */
    private void everyOneIsCounted(Map<String, Long> sent, Metrics before) throws Exception {
        for (String reason : List.of("MALFORMED_", "WRONG_CHAIN", "WRONG_EPOCH", "BAD_SIGNATURE",
                "NOT_THE_LEADER", "COMMAND_NOT_VALID")) {
            double expected = before.rejected(reason) + sent.get(reason);
            for (int k = 0; k < 600 && metrics(0).rejected(reason) < expected; k++) {
                Thread.sleep(100);
            }
            assertThat(metrics(0).rejected(reason)).as(reason).isEqualTo(expected);
        }
    }

    /** Commands that nobody sealed cost nothing: they must not take the room of others. */
    @Test
    void ofCommandsThatCanNeverBeExecuted() throws Exception {
        NodeConfig config = NodeConfig.read(files.home(FAULTY).resolve("node.properties"));
        Peers.Written written = new Peers.Written();
        AtomicLong sent = new AtomicLong();
        nodes.awaitBlocks(0, BLOCKS);
        try (PeerNetwork network = Peers.of(config, files.genesis(),
                (from, type, content) -> { }, written)) {
            Peers.callAll(network, files.genesis(), FAULTY);
            Thread flood = Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    network.broadcast(FrameType.COMMAND, PayloadCodec.encode(new SealedCommand(
                            new Command.Cancel(0, sent.incrementAndGet(), 1), List.of())));
                    while (network.queued() > MOST_QUEUED && !over.get()) {
                        LockSupport.parkNanos(500_000);
                    }
                }
            });
            for (int k = 0; k < 3_000 && metrics(0).sum("quittance_commands_waiting")
                    + metrics(0).sum("quittance_commands_useless") < MORE_THAN_FIT; k++) {
                Thread.sleep(100);
            }
            goOn();
            flood.join();
        }
        tell("useless commands", written.bytes(), sent + " commands");
        assertThat(sent.get()).isGreaterThan(MORE_THAN_FIT);
        assertThat(metrics(0).sum("quittance_commands_waiting")).isLessThan(MORE_THAN_FIT / 2);
    }

    @Test
    void ofAClient() throws Exception {
        trading.open();
        SealedCommand known = SealedCommand.seal(files.genesis().chainId(),
                new Command.Place(trading.account(1), 0, 1, Side.BUY, 1, 1, OrderKind.GTC),
                files.traders().get(1));
        nodes.client(0).submit(known);
        trading.await(CommandPool.idOf(known));
        Metrics before = metrics(0);
        try (Clients clients = new Clients(files.clientPorts().get(0), known, files)) {
            long until = System.nanoTime() + SECONDS * 1_000_000_000L;
            for (int node : CORRECT) {
                nodes.awaitBlocks(node, BLOCKS);
            }
            // Some answers come seldom: the server ends the connection of whoever sends too much.
            long atMost = until + PATIENCE_NANOS;
            while (System.nanoTime() - until < 0 || System.nanoTime() - atMost < 0
                    && !clients.answers().keySet().containsAll(ANSWERS)) {
                Thread.sleep(50);
            }
            clients.stop();
            Metrics after = metrics(0);
            for (Map.Entry<Integer, Long> answers : clients.answers().entrySet()) {
                String name = "quittance_client_requests_total{path=\"/v1/commands\",status=\""
                        + answers.getKey();
                assertThat(after.sum(name) - before.sum(name)).as(name)
                        .isGreaterThanOrEqualTo(answers.getValue());
            }
            assertThat(clients.answers().keySet()).containsAll(ANSWERS);
            tell("a client", clients.bytes(), clients.answers() + ", " + clients.failed()
                    + " connections broken off");
        }
        nodes.awaitBlocks(0, BLOCKS);
        assertThat(nodes.mostMemoryMb(0)).isLessThan(MOST_MB);
    }
}
