package org.quittance.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Runs a process and measures it from outside, with the processes that it starts, as whoever waits
 * for it would.
 */
final class Meter {

    /** How often it is looked at; what it uses after the last look is not counted. */
    private static final Duration PERIOD = Duration.ofMillis(10);

    /** A process that waits for something for ever is stopped too. */
    private static final int WALL_FOR_CPU = 5;

    /**
     * What a process used.
     *
     * @param stopped whether it was stopped at its limit; there is no status then
     * @param status its exit status
     * @param cpuSeconds processor time of all threads, in the kernel too
     * @param wallSeconds from its start to its end
     * @param peakKib the most memory of the processes that were there at one time, each with its
     *     own peak so far, in units of 1024 bytes, where the system tells
     * @param printed how many bytes it printed
     */
    record Usage(
            boolean stopped,
            int status,
            double cpuSeconds,
            double wallSeconds,
            OptionalLong peakKib,
            long printed) {}

    private Meter() {}

    /**
     * Runs a command to its end or to the limit.
     *
     * @param limit of processor time, so that a busy machine is no disadvantage; of wall-clock time
     *     it has {@value #WALL_FOR_CPU} times as much
     * @param environment variables that it gets besides those of this process
     * @throws IOException if it can't be started
     * @throws InterruptedException if the thread is interrupted; the process is stopped then
     */
    static Usage run(
            List<String> command, Path folder, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        Thread stop = new Thread(() -> stop(process));
        Runtime.getRuntime().addShutdownHook(stop);
        AtomicLong printed = new AtomicLong();
        Thread reader = Thread.ofVirtual().start(() -> count(process.getInputStream(), printed));
        try {
            process.getOutputStream().close();
            Map<Long, Duration> cpus = new HashMap<>();
            Duration cpu = Duration.ZERO;
            OptionalLong peak = OptionalLong.empty();
            boolean stopped = false;
            boolean ended = false;
            while (!ended) {
                List<ProcessHandle> family = family(process);
                for (ProcessHandle one : family) {
                    Duration used = one.info().totalCpuDuration().orElse(Duration.ZERO);
                    cpus.merge(one.pid(), used, Meter::longer);
                }
                cpu = cpus.values().stream().reduce(Duration.ZERO, Duration::plus);
                peak = larger(peak, family);
                boolean late = System.nanoTime() - begun > WALL_FOR_CPU * limit.toNanos();
                if (!stopped && (late || cpu.compareTo(limit) > 0)) {
                    stopped = true;
                    stop(process);
                }
                ended = process.waitFor(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
            }
            double wall = (System.nanoTime() - begun) / 1e9;
            reader.join();
            return new Usage(
                    stopped, process.exitValue(), cpu.toNanos() / 1e9, wall, peak, printed.get());
        } finally {
            stop(process);
            forget(stop);
        }
    }

    private static List<ProcessHandle> family(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static OptionalLong larger(OptionalLong peak, List<ProcessHandle> family) {
        long sum = 0;
        boolean known = peak.isPresent();
        for (ProcessHandle one : family) {
            OptionalLong its = peakKib(one.pid());
            sum += its.orElse(0);
            known |= its.isPresent();
        }
        return known ? OptionalLong.of(Math.max(sum, peak.orElse(0))) : peak;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already, and does what is wanted.
        }
    }

    private static void count(InputStream in, AtomicLong printed) {
        byte[] buffer = new byte[1 << 16];
        try (in) {
            int read = in.read(buffer);
            while (read >= 0) {
                printed.addAndGet(read);
                read = in.read(buffer);
            }
        } catch (IOException e) {
            // The stream of a process that was stopped may break off; what came counts.
        }
    }

    /** Linux tells the peak of a process while it runs; other systems don't in this way. */
    private static OptionalLong peakKib(long process) {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // It ended between the two looks.
            return OptionalLong.empty();
        }
    }
}
