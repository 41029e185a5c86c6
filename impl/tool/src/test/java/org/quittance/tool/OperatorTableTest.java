package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.node.driver.Counters;
import org.quittance.node.net.PeerNetwork;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.TlsIdentity;
import org.quittance.tool.OneValidator.Ran;

/**
 * The table of README.md that says what an operator sees. Each row is brought about, and what the
 * program says then must be what the row says; an ellipsis there stands for anything.
 */
class OperatorTableTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d|goes on) \\| `([^`]+)` \\|$");

    private record Row(String status, String message) {}

    @TempDir
    private Path directory;

    private OneValidator made;
    private Map<String, Row> rows;

    @BeforeEach
    void read() throws Exception {
        rows = new LinkedHashMap<>();
        Matcher matcher = ROW.matcher(Files.readString(Path.of("../../README.md")));
        while (matcher.find()) {
            rows.put(matcher.group(1), new Row(matcher.group(2), matcher.group(3)));
        }
        made = new OneValidator(directory.resolve("one"));
    }

    @AfterEach
    void allRowsWereRead() {
        assertThat(rows).hasSize(13);
    }

    /** Holds what was said against a row. */
    private void seen(String situation, String status, String text) {
        assertThat(rows).containsKey(situation);
        Row row = rows.get(situation);
        assertThat(status).as(situation).isEqualTo(row.status());
        StringBuilder pattern = new StringBuilder();
        for (String part : row.message().split("…", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".+").append(Pattern.quote(part));
        }
        assertThat(text.strip()).as(situation).matches("(?s).*" + pattern + ".*");
        assertThat(text).doesNotContain("\tat ");
    }

    /** Starts the node in this process, where it must refuse. */
    private void refused(String situation, boolean first) {
        List<String> arguments =
                new ArrayList<>(List.of("node", "--config", made.config().toString()));
        if (first) {
            arguments.add("--init");
        }
        Ran ran = OneValidator.run(arguments.toArray(new String[0]));
        assertThat(ran.err().lines()).as(situation).hasSize(1);
        seen(situation, Integer.toString(ran.code()), ran.err());
    }

    private void set(String from, String to) throws Exception {
        String text = Files.readString(made.config());
        assertThat(text).contains(from);
        Files.writeString(made.config(), text.replace(from, to));
    }

    @Test
    void filesThatDoNotBelongTogether() throws Exception {
        set("peer.listen", "peer.lisen");
        refused("a setting has a wrong name", true);
        set("peer.lisen", "peer.listen");

        set("key = validator/validator", "key = stranger/validator");
        OneValidator.ran("keygen", "--validator", made.path("stranger"));
        refused("the key is another's", true);
        set("key = stranger/validator", "key = validator/validator");

        set("validator/tls.cert", "stranger/tls.cert");
        refused("the certificate is not the one in genesis", true);
        set("stranger/tls.cert", "validator/tls.cert");

        Path genesis = made.home.resolve("genesis.json");
        String text = Files.readString(genesis);
        Files.writeString(genesis, text.replace("\"cash\" : 5000", "\"cash\" : 5001"));
        refused("genesis was changed", true);
        Files.writeString(genesis, text);

        refused("the data directory is missing", false);
        Files.createDirectories(made.home.resolve("data"));
        refused("the vote log is lost", false);
    }

    @Test
    void portsThatAreTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(
                made.clientPort, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            refused("the port for clients is taken", true);
        }
        try (ServerSocket taken = new ServerSocket(
                made.peerPort, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            refused("the port for validators is taken", false);
        }
    }

    @Test
    void certificatesThatHaveExpired() throws Exception {
        Path second = made.home.resolve("second");
        OneValidator.ran("keygen", "--validator", second.toString());
        expire(second);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of("genesis", "--out", made.path("two.json"),
                "--chain", "two",
                "--validator", made.path("validator") + ",127.0.0.1:" + made.peerPort + ",1",
                "--validator", second + ",127.0.0.1:" + port + ",1"));
        for (int k = 0; k < 3; k++) {
            command.addAll(List.of("--custodian", made.path("custodian" + k + ".json"),
                    "--governor", made.path("governor" + k + ".json")));
        }
        OneValidator.ran(command.toArray(new String[0]));
        set("genesis = genesis.json", "genesis = two.json");
        Path log = made.home.resolve("node.log");
        PeerNetwork expired = new PeerNetwork(
                GenesisFile.read(made.home.resolve("two.json")).validators().stream()
                        .map(GenesisFile.Member::tls).toList(),
                TlsIdentity.read(second.resolve("tls.cert.pem"), second.resolve("tls.key.pem")),
                (from, type, content) -> { }, new Counters());
        try (expired) {
            expired.listen(new InetSocketAddress("127.0.0.1", port));
            Process node = made.start(
                    log, "node", "--config", made.config().toString(), "--init");
            try {
                String line = OneValidator.await(node, log, "the certificate of validator 1");
                seen("another validator's certificate has expired", "goes on", line);
                assertThat(node.isAlive()).isTrue();
            } finally {
                node.destroyForcibly().waitFor();
            }
        }
        Files.move(second.resolve("tls.cert.pem"), made.home.resolve("validator/tls.cert.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        set("validator/validator", "second/validator");
        refused("the own certificate has expired", false);
    }

    private static void expire(Path validator) throws Exception {
        Path certificate = validator.resolve("tls.cert.pem");
        Path key = validator.resolve("tls.key.pem");
        Files.delete(certificate);
        Files.delete(key);
        TlsIdentity.create(certificate, key, "late", Duration.ofMinutes(-30));
    }

    /** A limit on the length of files stands in for a full disk; the system's reason differs. */
    @Test
    void disksThatFail() throws Exception {
        set("data = data", "data = data\nempty.block.millis = 5");
        Path log = made.home.resolve("node.log");
        String[] node = {"node", "--config", made.config().toString(), "--init"};
        Process first = made.start(log, node);
        try {
            OneValidator.await(first, log, "runs: 0 records");
            refused("another process uses the data directory", false);
        } finally {
            first.destroyForcibly().waitFor();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process limited = new ProcessBuilder("sh", "-c", "ulimit -f 400; exec \"$@\"", "sh", java,
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
                "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                "node", "--config", made.config().toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(limited.waitFor(300, TimeUnit.SECONDS)).isTrue();
        } finally {
            limited.destroyForcibly().waitFor();
        }
        seen("the disk is full", Integer.toString(limited.exitValue()), Files.readString(log));

        Path votes = made.home.resolve("data/votes.log");
        byte[] bytes = Files.readAllBytes(votes);
        bytes[bytes.length / 2] ^= 1;
        Files.write(votes, bytes);
        refused("the vote log is damaged", false);
    }
}
