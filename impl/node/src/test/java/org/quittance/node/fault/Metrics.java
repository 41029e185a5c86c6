package org.quittance.node.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a node counts. */
final class Metrics {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String text;

    private Metrics(String text) {
        this.text = text;
    }

    /** As they are now. */
    static Metrics of(int port) throws IOException, InterruptedException {
        return new Metrics(HTTP.send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/metrics"))
                .timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    /** The sum of all numbers whose name and tags begin like that. */
    double sum(String beginning) {
        return text.lines().filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(
                        line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** How many messages were refused for a reason, or for all that begin like that. */
    double rejected(String reason) {
        return sum("quittance_peer_rejected_total{reason=\"" + reason);
    }
}
