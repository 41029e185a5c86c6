package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.quittance.node.ExitCode;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.disk.Disk;
import org.quittance.node.setup.NodeConfig;

/** Validators of one cluster in this process, with real sockets and whatever disk is wanted. */
final class Inside implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    final ClusterFiles files;
    private final SortedMap<Integer, Node> nodes = new TreeMap<>();
    private final ConcurrentHashMap<Integer, String> failures = new ConcurrentHashMap<>();

    Inside(Path directory) throws Exception {
        files = ClusterFiles.create(directory, true);
    }

    /** Changes a line in all configurations. */
    void set(String before, String after) throws Exception {
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            Path file = files.home(node).resolve("node.properties");
            String text = Files.readString(file);
            assertThat(text).contains(before);
            Files.writeString(file, text.replace(before, after));
        }
    }

    NodeConfig config(int node) throws Exception {
        return NodeConfig.read(files.home(node).resolve("node.properties"));
    }

    void start(int node, boolean first, Disk disk) throws Exception {
        failures.remove(node);
        Node started = new Node(config(node), first, disk, (code, reason) ->
                failures.putIfAbsent(node, code + ": " + reason));
        nodes.put(node, started);
        started.start();
    }

    void stop(int node) {
        Node stopped = nodes.remove(node);
        if (stopped != null) {
            stopped.close();
        }
    }

    Node node(int node) {
        Node found = nodes.get(node);
        assertThat(found).isNotNull();
        return found;
    }

    long executed(int node) {
        return node(node).status().executed();
    }

    /** Waits until a validator has executed so many more blocks. */
    void awaitMore(int node, long blocks) throws InterruptedException {
        awaitHeight(node, executed(node) + blocks);
    }

    /** Waits until a validator has executed so many blocks more than another one has now. */
    void awaitMoreThan(int other, int node, long blocks) throws InterruptedException {
        awaitHeight(node, executed(other) + blocks);
    }

    private void awaitHeight(int node, long aim) throws InterruptedException {
        await("validator " + node + " at height " + aim, () -> executed(node) >= aim);
    }

    /** Waits until a validator has stopped by itself, and says with what. */
    String awaitFailure(int node) throws InterruptedException {
        await("validator " + node + " stopped", () -> failures.containsKey(node));
        return failures.getOrDefault(node, "");
    }

    boolean hasFailed(int node, ExitCode code) {
        return failures.getOrDefault(node, "").startsWith(code.name());
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() - until < 0) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean())
                .as("%s; %s; failures: %s; see %s", what, statuses(), failures, files.directory())
                .isTrue();
    }

    private String statuses() {
        StringBuilder all = new StringBuilder();
        nodes.forEach((number, node) ->
                all.append(number).append(": ").append(node.status()).append(' '));
        return all.toString();
    }

    List<Path> traces() {
        List<Path> traces = new ArrayList<>();
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            traces.add(files.home(node).resolve("trace"));
        }
        return traces;
    }

    void stopAll() {
        List.copyOf(nodes.keySet()).forEach(this::stop);
    }

    @Override
    public void close() {
        stopAll();
    }
}
