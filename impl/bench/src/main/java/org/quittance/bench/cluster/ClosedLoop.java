package org.quittance.bench.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Clients each of which has one request on its way at a time, and sends the next when the answer is
 * there. What all systems are measured with; it needs nothing but the JDK.
 */
public final class ClosedLoop {

    private static final long MILLION = 1_000_000;

    private ClosedLoop() {}

    /** A client of some system. */
    public interface Client {

        /** Sends a request and returns when its answer is there, and believed. */
        void call() throws Exception;
    }

    /**
     * What came of it.
     *
     * @param calls that were answered
     * @param seconds how long it went on
     * @param p50 median latency, milliseconds
     * @param p99 milliseconds
     */
    public record Measured(int calls, double seconds, double p50, double p99) {

        /** As a line of JSON. */
        public String json() {
            return String.format(Locale.ROOT,
                    "{\"calls\":%d,\"seconds\":%.3f,\"p50\":%.3f,\"p99\":%.3f}",
                    calls, seconds, p50, p99);
        }

        /** Reads what {@link #json()} wrote. */
        public static Measured of(String line) {
            String[] values = line.replaceAll("\"\\w+\":|[{}]", "").split(",");
            return new Measured(Integer.parseInt(values[0]), Double.parseDouble(values[1]),
                    Double.parseDouble(values[2]), Double.parseDouble(values[3]));
        }
    }

    /**
     * Lets all clients go for so long. A call that began before the end still counts.
     *
     * @throws IllegalStateException if a call failed
     */
    public static Measured run(List<? extends Client> clients, double seconds)
            throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Worker> workers = new ArrayList<>();
        long[] until = new long[1];
        for (Client client : clients) {
            Worker worker = new Worker(client, begin, until);
            worker.thread.start();
            workers.add(worker);
        }
        long began = System.nanoTime();
        until[0] = began + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        begin.countDown();
        for (Worker worker : workers) {
            worker.thread.join();
        }
        double took = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        for (Worker worker : workers) {
            if (worker.failure != null) {
                throw new IllegalStateException("a client failed: " + worker.failure,
                        worker.failure);
            }
        }
        return measured(workers.stream().map(Worker::latencies).toList(), took);
    }

    private static Measured measured(List<long[]> each, double seconds) {
        long[] all = each.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(all.length, seconds, percentile(all, 50), percentile(all, 99));
    }

    /**
     * A percentile in milliseconds; 0 of nothing.
     *
     * @param sorted nanoseconds
     */
    static double percentile(long[] sorted, int percent) {
        return sorted.length == 0
                ? 0
                : sorted[(int) ((sorted.length - 1L) * percent / 100)] / (double) MILLION;
    }

    private static final class Worker {

        private final Client client;
        private final CountDownLatch begin;
        private final long[] until;
        private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::loop);
        private long[] latencies = new long[1 << 10];
        private int count;
        private Exception failure;

        Worker(Client client, CountDownLatch begin, long[] until) {
            this.client = client;
            this.begin = begin;
            this.until = until;
        }

        private void loop() {
            try {
                begin.await();
                for (long now = System.nanoTime(); now - until[0] < 0;) {
                    client.call();
                    long end = System.nanoTime();
                    if (count == latencies.length) {
                        latencies = Arrays.copyOf(latencies, 2 * count);
                    }
                    latencies[count++] = end - now;
                    now = end;
                }
            } catch (Exception e) {
                failure = e;
            }
        }

        long[] latencies() {
            return Arrays.copyOf(latencies, count);
        }
    }
}
