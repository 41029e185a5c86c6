package org.quittance.models;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A tool run as a process of its own, with a time limit and its output kept in a file. */
final class ToolProcess {

    /** The exit code given for a process that was stopped at its limit. */
    static final int STOPPED = -1;

    private ToolProcess() {}

    /**
     * Runs a command and waits for its end.
     *
     * @param environment variables that it gets besides those of this process
     * @param log gets all that it prints, behind what is in it
     * @param limit when it is stopped
     * @param lines gets each line that it prints, in a thread of its own
     * @return the exit code, or {@link #STOPPED}
     * @throws IOException if it can't be started, or the log can't be written
     * @throws InterruptedException if the thread is interrupted; the process is stopped then
     */
    static int run(
            List<String> command,
            Path folder,
            Map<String, String> environment,
            Path log,
            Duration limit,
            Consumer<String> lines)
            throws IOException, InterruptedException {
        Files.createDirectories(parent(log));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread stop = new Thread(() -> stop(process));
        Runtime.getRuntime().addShutdownHook(stop);
        Thread reader = Thread.ofVirtual().start(() -> copy(process, log, lines));
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                stop(process);
            }
            reader.join();
            return ended ? process.exitValue() : STOPPED;
        } finally {
            stop(process);
            forget(stop);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already, and does what is wanted.
        }
    }

    private static void copy(Process process, Path log, Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter writer = Files.newBufferedWriter(log, CREATE, APPEND)) {
            String line = reader.readLine();
            while (line != null) {
                writer.write(line);
                writer.newLine();
                lines.accept(line);
                line = reader.readLine();
            }
        } catch (IOException e) {
            // The stream of a process that was stopped may break off anywhere.
            if (process.isAlive()) {
                stop(process);
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The java command of the JVM that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " has no folder");
        }
        return parent;
    }

    /** Deletes a folder with everything in it; what can't be deleted stays. */
    static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(ToolProcess::deleteOne);
        } catch (IOException | UncheckedIOException e) {
            // A scratch folder that is left over does no harm.
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
