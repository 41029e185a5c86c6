package org.quittance.node.fault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.cluster.ClusterFiles;

/**
 * Clients that mean no good: some send what is no command, too long, sealed for another chain, or
 * executed long ago, as fast as they are answered; others never come to the end of a request.
 */
final class Clients implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int SLOW = 100;
    private static final int TOO_LONG = 3 << 20;

    private final URI target;
    private final List<byte[]> bodies = new ArrayList<>();
    private final Map<Integer, Long> answers = new ConcurrentSkipListMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Socket> slow = new ArrayList<>();
    private volatile boolean running = true;

    Clients(int port, SealedCommand known, ClusterFiles files) throws IOException {
        this.target = URI.create("http://127.0.0.1:" + port + "/v1/commands");
        add("not JSON at all".getBytes(StandardCharsets.UTF_8));
        add("{\"command\": 7}".getBytes(StandardCharsets.UTF_8));
        add("{\"command\": \"not base64!\"}".getBytes(StandardCharsets.UTF_8));
        add(body(new byte[500]));
        add(("[".repeat(2_000)).getBytes(StandardCharsets.UTF_8));
        add(body(PayloadCodec.encode(SealedCommand.seal("another",
                new Command.Cancel(4, 0, 1), files.traders().get(0)))));
        add(body(PayloadCodec.encode(known)));
        add(new byte[TOO_LONG]);
        for (int k = 0; k < SLOW; k++) {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            slow.add(socket);
        }
        threads.add(Thread.ofPlatform().start(this::crawl));
        for (int k = 0; k < THREADS; k++) {
            int first = k;
            threads.add(Thread.ofPlatform().start(() -> send(first)));
        }
    }

    private void add(byte[] body) {
        bodies.add(body);
    }

    private static byte[] body(byte[] command) {
        return ("{\"command\": \"" + Base64.getEncoder().encodeToString(command) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void send(int first) {
        HttpClient http = HttpClient.newHttpClient();
        for (int k = first; running; k++) {
            byte[] body = bodies.get(k % bodies.size());
            bytes.addAndGet(body.length);
            try {
                int status = http.send(HttpRequest.newBuilder(target)
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                        HttpResponse.BodyHandlers.discarding()).statusCode();
                answers.merge(status, 1L, Long::sum);
            } catch (IOException e) {
                failed.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One byte each, from time to time. */
    private void crawl() {
        byte[] beginning = "POST /v1/commands HTTP/1.1\r\nHost: a\r\nX: "
                .getBytes(StandardCharsets.US_ASCII);
        for (int k = 0; running; k++) {
            for (Socket socket : slow) {
                try {
                    socket.getOutputStream().write(
                            k < beginning.length ? beginning[k] : 'x');
                } catch (IOException e) {
                    // It was shown the door.
                }
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** How many answers there were of each status. */
    Map<Integer, Long> answers() {
        return answers;
    }

    long failed() {
        return failed.get();
    }

    long bytes() {
        return bytes.get();
    }

    void stop() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        for (Socket socket : slow) {
            socket.close();
        }
    }
}
