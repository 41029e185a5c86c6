package org.quittance.trace.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.models.InputException;
import org.quittance.trace.merge.LiveStatus;

/** How far the validation of a cluster is, for Prometheus, in its text format 0.0.4. */
final class FollowMetrics {

    private final HttpServer server;

    private FollowMetrics(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens for requests from this machine.
     *
     * @param port 0 for any
     * @throws InputException if it can't listen there
     */
    static FollowMetrics serve(List<LiveStatus> status, int port, PrintWriter console) {
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/metrics", exchange -> answer(exchange, text(status)));
            server.start();
            console.println("metrics: http://127.0.0.1:" + server.getAddress().getPort()
                    + "/metrics");
            console.flush();
            return new FollowMetrics(server);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("--metrics-port " + port + ": " + e.getMessage()
                    + "; name another port");
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** All metrics. */
    static String text(List<LiveStatus> status) {
        StringBuilder text = new StringBuilder();
        head(text, "events_total", "counter", "events that were accepted");
        status.forEach(it -> line(text, "events_total", it, Long.toString(it.events())));
        head(text, "lag_events", "gauge", "events that are there and not validated");
        status.forEach(it -> line(text, "lag_events", it, Long.toString(it.look().behind())));
        head(text, "lag_seconds", "gauge", "how long the oldest of them has been there");
        status.forEach(it -> line(text, "lag_seconds", it, seconds(it.look().lagNanos())));
        head(text, "silent_seconds", "gauge", "how long a node has written nothing");
        Map<Integer, Long> silent = new TreeMap<>();
        status.forEach(it -> it.look().silentNanos().forEach(
                (node, nanos) -> silent.merge(node, nanos, Math::min)));
        silent.forEach((node, nanos) -> text.append("quittance_conformance_silent_seconds{node=\"")
                .append(node).append("\"} ").append(seconds(nanos)).append('\n'));
        return text.toString();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP quittance_conformance_").append(name).append(' ').append(help)
                .append("\n# TYPE quittance_conformance_").append(name).append(' ').append(type)
                .append('\n');
    }

    private static void line(StringBuilder text, String name, LiveStatus of, String value) {
        text.append("quittance_conformance_").append(name).append("{trace=\"").append(of.name())
                .append("\"} ").append(value).append('\n');
    }

    void close() {
        server.stop(0);
    }
}
