package org.quittance.bench.cluster;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Another system: replicas as processes, and one process with all clients that reads what to do
 * line by line and answers {@code measured {...}}. None of them outlives this.
 */
final class Replicas implements Contender {

    private static final String ANSWER = "measured ";
    private static final long PATIENCE_SECONDS = 60;

    private final Path directory;
    private final List<Process> replicas = new ArrayList<>();
    private final Process clients;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Thread hook = new Thread(this::kill, "kill-replicas");

    /**
     * Starts them, and waits until a client has an answer.
     *
     * @param directory where each has its working directory; the clients' is there, too
     * @param java the program and options with which each of them begins
     * @param ports where clients call the replicas
     */
    Replicas(Path directory, List<String> java, List<List<String>> replicaCommands,
            List<String> clientCommand, List<Integer> ports) throws Exception {
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(hook);
        for (List<String> command : replicaCommands) {
            replicas.add(start("replica-" + replicas.size(), java, command,
                    ProcessBuilder.Redirect.appendTo(log("replica-" + replicas.size()))));
        }
        for (int port : ports) {
            awaitPort(port);
        }
        // They find each other; whoever calls before that waits for long.
        Thread.sleep(3_000);
        clients = start("clients", java, clientCommand, ProcessBuilder.Redirect.PIPE);
        answers = clients.inputReader();
        orders = clients.outputWriter();
        measure(1, 1, 0.1);
    }

    private void awaitPort(int port) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2 * PATIENCE_SECONDS);
        while (System.nanoTime() - until < 0) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("nobody listens on port " + port + "; see the logs in "
                + directory);
    }

    private java.io.File log(String name) throws IOException {
        Files.createDirectories(directory.resolve(name));
        return directory.resolve(name).resolve("log").toFile();
    }

    private Process start(String name, List<String> java, List<String> command,
            ProcessBuilder.Redirect out) throws IOException {
        List<String> all = new ArrayList<>(java);
        all.addAll(command);
        return new ProcessBuilder(all)
                .directory(log(name).getParentFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log(name)))
                .redirectOutput(out)
                .start();
    }

    @Override
    public Measurement measure(int number, int bytes, double seconds) throws Exception {
        Duration servers = cpu(replicas);
        Duration own = cpu(List.of(clients));
        orders.write(number + " " + bytes + " " + seconds + "\n");
        orders.flush();
        ClosedLoop.Measured loop = ClosedLoop.Measured.of(answer(seconds));
        double calls = Math.max(1, loop.calls());
        return new Measurement(loop, 0, 0, 0,
                cpu(replicas).minus(servers).toNanos() / 1e6 / calls,
                cpu(List.of(clients)).minus(own).toNanos() / 1e6 / calls);
    }

    private String answer(double seconds) throws Exception {
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                String next = answers.readLine();
                while (next != null && !next.startsWith(ANSWER)) {
                    next = answers.readLine();
                }
                line.complete(next);
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        String answer;
        try {
            answer = line.get(PATIENCE_SECONDS + (long) seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer; see the logs in " + directory, e);
        }
        if (answer == null) {
            throw new IOException("the clients have ended; see the logs in " + directory);
        }
        return answer.substring(ANSWER.length());
    }

    private static Duration cpu(List<Process> processes) {
        return processes.stream().flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void kill() {
        replicas.forEach(Process::destroyForcibly);
        if (clients != null) {
            clients.destroyForcibly();
        }
    }

    @Override
    public void close() {
        kill();
        // Their files are removed next.
        replicas.forEach(replica -> replica.onExit().join());
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
