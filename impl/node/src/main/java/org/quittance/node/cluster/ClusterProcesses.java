package org.quittance.node.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.NodeClient;

/** The nodes of a cluster as processes of their own. None of them outlives this. */
public final class ClusterProcesses implements AutoCloseable {

    private static final long START_SECONDS = 180;

    private final ClusterFiles files;
    private final SortedMap<Integer, Process> processes = new TreeMap<>();
    private final Thread hook;
    private final String classpath;
    private final List<String> options;

    /** Starts nothing yet. The nodes run what this process runs. */
    public ClusterProcesses(ClusterFiles files) {
        // Four processes that live for a minute: the better compiler would not pay.
        this(files, System.getProperty("java.class.path", ""), List.of("-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /**
     * Starts nothing yet.
     *
     * @param classpath what the nodes run
     * @param options for their Java virtual machines
     */
    public ClusterProcesses(ClusterFiles files, String classpath, List<String> options) {
        this.files = files;
        this.classpath = classpath;
        this.options = List.copyOf(options);
        SortedMap<Integer, Process> mine = processes;
        this.hook = new Thread(() -> killAll(mine), "kill-nodes");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts all nodes for the first time. */
    public void startAll() throws Refusal {
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            start(node, true);
        }
    }

    /**
     * Starts a node.
     *
     * @param first whether it never ran before
     */
    public void start(int node, boolean first) throws Refusal {
        Path home = files.home(node);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", classpath, "org.quittance.node.Main", "node",
                "--config", home.resolve("node.properties").toString()));
        if (first) {
            command.add("--init");
        }
        try {
            processes.put(node, new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("node.log").toFile()))
                    .start());
        } catch (IOException e) {
            throw new Refusal(ExitCode.INTERNAL,
                    "node " + node + " can't be started: " + Refusal.reason(e));
        }
    }

    /** So much time of processors all nodes that run have taken. */
    public Duration cpu() {
        return processes.values().stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** A client of a node. */
    public NodeClient client(int node) {
        return new NodeClient(URI.create("http://127.0.0.1:" + files.clientPorts().get(node)));
    }

    /** Waits until a node is ready. */
    public void awaitReady(int node) throws Refusal, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        String last = "";
        while (System.nanoTime() - until < 0) {
            Process process = processes.get(node);
            if (process == null || !process.isAlive()) {
                throw new Refusal(ExitCode.FAILED, "node " + node + " has ended: "
                        + lastLine(files.home(node).resolve("node.log")));
            }
            try {
                NodeClient.Answer answer = client(node).get("/ready");
                if (answer.status() == 200) {
                    return;
                }
                last = answer.error();
            } catch (Refusal e) {
                last = Refusal.reason(e);
            }
            Thread.sleep(100);
        }
        throw new Refusal(ExitCode.FAILED, "node " + node + " isn't ready after "
                + START_SECONDS + " s: " + last);
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "without a word" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return Refusal.reason(e);
        }
    }

    /** Kills a node as a power cut would, but for what the system still writes. */
    public void kill(int node) throws InterruptedException {
        Process process = processes.remove(node);
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Tells all nodes to stop, and waits until they have. */
    public void stopAll() throws InterruptedException {
        processes.values().forEach(Process::destroy);
        for (Process process : processes.values()) {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        processes.clear();
    }

    private static void killAll(SortedMap<Integer, Process> processes) {
        processes.values().forEach(Process::destroyForcibly);
        // Else they may write into a directory while it is deleted.
        processes.values().forEach(process -> process.onExit().join());
    }

    @Override
    public void close() {
        killAll(processes);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The whole process ends already.
        }
    }
}
