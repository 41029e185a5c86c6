package org.quittance.node.setup;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.quittance.core.consensus.Timing;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/**
 * The configuration of a node: a file of {@code name = value}, whose names and defaults are
 * explained in {@code node.properties} beside this class. Paths are relative to the file.
 *
 * @param operatorListen where operators are served apart from clients, if anywhere
 * @param trace where traces go, if anywhere
 * @param traceSettlement whether also what settlement does is traced, step by step
 * @param batchMillis how long a leader with commands waits for the block before to be final
 * @param emptyBlockMillis how long a leader without commands waits before it proposes
 * @param snapshotBlocks a snapshot is kept each time so many blocks were executed
 * @param snapshotMegabytes and each time the vote log has grown by so many 2^20 bytes
 * @param keepBlocks so many blocks below the snapshot are kept for others
 * @param syncGap with more blocks to execute than that it takes over the state of another validator
 * @param syncMegabytes no longer snapshot is fetched, in MiB
 * @param logFormat {@code text}, a line of {@code name=value}, or {@code json}
 */
public record NodeConfig(
        Path genesis,
        Path key,
        Path tlsCertificate,
        Path tlsKey,
        Path data,
        InetSocketAddress peerListen,
        InetSocketAddress clientListen,
        Optional<InetSocketAddress> operatorListen,
        Optional<Path> trace,
        boolean traceSettlement,
        Timing timing,
        long batchMillis,
        long emptyBlockMillis,
        long snapshotBlocks,
        long snapshotMegabytes,
        long keepBlocks,
        long syncGap,
        long syncMegabytes,
        String logFormat) {

    /** The commented file that configurations are made from. */
    public static final String TEMPLATE = "node.properties";

    /**
     * Reads a file.
     *
     * @throws Refusal if it can't be read, a name is unknown or missing, or a value out of range
     */
    public static NodeConfig read(Path file) throws Refusal {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(in);
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT, file + ": " + Refusal.reason(e));
        }
        try {
            Values values = new Values(read, file);
            NodeConfig config = values.config();
            values.end();
            return config;
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT, file + ": " + Refusal.reason(e));
        }
    }

    /** Takes one value after the other. */
    private static final class Values {

        private final Properties left;
        private final Path file;

        Values(Properties read, Path file) {
            this.left = read;
            this.file = file;
        }

        NodeConfig config() {
            return new NodeConfig(
                    path("genesis"), path("key"), path("tls.certificate"), path("tls.key"),
                    path("data"), address("peer.listen"), address("client.listen"),
                    operatorListen(), trace(), flag("trace.settlement"),
                    new Timing(
                            number("timing.leader.millis", 1_000),
                            number("timing.view.millis", 2_000),
                            number("timing.most.millis", 60_000),
                            number("timing.rebroadcast.millis", 1_000)),
                    number("batch.millis", 50),
                    number("empty.block.millis", 200),
                    number("snapshot.blocks", 1_000),
                    number("snapshot.megabytes", 64),
                    number("keep.blocks", 100_000),
                    number("sync.gap", 256),
                    number("sync.megabytes", 256, 1_024),
                    logFormat());
        }

        private String logFormat() {
            String format = optional("log.format").orElse("text");
            if (!format.equals("text") && !format.equals("json")) {
                throw new IllegalArgumentException(
                        "log.format must be text or json, but is \"" + format + "\"");
            }
            return format;
        }

        void end() {
            if (!left.isEmpty()) {
                throw new IllegalArgumentException(
                        "no such setting: " + new TreeSet<>(left.stringPropertyNames()).first());
            }
        }

        private Optional<String> optional(String name) {
            Object value = left.remove(name);
            return value instanceof String text && !text.isBlank()
                    ? Optional.of(text.strip())
                    : Optional.empty();
        }

        private String required(String name) {
            return optional(name).orElseThrow(
                    () -> new IllegalArgumentException("setting " + name + " is missing"));
        }

        private Optional<Path> trace() {
            Optional<String> path = optional("trace");
            return path.isPresent() ? Optional.of(resolve(path.get())) : Optional.empty();
        }

        private Optional<InetSocketAddress> operatorListen() {
            Optional<String> text = optional("operator.listen");
            return text.isPresent()
                    ? Optional.of(Addresses.parse("operator.listen", text.get()))
                    : Optional.empty();
        }

        private boolean flag(String name) {
            String text = optional(name).orElse("false");
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(
                        name + " must be true or false, but is \"" + text + "\"");
            }
            return text.equals("true");
        }

        private Path path(String name) {
            return resolve(required(name));
        }

        private Path resolve(String path) {
            return file.toAbsolutePath().resolveSibling(path);
        }

        private long number(String name, long otherwise) {
            return number(name, otherwise, 1_000_000_000);
        }

        private long number(String name, long otherwise, long most) {
            Optional<String> text = optional(name);
            try {
                long value = text.isPresent() ? Long.parseLong(text.get()) : otherwise;
                if (value < 1 || value > most) {
                    throw new IllegalArgumentException(
                            name + " must be 1 to " + most + ", but is " + value);
                }
                return value;
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        name + " must be a number, but is \"" + text.orElse("") + "\"", e);
            }
        }

        private InetSocketAddress address(String name) {
            return Addresses.parse(name, required(name));
        }
    }
}
