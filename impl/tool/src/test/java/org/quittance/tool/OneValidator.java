package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A chain of one validator, made by the commands that an operator makes one with. */
final class OneValidator {

    final Path home;
    final int peerPort;
    final int clientPort;

    OneValidator(Path home) throws IOException {
        this.home = home;
        try (ServerSocket first = free(); ServerSocket second = free()) {
            this.peerPort = first.getLocalPort();
            this.clientPort = second.getLocalPort();
        }
        ran("keygen", "--validator", path("validator"));
        List<String> genesis = new ArrayList<>(List.of("genesis", "--out", path("genesis.json"),
                "--chain", "one", "--validator",
                path("validator") + ",127.0.0.1:" + peerPort + ",1000000"));
        for (String each : List.of("--custodian", "--governor")) {
            for (int k = 0; k < 3; k++) {
                String key = path(each.substring(2) + k + ".json");
                ran("keygen", "--key", key);
                genesis.addAll(List.of(each, key));
            }
        }
        ran("keygen", "--key", path("trader.json"));
        genesis.addAll(List.of("--account", path("trader.json") + ",5000"));
        ran(genesis.toArray(new String[0]));
        Files.writeString(config(), """
                genesis = genesis.json
                key = validator/validator.key.json
                tls.certificate = validator/tls.cert.pem
                tls.key = validator/tls.key.pem
                data = data
                peer.listen = 127.0.0.1:%d
                client.listen = 127.0.0.1:%d
                """.formatted(peerPort, clientPort));
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    Path config() {
        return home.resolve("node.properties");
    }

    String path(String name) {
        return home.resolve(name).toString();
    }

    String url() {
        return "http://127.0.0.1:" + clientPort;
    }

    /** What a command printed, and its exit code. */
    record Ran(int code, String out, String err) {}

    /** Runs a command in this process. */
    static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    /** Runs a command that must succeed. */
    static String ran(String... arguments) {
        Ran ran = run(arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    /** Starts a command as a process of its own, which logs to a file. */
    Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
    }

    /** Waits until the log of a process has a line with this, and gives the line. */
    static String await(Process process, Path log, String text) throws Exception {
        for (int k = 0; k < 1_800; k++) {
            for (String line : Files.readAllLines(log)) {
                if (line.contains(text)) {
                    return line;
                }
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no \"" + text + "\" in: " + Files.readString(log));
    }
}
