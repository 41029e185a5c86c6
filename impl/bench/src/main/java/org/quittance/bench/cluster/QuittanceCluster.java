package org.quittance.bench.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quittance.core.base.Digest;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.client.NodeClient;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.cluster.ClusterProcesses;
import org.quittance.node.cluster.Trading;
import org.quittance.node.driver.CommandPool;

/**
 * Four validators with all that they have: TLS, signatures of clients and validators, a log that is
 * synced, settlement, state roots, quittances, receipts. A client believes what is proved only.
 */
final class QuittanceCluster implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SERIES = 1;
    private static final long PREMIUM = 7;
    private static final long PATIENCE_SECONDS = 5;

    private final ClusterFiles files;
    private final ClusterProcesses processes;
    private final Finals finals;
    private final List<Trader> traders = new ArrayList<>();

    /**
     * Starts a cluster.
     *
     * @param directory where everything goes; must not exist yet
     * @param classpath of the nodes
     * @param options for the Java virtual machines of the nodes
     * @param clients how many there will be at most
     */
    QuittanceCluster(Path directory, String classpath, List<String> options, int clients,
            boolean trace) throws Exception {
        files = ClusterFiles.create(directory, clients,
                (node, text) -> ClusterFiles.traced(text, trace));
        processes = new ClusterProcesses(files, classpath, options);
        processes.startAll();
        List<NodeClient> nodes = new ArrayList<>();
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            processes.awaitReady(node);
            nodes.add(processes.client(node));
        }
        new Trading(files, nodes).open();
        long height = nodes.get(0).get("/v1/status").body().path("executed").asLong();
        finals = new Finals(files.clientPorts().get(0),
                new Checks(files.genesis().validatorSet()), height);
        for (int client = 0; client < clients; client++) {
            traders.add(new Trader(client));
        }
    }

    int port() {
        return files.clientPorts().get(0);
    }

    /** How long a command of these clients is with its seal, in bytes. */
    int commandBytes() {
        return PayloadCodec.encode(traders.get(0).next()).length;
    }

    @Override
    public Measurement measure(int clients, int bytes, double seconds) throws Exception {
        finals.news();
        Duration servers = processes.cpu();
        long own = ownNanos();
        ClosedLoop.Measured loop = ClosedLoop.run(traders.subList(0, clients), seconds);
        double calls = Math.max(1, loop.calls());
        double client = (ownNanos() - own) / 1e6 / calls;
        double server = processes.cpu().minus(servers).toNanos() / 1e6 / calls;
        Finals.News news = finals.news();
        return new Measurement(loop, news.settledP50(), news.settledP99(),
                news.blocks() == 0 ? 0 : calls / news.blocks(), server, client);
    }

    private static long ownNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /**
     * Asks all nodes for proof that each client's commands took effect once each.
     *
     * @throws IllegalStateException if they did not
     */
    void check() throws Exception {
        Checks checks = new Checks(files.genesis().validatorSet());
        for (Trader trader : traders) {
            for (int node = 0; node < ClusterFiles.SIZE; node++) {
                NodeClient client = processes.client(node);
                long nonce = -1;
                for (int k = 0; k < 100 && nonce != trader.nonce; k++) {
                    StateEntry.Account proved = checks.account(trader.account(),
                            client.get("/v1/accounts/" + trader.account()).body());
                    nonce = proved.nonce();
                    if (nonce != trader.nonce) {
                        Thread.sleep(50);
                    }
                }
                if (nonce != trader.nonce) {
                    throw new IllegalStateException("account " + trader.account()
                            + " has executed " + nonce + " commands, but " + trader.nonce
                            + " were submitted");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        finals.close();
        for (Trader trader : traders) {
            trader.close();
        }
        try {
            processes.stopAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        processes.close();
    }

    /** A client with an account of its own. Neighbours sell to each other. */
    private final class Trader implements ClosedLoop.Client {

        private final int number;
        private long nonce;
        private Connection connection;

        Trader(int number) {
            this.number = number;
        }

        int account() {
            return ClusterFiles.SIZE + number;
        }

        SealedCommand next() {
            // Sides change, so that positions stay small.
            boolean sells = (number + nonce / 500) % 2 == 0;
            return SealedCommand.seal(files.genesis().chainId(), new Command.Place(account(),
                    nonce, SERIES, sells ? Side.SELL : Side.BUY, PREMIUM, 1, OrderKind.GTC),
                    files.traders().get(number));
        }

        @Override
        public void call() throws Exception {
            SealedCommand command = next();
            Digest id = CommandPool.idOf(command);
            CompletableFuture<Void> done = finals.await(id);
            String body = JSON.createObjectNode().put("command", Base64.getEncoder()
                    .encodeToString(PayloadCodec.encode(command))).toString();
            for (int attempt = 0; ; attempt++) {
                submit(body, number + attempt);
                try {
                    done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    nonce++;
                    return;
                } catch (TimeoutException e) {
                    if (attempt == ClusterFiles.SIZE) {
                        throw new IllegalStateException("command " + id.hex()
                                + " is not final after " + attempt + " attempts", e);
                    }
                    close();
                }
            }
        }

        private void submit(String body, int turn) throws IOException, Refusal {
            Connection.Answer answer;
            try {
                answer = connected(turn).post("/v1/commands", body);
            } catch (EOFException e) {
                // The node closes connections that were idle for long. To send again is safe.
                close();
                answer = connected(turn).post("/v1/commands", body);
            }
            if (answer.status() != 202 && answer.status() != 200) {
                throw new IllegalStateException("a node refused a command: "
                        + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }

        private Connection connected(int turn) throws IOException {
            Connection open = connection == null
                    ? new Connection(files.clientPorts().get(turn % ClusterFiles.SIZE))
                    : connection;
            connection = open;
            return open;
        }

        void close() throws IOException {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
    }
}
