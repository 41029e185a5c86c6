package org.quittance.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.core.base.Digest;
import org.quittance.node.client.NodeClient;
import org.quittance.trace.cli.TraceCommand;
import picocli.CommandLine;

/**
 * Real processes are held against the specs while they run: a correct cluster, one node of which is
 * killed and comes back, is accepted; a fault in one node is reported, with the event and the
 * guard, while the cluster runs.
 */
class LiveConformanceTest {

    private static final int FAULTY = 3;
    private static final int TRADES = 6;
    private static final int PATIENCE_MILLIS = 300_000;
    private static final List<String> SPECS = List.of("ordering", "system", "settlement-1");
    private static final Pattern METRICS = Pattern.compile("metrics: (http://\\S+)");

    @TempDir
    private Path directory;

    private final StringWriter said = new StringWriter();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
        // Else they may write into the directory while it is deleted.
        processes.forEach(process -> process.onExit().join());
    }

    @Test
    void aCorrectClusterIsAcceptedWhileItRuns() throws Exception {
        ClusterFiles files = ClusterFiles.create(directory.resolve("cluster"), true);
        FutureTask<Integer> following;
        try (ClusterProcesses cluster = new ClusterProcesses(files)) {
            cluster.startAll();
            following = follow(files, "--metrics-port", "0");
            List<NodeClient> clients = new ArrayList<>();
            for (int node = 0; node < ClusterFiles.SIZE; node++) {
                cluster.awaitReady(node);
                clients.add(cluster.client(node));
            }
            Trading trading = new Trading(files, clients.subList(1, ClusterFiles.SIZE));
            trading.open();
            List<Digest> ids = new ArrayList<>();
            for (int k = 0; k < TRADES; k++) {
                ids.addAll(trading.trade());
                if (k == 1) {
                    cluster.kill(0);
                }
                if (k == 3) {
                    cluster.start(0, false);
                }
            }
            assertThat(trading.accepted(ids)).hasSize(2 * TRADES);
            cluster.awaitReady(0);
            awaitFollower(following);
            assertThat(metrics())
                    .contains("quittance_conformance_lag_seconds{trace=\"ordering\"}");
            cluster.stopAll();
        }
        assertThat(exit(following)).as("%s", said).isZero();
        assertThat(said.toString()).containsPattern("accepted +\\S+ordering")
                .containsPattern("accepted +\\S+system")
                .containsPattern("accepted +\\S+settlement-1");
    }

    @ParameterizedTest
    @EnumSource(FaultyNode.class)
    void aFaultIsReportedWithinSeconds(FaultyNode fault) throws Exception {
        ClusterFiles files = ClusterFiles.create(directory.resolve("cluster"), true);
        Path classes = directory.resolve("classes");
        fault.compile(classes);
        Path trigger = directory.resolve("trigger");
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            start(files, node, node == FAULTY ? classes : null, trigger);
        }
        FutureTask<Integer> following = follow(files, "--metrics-port", "0");
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            awaitHeight(files, node, 5);
        }
        // How long it takes to load the specs is not the question.
        awaitFollower(following);
        assertThat(following.isDone()).as("%s", said).isFalse();
        Files.createFile(trigger);
        long planted = System.nanoTime();
        assertThat(exit(following)).as("%s", said).isEqualTo(1);
        double seconds = (System.nanoTime() - planted) / 1e9;
        System.out.printf("%s: reported %.1f s after it was planted%n", fault, seconds);
        assertThat(said.toString()).contains("rejected: node ", fault.action(), fault.guard(),
                "The event stands in ");
        // While the cluster runs: the correct ones at least.
        assertThat(processes.subList(0, FAULTY)).allMatch(Process::isAlive);
        assertThat(seconds).isLessThan(60);
    }

    /** Waits until it has validated events of all three specs, or has ended. */
    private void awaitFollower(FutureTask<Integer> following) throws Exception {
        for (int k = 0; k < PATIENCE_MILLIS / 100 && !following.isDone(); k++) {
            if (METRICS.matcher(said.toString()).find()) {
                String metrics = metrics();
                if (SPECS.stream().allMatch(spec -> Pattern
                        .compile("events_total\\{trace=\"" + spec + "\"} [1-9]")
                        .matcher(metrics).find())) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing is validated: " + said);
    }

    private FutureTask<Integer> follow(ClusterFiles files, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "validate", "--follow", "--specs", "../../specs", "--patience", "120",
                "--out", directory.resolve("results").toString()));
        arguments.addAll(List.of(options));
        arguments.add(files.directory().toString());
        FutureTask<Integer> task = new FutureTask<>(() -> new CommandLine(new TraceCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments.toArray(String[]::new)));
        Thread.ofPlatform().daemon().name("follower").start(task);
        return task;
    }

    private int exit(FutureTask<Integer> following)
            throws InterruptedException, ExecutionException {
        try {
            return following.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no verdict: " + said, e);
        }
    }

    private String metrics() throws Exception {
        Matcher matcher = METRICS.matcher(said.toString());
        assertThat(matcher.find()).as("%s", said).isTrue();
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(matcher.group(1))).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    private void start(ClusterFiles files, int node, Path classes, Path trigger)
            throws Exception {
        Path home = files.home(node);
        String path = System.getProperty("java.class.path");
        processes.add(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx512m",
                "-XX:TieredStopAtLevel=1", "-D" + FaultyNode.PROPERTY + "=" + trigger,
                "-cp", classes == null ? path : classes + File.pathSeparator + path,
                "org.quittance.node.Main", "node", "--init",
                "--config", home.resolve("node.properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("node.log").toFile())
                .start());
    }

    private static void awaitHeight(ClusterFiles files, int node, long height) throws Exception {
        NodeClient client = new NodeClient(
                URI.create("http://127.0.0.1:" + files.clientPorts().get(node)));
        Callable<Long> executed = () ->
                client.get("/v1/status").body().path("executed").asLong();
        for (int k = 0; k < PATIENCE_MILLIS / 50; k++) {
            try {
                if (executed.call() >= height) {
                    return;
                }
            } catch (org.quittance.node.Refusal e) {
                // It doesn't listen yet.
            }
            Thread.sleep(50);
        }
        throw new AssertionError("node " + node + " doesn't get to height " + height + ": "
                + Files.readString(files.home(node).resolve("node.log")));
    }
}
