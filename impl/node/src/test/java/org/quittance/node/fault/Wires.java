package org.quittance.node.fault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.setup.Addresses;
import org.quittance.node.setup.GenesisFile;

/**
 * The network of a cluster, with a {@link Wire} from each validator to each other one. Genesis has
 * one name for a validator; what the name means is another address of this machine for each of
 * those who call it, since each has a file of hosts of its own.
 */
final class Wires implements AutoCloseable {

    private final TreeMap<Integer, TreeMap<Integer, Wire>> wires = new TreeMap<>();

    private Wires() {}

    /** The same cluster, whose validators know each other by names. */
    static ClusterFiles named(ClusterFiles files) throws IOException {
        GenesisFile genesis = files.genesis();
        List<GenesisFile.Member> members = new ArrayList<>();
        for (int v = 0; v < genesis.validators().size(); v++) {
            GenesisFile.Member member = genesis.validators().get(v);
            members.add(new GenesisFile.Member(member.key(), member.stake(), member.owner(),
                    member.tls(), name(v) + ":" + port(member)));
        }
        GenesisFile named = new GenesisFile("", genesis.maxLag(), genesis.accounts(), members,
                genesis.custodians(), genesis.governors(), genesis.parameters()).named("faults");
        Files.writeString(files.directory().resolve("genesis.json"), named.text());
        for (int from = 0; from < members.size(); from++) {
            StringBuilder hosts = new StringBuilder("127.0.0.1 localhost\n");
            for (int to = 0; to < members.size(); to++) {
                hosts.append(address(from, to)).append(' ').append(name(to)).append('\n');
            }
            Files.writeString(hosts(files, from), hosts);
        }
        return new ClusterFiles(files.directory(), named, files.clientPorts(),
                files.validators(), files.traders(), files.custodians(), files.governors());
    }

    /** The file of hosts of a validator. */
    static Path hosts(ClusterFiles files, int node) {
        return files.home(node).resolve("hosts");
    }

    /** Lays all wires. */
    static Wires lay(ClusterFiles files) throws IOException {
        Wires laid = new Wires();
        List<GenesisFile.Member> members = files.genesis().validators();
        for (int from = 0; from < members.size(); from++) {
            TreeMap<Integer, Wire> row = new TreeMap<>();
            laid.wires.put(from, row);
            for (int to = 0; to < members.size(); to++) {
                if (from != to) {
                    int port = port(members.get(to));
                    row.put(to, new Wire(address(from, to), port,
                            new InetSocketAddress("127.0.0.1", port)));
                }
            }
        }
        return laid;
    }

    private static String name(int validator) {
        return "validator-" + validator + ".test";
    }

    private static String address(int from, int to) {
        return "127.1." + (from + 1) + "." + (to + 1);
    }

    private static int port(GenesisFile.Member member) {
        return Addresses.parse("address", member.address().replaceAll("^.*:", "127.0.0.1:"))
                .getPort();
    }

    Wire wire(int from, int to) {
        return wires.get(from).get(to);
    }

    /** Nothing passes between these and the others. */
    void part(Set<Integer> side, Wire.State how) {
        wires.forEach((from, row) -> row.forEach((to, wire) -> {
            if (side.contains(from) != side.contains(to)) {
                wire.set(how);
            }
        }));
    }

    /** All is well again. */
    void mend() {
        wires.values().forEach(row -> row.values().forEach(Wire::mend));
    }

    /** So many bytes were passed on. */
    long passed() {
        return wires.values().stream().flatMap(row -> row.values().stream())
                .mapToLong(Wire::passed).sum();
    }

    @Override
    public void close() throws IOException {
        for (TreeMap<Integer, Wire> row : wires.values()) {
            for (Wire wire : row.values()) {
                wire.close();
            }
        }
    }
}
