package org.quittance.node.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.quittance.node.Refusal;
import org.quittance.node.client.NodeClient;
import org.quittance.node.cluster.ClusterFiles;

/** Processes of a cluster, which may be killed, paused, or something else than they should be. */
final class Nodes implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final ClusterFiles files;
    private final int heapMb;
    private final Map<Integer, Process> processes = new ConcurrentHashMap<>();
    private final Map<Integer, NodeClient> clients = new ConcurrentHashMap<>();

    Nodes(ClusterFiles files, int heapMb) {
        this.files = files;
        this.heapMb = heapMb;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts a node. */
    void start(int node, boolean first) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("org.quittance.node.Main", "node",
                "--config", files.home(node).resolve("node.properties").toString()));
        if (first) {
            arguments.add("--init");
        }
        run(node, arguments);
    }

    /** Starts any program in the place of a node. */
    void run(int node, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx" + heapMb + "m",
                "-XX:MaxDirectMemorySize=" + heapMb + "m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        if (Files.exists(Wires.hosts(files, node))) {
            command.add(1, "-Djdk.net.hosts.file=" + Wires.hosts(files, node));
        }
        processes.put(node, new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(node).toFile())).start());
    }

    /** What a node has said, in all its lives. */
    Path log(int node) {
        return files.home(node).resolve("node.log");
    }

    NodeClient client(int node) {
        return clients.computeIfAbsent(node, key -> new NodeClient(
                URI.create("http://127.0.0.1:" + files.clientPorts().get(key))));
    }

    void awaitReady(int node) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() - until < 0) {
            if (!isAlive(node)) {
                throw new AssertionError("node " + node + " has ended, see " + log(node));
            }
            try {
                if (client(node).get("/ready").status() == 200) {
                    return;
                }
            } catch (Refusal e) {
                // Not yet.
            }
            Thread.sleep(100);
        }
        throw new AssertionError("node " + node + " isn't ready, see " + log(node));
    }

    boolean isAlive(int node) {
        Process process = processes.get(node);
        return process != null && process.isAlive();
    }

    /** How many blocks are final, as the node says; it may take it a while to say so. */
    long committed(int node) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                return client(node).get("/v1/status").body().path("committed").asLong();
            } catch (Refusal e) {
                if (System.nanoTime() - until > 0 || !isAlive(node)) {
                    throw e;
                }
            }
            Thread.sleep(100);
        }
    }

    /** Waits until so many more blocks are final at a node; fails if they aren't in time. */
    void awaitBlocks(int node, int more) throws Exception {
        long aim = committed(node) + more;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (committed(node) < aim) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("node " + node + " doesn't finalize, see " + log(node));
            }
            Thread.sleep(100);
        }
    }

    /** The memory that a process had at most, in megabytes. */
    long mostMemoryMb(int node) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + processes.get(node).pid() + "/status"))
                .stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst().orElse(0);
    }

    /** As a power cut would, but for what the system still writes. */
    void kill(int node) throws InterruptedException {
        Process process = processes.remove(node);
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The process stands still, and with it all but the clock. */
    void pause(int node) throws Exception {
        signal(node, "-STOP");
    }

    void resume(int node) throws Exception {
        signal(node, "-CONT");
    }

    private void signal(int node, String signal) throws Exception {
        int status = new ProcessBuilder(
                "kill", signal, Long.toString(processes.get(node).pid())).start().waitFor();
        if (status != 0) {
            throw new AssertionError("node " + node + " couldn't be sent " + signal);
        }
    }

    /** Stops all, as an operator would. */
    void stopAll() throws InterruptedException {
        processes.values().forEach(Process::destroy);
        for (Process process : processes.values()) {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("a node doesn't stop");
            }
        }
        processes.clear();
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroyForcibly);
        // Else they may write into a directory while it is deleted.
        processes.values().forEach(process -> process.onExit().join());
    }
}
