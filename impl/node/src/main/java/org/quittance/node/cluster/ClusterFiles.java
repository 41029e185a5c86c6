package org.quittance.node.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.crypto.Signer;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.setup.Defaults;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.KeyFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.node.setup.OwnFiles;
import org.quittance.node.setup.TlsIdentity;

/**
 * The keys, genesis and configurations of a cluster on this machine: four validators, two traders,
 * three custodians and three governors, with keys that nobody should use for anything else.
 *
 * @param traders the keys of the accounts after those of the validators
 */
public record ClusterFiles(
        Path directory,
        GenesisFile genesis,
        List<Integer> clientPorts,
        List<Signer> validators,
        List<Signer> traders,
        List<Signer> custodians,
        List<Signer> governors) {

    /** How many validators. */
    public static final int SIZE = 4;

    /** What is different in the configuration of a node. */
    public interface Settings {

        /** The configuration of a node, made of the commented one. */
        String of(int node, String template);
    }

    private static final long STAKE = 1_000_000;
    private static final long CASH = 100_000_000;
    private static final int TRADERS = 2;
    private static final int MEMBERS = 3;

    public ClusterFiles {
        clientPorts = List.copyOf(clientPorts);
        validators = List.copyOf(validators);
        traders = List.copyOf(traders);
        custodians = List.copyOf(custodians);
        governors = List.copyOf(governors);
    }

    /**
     * Makes all files of a cluster.
     *
     * @param trace whether its nodes record what they do, and one of them what settlement does
     */
    public static ClusterFiles create(Path directory, boolean trace) throws Refusal {
        return create(directory, TRADERS, (node, text) -> traced(text, trace)
                .replace("# trace.settlement = false",
                        "trace.settlement = " + (trace && node == 0))
                .replace("# snapshot.blocks = 1000", "snapshot.blocks = 20"));
    }

    /** A configuration whose node records what it does, or doesn't. */
    public static String traced(String configuration, boolean trace) {
        return trace ? configuration.replace("trace =\n", "trace = trace\n") : configuration;
    }

    /**
     * Makes all files of a cluster.
     *
     * @param traders how many accounts have money
     * @param settings makes of the commented configuration that of a node
     */
    public static ClusterFiles create(Path directory, int traders, Settings settings)
            throws Refusal {
        List<Integer> ports = freePorts(2 * SIZE);
        List<Signer> validators = new ArrayList<>();
        List<GenesisFile.Member> members = new ArrayList<>();
        List<GenesisFile.Account> accounts = new ArrayList<>();
        for (int node = 0; node < SIZE; node++) {
            Path home = home(directory, node);
            KeyFile.create(home.resolve("validator.key.json"));
            Signer key = KeyFile.read(home.resolve("validator.key.json"));
            String fingerprint = fingerprint(home, node);
            validators.add(key);
            members.add(new GenesisFile.Member(hex(key), STAKE, node, fingerprint,
                    "127.0.0.1:" + ports.get(node)));
            accounts.add(new GenesisFile.Account(hex(key), 0));
            OwnFiles.write(home.resolve("node.properties"), configuration(
                    ports.get(node), ports.get(SIZE + node), settings.of(node, template())));
        }
        List<Signer> traderKeys = keys(directory, "trader", traders);
        traderKeys.forEach(key -> accounts.add(new GenesisFile.Account(hex(key), CASH)));
        List<Signer> custodians = keys(directory, "custodian", MEMBERS);
        List<Signer> governors = keys(directory, "governor", MEMBERS);
        GenesisFile genesis = new GenesisFile("", 32, accounts, members,
                custodians.stream().map(ClusterFiles::hex).toList(),
                governors.stream().map(ClusterFiles::hex).toList(),
                Defaults.parameters()).named("local");
        OwnFiles.write(directory.resolve("genesis.json"), genesis.text());
        return new ClusterFiles(directory, genesis, ports.subList(SIZE, 2 * SIZE),
                validators, traderKeys, custodians, governors);
    }

    private static String fingerprint(Path home, int node) throws Refusal {
        return TlsIdentity.create(home.resolve("tls.cert.pem"), home.resolve("tls.key.pem"),
                "validator-" + node, Duration.ofDays(30));
    }

    /** Where a node keeps everything. */
    static Path home(Path directory, int node) {
        return directory.resolve("node-" + node);
    }

    /** Where a node keeps everything. */
    public Path home(int node) {
        return home(directory, node);
    }

    private static List<Signer> keys(Path directory, String name, int count) throws Refusal {
        List<Signer> keys = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Path file = directory.resolve("keys").resolve(name + "-" + k + ".json");
            KeyFile.create(file);
            keys.add(KeyFile.read(file));
        }
        return keys;
    }

    private static String hex(Signer key) {
        return key.publicKey().bytes().hex();
    }

    /** The commented configuration, with what is different here. */
    private static String configuration(int peerPort, int clientPort, String settings) {
        return settings
                .replace("genesis = genesis.json", "genesis = ../genesis.json")
                .replace("127.0.0.1:7000", "127.0.0.1:" + peerPort)
                .replace("127.0.0.1:8000", "127.0.0.1:" + clientPort);
    }

    private static String template() {
        try (InputStream in = NodeConfig.class.getResourceAsStream("/" + NodeConfig.TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own configuration");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program can't read itself", e);
        }
    }

    /** Ports that nobody listens on now. */
    private static List<Integer> freePorts(int count) throws Refusal {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.add(socket.getLocalPort());
            }
            return ports;
        } catch (IOException e) {
            throw new Refusal(ExitCode.NETWORK, "no free port: " + Refusal.reason(e));
        } finally {
            for (ServerSocket socket : sockets) {
                closeQuietly(socket);
            }
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Then the port isn't free, and the node will say so.
        }
    }
}
